import { addMonths, addYears, type Day, isBefore, isOnOrBefore } from "@/lib/day";
import { SIX_MONTHS } from "./policy";
import type { AuditKind, AuditRecord, FindingRecord, ProjectRecord, ProposalRecord, TieKind } from "./record";

/** Years after the end of consultancy or internal audits in which nobody may audit or decide (IMP-2…4). */
export const COOLING_YEARS = 2;

const offAudits = ["cancelled", "terminated"];
const doneAudits = ["reported", "concluded"];
const gone = ["draft", "void", "superseded"];

/** Whether work that ended on `endedOn` still bars somebody on `on`; work without an end does (IMP-2…4). */
export function isTooRecent(endedOn: Day | null, on: Day): boolean {
  return endedOn === null || isBefore(on, addYears(endedOn, COOLING_YEARS));
}

/** Work for the client: no decision of the body lifts it within the two years (IMP-4). */
export function isWork(kind: TieKind): boolean {
  return kind === "consultancy" || kind === "employment" || kind === "internal_audit";
}

/** Whether the person worked for the client within two years before `on` (IMP-4). */
export function isTied(record: ProjectRecord, personId: string, on: Day): boolean {
  return record.ties.some(
    (tie) => tie.personId === personId && isWork(tie.kind) && isTooRecent(tie.endedOn, on),
  );
}

/** Whether the person has declared a conflict other than work that stands and was not cleared (IMP-7). */
export function hasOpenConflict(record: ProjectRecord, personId: string, on: Day): boolean {
  return record.ties.some(
    (tie) => tie.personId === personId && !isWork(tie.kind) && !tie.cleared && isTooRecent(tie.endedOn, on),
  );
}

/** Whether the body did internal audits (IMP-2) or its relatives consultancy (IMP-3) within two years before `on`. */
export function isBodyTied(
  record: ProjectRecord,
  bodyId: string | null,
  kind: "internal_audit" | "consultancy",
  on: Day,
): boolean {
  return record.bodyTies.some(
    (tie) => tie.bodyId === bodyId && tie.kind === kind && isTooRecent(tie.endedOn, on),
  );
}

/** Whether both sides have signed a letter that covers every site (APP-6, invariant 13). */
export function isEngaged({ sourcing, siteIds }: ProjectRecord): boolean {
  const { letter } = sourcing;
  if (letter === null || letter.clientSignedOn === null || letter.bodySignedOn === null) return false;
  return siteIds.every((id) => letter.siteIds.includes(id));
}

/** The latest audit of a kind that was neither cancelled nor terminated. */
export function findAudit(record: ProjectRecord, kind: AuditKind): AuditRecord | null {
  return record.audits.findLast((audit) => audit.kind === kind && !offAudits.includes(audit.state)) ?? null;
}

/** Whether the audit has taken place and its report is issued. */
export function isReported(audit: AuditRecord | null): boolean {
  return audit !== null && doneAudits.includes(audit.state);
}

const planningStates: readonly AuditRecord["state"][] = [
  "draft",
  "team_proposed",
  "team_confirmed",
  "cancelled",
];

/** Whether both sides know the plan of an audit: it was sent, or the audit has gone on without that (Stage 1 needs none). */
export function isPlanShared({ planSentOn, state }: AuditRecord): boolean {
  return planSentOn !== null || !planningStates.includes(state);
}

/** Whether an audit of this kind is under way: made, and not yet reported or called off. */
export function hasOpenAudit(record: ProjectRecord, kind: AuditKind): boolean {
  const audit = findAudit(record, kind);
  return audit !== null && !isReported(audit);
}

export function isLeadOf(audit: AuditRecord | null, personId: string): boolean {
  return audit?.team.some((member) => member.personId === personId && member.role === "lead") ?? false;
}

/** Whether the person audits in this audit: experts, observers and trainees do not (TEAM-2, TEAM-3). */
export function isAuditorOf(audit: AuditRecord | null, personId: string): boolean {
  const auditing = ["lead", "auditor"];
  return (
    audit?.team.some((member) => member.personId === personId && auditing.includes(member.role)) ?? false
  );
}

/** Whether the person is, in any role, on the team of an audit of this project that was not cancelled (DEC-1). */
export function isOnAnyTeam(record: ProjectRecord, personId: string): boolean {
  return record.audits.some(
    (audit) => audit.state !== "cancelled" && audit.team.some((member) => member.personId === personId),
  );
}

export function isNonconformity({ grade }: FindingRecord): boolean {
  return grade === "minor" || grade === "major";
}

/** Issued nonconformities that still count: not drafts, not withdrawn, not replaced. */
export function listNonconformities(record: ProjectRecord): FindingRecord[] {
  return record.findings.filter((finding) => isNonconformity(finding) && !gone.includes(finding.state));
}

export function isVerified({ state }: FindingRecord): boolean {
  return state === "verified" || state === "closed";
}

/** Whether the certification body has accepted the plan, or what came after it. */
export function isPlanAccepted({ state }: FindingRecord): boolean {
  return ["plan_accepted", "evidence_submitted", "verified", "closed"].includes(state);
}

/** Majors whose correction and corrective action are not verified (DEC-4). */
export function listUnverifiedMajors(record: ProjectRecord): FindingRecord[] {
  return listNonconformities(record).filter((finding) => finding.grade === "major" && !isVerified(finding));
}

/** Minors without an accepted plan (DEC-4). */
export function listUnplannedMinors(record: ProjectRecord): FindingRecord[] {
  return listNonconformities(record).filter(
    (finding) => finding.grade === "minor" && !isPlanAccepted(finding),
  );
}

/** The Stage 2 audit from whose last day the limit of a finding counts (DEC-7). */
function findBaseAudit(record: ProjectRecord, finding: FindingRecord): AuditRecord | null {
  const own = record.audits.find(({ id }) => id === finding.auditId);
  return own?.kind === "stage2" ? own : findAudit(record, "stage2");
}

/** The last day on which a major may be verified: six months after the last day of Stage 2, that day included (DEC-6, DEC-7). */
export function findSixMonthLimit(record: ProjectRecord, finding: FindingRecord): Day | null {
  const endsOn = findBaseAudit(record, finding)?.endsOn ?? null;
  return endsOn === null ? null : addMonths(endsOn, SIX_MONTHS);
}

/** Majors that were not verified within six months and have seen no later Stage 2 (DEC-6, invariant 9). */
export function listMajorsPastLimit(record: ProjectRecord, on: Day): FindingRecord[] {
  return listNonconformities(record).filter((finding) => {
    const limit = findSixMonthLimit(record, finding);
    if (finding.grade !== "major" || limit === null) return false;
    if (isOnOrBefore(finding.verifiedOn ?? on, limit)) return false;
    return !hasLaterStage2(record, findBaseAudit(record, finding));
  });
}

function hasLaterStage2(record: ProjectRecord, base: AuditRecord | null): boolean {
  return record.audits.some(
    (audit) =>
      audit.kind === "stage2" &&
      isReported(audit) &&
      base?.endsOn != null &&
      audit.startsOn !== null &&
      isBefore(base.endsOn, audit.startsOn),
  );
}

export function findProposal(record: ProjectRecord, proposalId: string | null): ProposalRecord | null {
  return record.sourcing.proposals.find(({ id }) => id === proposalId) ?? null;
}

/** Whether an offer stands on that day: not declined, and its validity not passed. */
export function isUnexpired(proposal: ProposalRecord, on: Day): boolean {
  return !proposal.declined && (proposal.validUntil === null || isOnOrBefore(on, proposal.validUntil));
}

/** Whether a decision of the case has been taken that a regrade would undo. */
export function hasOutcome(record: ProjectRecord): boolean {
  return ["certified", "refused"].includes(record.certificationCase?.state ?? "");
}
