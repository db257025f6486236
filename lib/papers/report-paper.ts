import { type Day, formatDay } from "../day";
import type { ReportContent } from "../documents/audit-report";
import { auditTitles, readinessNames, recommendationNames } from "../lifecycle/naming";
import type { ReportView } from "../store/reports";
import type { Block, Paper, PlainBlock, Section } from "./paper";
import { nameOfStandard, sectionOfConduct, sectionOfFacts, sectionOfPeople } from "./report-facts";
import { sectionOfConcerns, sectionOfFindings, sectionOfReadiness } from "./report-findings";

/**
 * What somebody may read of a report now: as it was issued, before that the draft of the side that writes it while the
 * audit runs; null where there is neither.
 */
export function paperOfView({ view, issued, draft }: ReportView): Paper | null {
  if (issued) return paperOfReport(issued.content, { sha256: issued.sha256, day: issued.issuedOn });
  if (!draft || view.audit.state !== "running") return null;
  return paperOfReport(draft.content, { sha256: null, day: view.facts.moment.today });
}

/**
 * The report of an audit as a paper: the same for a draft and for what was issued (REP-2, REP-3, IS-10). `sha256` is the
 * hash kept beside an issued report; a draft speaks of `day`.
 */
export function paperOfReport(content: ReportContent, kept: { sha256: string | null; day: Day }): Paper {
  const { issued, kind } = content;
  return {
    issuer: content.body.legalName,
    title: `Report of ${kind === "follow_up" ? "the follow-up audit" : auditTitles[kind]}`,
    subject: `${content.client.legalName}, ${nameOfStandard(content.standardId)}`,
    standing: issued
      ? `Version ${issued.version}, issued on ${formatDay(issued.on)} by ${issued.by}`
      : "Draft: not issued, not for the other side",
    isDraft: issued === null,
    sha256: kept.sha256,
    day: issued?.on ?? kept.day,
    sections: [
      sectionOfFacts(content),
      sectionOfPeople(content),
      sectionOfConduct(content),
      ...(kind === "stage1" ? stage1Sections(content) : auditSections(content)),
    ],
  };
}

function stage1Sections(content: ReportContent): Section[] {
  const { narrative } = content;
  const conclusion: Block[] = [
    {
      kind: "paragraph",
      text: narrative.conclusion ? readinessNames[narrative.conclusion] : "Not concluded yet",
      look: "strong",
    },
    { kind: "text", title: "On the readiness", text: narrative.statement },
    ...blocksOfOwnReviews(content),
  ];
  if (narrative.focus)
    conclusion.push({ kind: "text", title: "What Stage 2 should look at", text: narrative.focus });
  return [
    sectionOfReadiness(content),
    sectionOfConcerns(content),
    { title: "Conclusion", blocks: conclusion },
  ];
}

function auditSections(content: ReportContent): Section[] {
  const { narrative } = content;
  return [
    sectionOfFindings(content),
    sectionOfConformity(content),
    sectionOfScope(content),
    {
      title: "For the programme",
      blocks: [
        {
          kind: "text",
          title: "Disagreements that were not resolved",
          text: content.disagreements ?? "None",
        },
        {
          kind: "text",
          title: "Issues that affect the audit programme",
          text: narrative.significantIssues ?? "None",
        },
        { kind: "text", title: "Changes since the last audit", text: narrative.changes ?? "None" },
        {
          kind: "text",
          title: "Certificates and marks",
          text: narrative.marks ?? "Initial certification: none is in use.",
        },
      ],
    },
    {
      title: "Recommendation of the audit team",
      blocks: [
        {
          kind: "paragraph",
          text: narrative.recommendation ? recommendationNames[narrative.recommendation] : "Not given yet",
          look: "strong",
        },
        {
          kind: "paragraph",
          text: "The team recommends. Somebody of the certification body who took part in none of the audits decides.",
          look: "quiet",
        },
      ],
    },
  ];
}

/** Whether the system conforms and works, against which Statement of Applicability, and on what that rests (REP-3, IS-10). */
function sectionOfConformity(content: ReportContent): Section {
  const { narrative, soa } = content;
  const blocks: Block[] = [];
  if (soa) {
    const text = `Against Statement of Applicability ${soa.version} of ${formatDay(soa.approvedOn)}.`;
    blocks.push({ kind: "paragraph", text });
  }
  blocks.push({ kind: "text", title: null, text: narrative.statement }, ...blocksOfOwnReviews(content));
  if (narrative.riskAnalysis)
    blocks.push({ kind: "text", title: "How the risk analysis was audited", text: narrative.riskAnalysis });
  return { title: "Conformity and effectiveness", blocks };
}

function sectionOfScope({ narrative, stage1 }: ReportContent): Section {
  const heldStage1 =
    stage1?.endsOn && stage1.conclusion
      ? `${readinessNames[stage1.conclusion]} on ${formatDay(stage1.endsOn)}`
      : null;
  return {
    title: "Scope and objectives",
    blocks: [
      {
        kind: "facts",
        items: [
          { term: "Scope appropriate", value: yesOrNo(narrative.scopeAppropriate, narrative.scopeNote) },
          { term: "Objectives met", value: yesOrNo(narrative.objectivesMet, narrative.objectivesNote) },
          { term: "Stage 1", value: heldStage1 },
        ],
      },
    ],
  };
}

/** The client's own checks that the report relies on (REP-3, IS-2). */
function blocksOfOwnReviews({ internalAudits, managementReviews, narrative }: ReportContent): PlainBlock[] {
  const facts: PlainBlock = {
    kind: "facts",
    items: [
      { term: "Internal audits", value: heldOn(internalAudits) },
      { term: "Management reviews", value: heldOn(managementReviews) },
    ],
  };
  if (!narrative.ownReviews) return [facts];
  return [facts, { kind: "text", title: "How far they can be relied on", text: narrative.ownReviews }];
}

function heldOn(held: ReportContent["internalAudits"]): string | null {
  if (held.length === 0) return null;
  return held
    .map(({ on, coversScope }) => `${formatDay(on)}${coversScope ? "" : " (part of the scope)"}`)
    .join(", ");
}

function yesOrNo(answer: boolean | null, note: string | null): string | null {
  if (answer === null) return null;
  return [answer ? "Yes" : "No", note].filter(Boolean).join(". ");
}
