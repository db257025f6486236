import type {
  AuditKind,
  ConcernRecord,
  FindingRecord,
  Grade,
  Readiness,
  Recommendation,
  TeamRole,
} from "./record";

/** How sentences name what the record holds in codes. */
export const auditNames: Record<AuditKind, string> = {
  stage1: "Stage 1",
  stage2: "Stage 2",
  follow_up: "the follow-up audit",
};

/** How headings and lists name the kinds of audits. */
export const auditTitles: Record<AuditKind, string> = {
  stage1: "Stage 1",
  stage2: "Stage 2",
  follow_up: "Follow-up audit",
};

/** "Stage 2", and "Stage 2, second" where it was repeated. */
export function titleOfAudit(kind: AuditKind, no: number): string {
  const ordinals = ["", "", ", second", ", third", ", fourth"];
  return `${auditTitles[kind]}${ordinals[no] ?? `, number ${no}`}`;
}

export const teamRoleNames: Record<TeamRole, string> = {
  lead: "Lead auditor",
  auditor: "Auditor",
  expert: "Technical expert",
  observer: "Observer",
  trainee: "Trainee",
};

export const gradeNames: Record<Grade, string> = {
  conformity: "Conformity",
  opportunity: "Opportunity",
  minor: "Minor",
  major: "Major",
};

export const readinessNames: Record<Readiness, string> = {
  ready: "Ready for Stage 2",
  ready_after_corrections: "Ready after corrections",
  not_ready: "Not ready",
};

export const recommendationNames: Record<Recommendation, string> = {
  certify: "Certify",
  certify_after_plan: "Certify after the plan is accepted",
  certify_after_follow_up: "Certify after a follow-up audit",
  not_recommended: "Not recommended",
};

export const concernStateNames: Record<ConcernRecord["state"], string> = {
  draft: "Draft",
  open: "Open",
  answered: "Answered",
  accepted: "Accepted",
};

/** "NC-003", or "a finding without number" for a draft. */
export function nameOfFinding({ number }: Pick<FindingRecord, "number">): string {
  return number ?? "a finding without number";
}
