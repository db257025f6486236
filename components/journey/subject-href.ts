import type { OwedItem } from "@/lib/lifecycle/owed-item";
import { paths } from "@/lib/paths";

/** The page on which an owed item is done. */
export function hrefOfOwed(org: string, project: string, { command, subject }: OwedItem): string {
  const at = paths.project(org, project);
  switch (subject.kind) {
    case "sourcing":
      return sourcingHref(org, project, command);
    case "audit":
      return hrefInAudit(org, project, command, subject.id);
    case "finding":
      return command.startsWith("nonconformity.") && bodyFindingActs.has(command)
        ? at.verification(subject.id)
        : at.plan(subject.id);
    case "certificate":
      return at.certificate;
    case "case":
      return hrefInCase(org, project, command);
  }
}

const bodyFindingActs = new Set<string>([
  "nonconformity.acceptPlan",
  "nonconformity.returnResponse",
  "nonconformity.verify",
  "nonconformity.returnEvidence",
  "nonconformity.carryToNextAudit",
  "nonconformity.close",
]);

const engagementActs = new Set<string>([
  "sourcing.sendApplication",
  "sourcing.acceptApplication",
  "sourcing.declineApplication",
  "sourcing.draftLetter",
  "sourcing.signForClient",
  "sourcing.signForBody",
  "sourcing.amendLetter",
  "sourcing.signAmendmentForClient",
  "sourcing.signAmendmentForBody",
  "sourcing.withdrawAmendment",
]);

function sourcingHref(org: string, project: string, command: string): string {
  const at = paths.project(org, project);
  if (engagementActs.has(command)) return at.engagement;
  return command === "sourcing.recommendCb" ? at.compare : at.selection;
}

function hrefInAudit(org: string, project: string, command: string, audit: string): string {
  const at = paths.project(org, project);
  if (/report|Report/.test(command)) return at.auditReport(audit);
  if (/Session|Plan|Dates|planAudit/.test(command)) return at.auditPlan(audit);
  if (/Readiness|Concern|Interview/.test(command)) return at.auditReadiness(audit);
  return at.audit(audit);
}

function hrefInCase(org: string, project: string, command: string): string {
  const at = paths.project(org, project);
  if (/PreAudit/.test(command)) return at.preAudit;
  if (/recordInternalAudit|recordManagementReview|recordSoa/.test(command)) return at.preparation;
  if (/grant|refuse|returnForMore|Accreditation/.test(command)) return at.decision;
  return at.audits;
}
