import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { paths } from "@/lib/paths";

/** A section of a project; one of several pages lists them. */
export interface ProjectTab {
  href: string;
  label: string;
  parts?: { href: string; label: string }[];
}

/** The sections of a project that a person can open, in the order of the journey. */
export function projectTabs(
  actor: Actor,
  project: string,
  { hasRecordedActs, hasSoa }: { hasRecordedActs: boolean; hasSoa: boolean },
): ProjectTab[] {
  const at = paths.project(actor.organisationSlug, project);
  if (!may(actor, "project.read")) return [{ href: at.findings, label: "Findings" }];
  const isClient = actor.side === "client";
  return [
    { href: at.journey, label: "Journey" },
    { href: at.overview, label: "Overview" },
    ...(isClient
      ? [
          {
            href: at.selection,
            label: "Selection",
            parts: [
              { href: at.selection, label: "Request and choice" },
              { href: at.auditTime, label: "Persons and audit time" },
            ],
          },
        ]
      : []),
    { href: at.engagement, label: "Engagement" },
    {
      href: at.preparation,
      label: "Preparation",
      parts: [
        { href: at.preparation, label: "Readiness and records" },
        ...(may(actor, "preparation.read")
          ? [
              { href: at.preparationPlan, label: "Plan" },
              { href: at.documents, label: "Documents" },
            ]
          : []),
        // The draft is the client's alone; the body reads what was approved.
        ...(hasSoa
          ? [{ href: isClient ? at.soa : at.soaVersions, label: "Statement of Applicability" }]
          : []),
        ...(may(actor, "preparation.read") ? [{ href: at.awareness, label: "Awareness" }] : []),
        ...(hasSoa && may(actor, "preparation.read")
          ? [{ href: at.treatment, label: "Risk treatment" }]
          : []),
      ],
    },
    { href: at.audits, label: "Audits" },
    { href: at.findings, label: "Findings" },
    { href: at.decision, label: "Decision" },
    { href: at.certificate, label: "Certificate" },
    ...(hasRecordedActs ? [{ href: at.recorded, label: "Recorded acts" }] : []),
    ...(may(actor, "trail.read") ? [{ href: at.trail, label: "Trail" }] : []),
    ...(may(actor, "project.export") ? [{ href: at.export, label: "Download" }] : []),
  ];
}
