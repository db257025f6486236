import type { Day } from "../day";
import type { AuditKind, Grade, Readiness, Recommendation, TeamRole } from "../lifecycle/record";

/** What the audit team writes into a report; everything else of it is taken from the record (REP-2, REP-3, IS-10). */
export interface ReportNarrative {
  /** Stage 1 (ST1-3). */
  conclusion: Readiness | null;
  /** The other audits (DEC-9): the team recommends, it never decides. */
  recommendation: Recommendation | null;
  statement: string | null;
  scopeAppropriate: boolean | null;
  scopeNote: string | null;
  objectivesMet: boolean | null;
  objectivesNote: string | null;
  /** How far internal audit and management review can be relied on (REP-3). */
  ownReviews: string | null;
  /** Account of the audit of the risk analysis (IS-10). */
  riskAnalysis: string | null;
  auditTrails: string | null;
  deviations: string | null;
  significantIssues: string | null;
  changes: string | null;
  marks: string | null;
  /** Stage 1: what Stage 2 should look at (ST1-1). */
  focus: string | null;
}

export const emptyNarrative: ReportNarrative = {
  conclusion: null,
  recommendation: null,
  statement: null,
  scopeAppropriate: null,
  scopeNote: null,
  objectivesMet: null,
  objectivesNote: null,
  ownReviews: null,
  riskAnalysis: null,
  auditTrails: null,
  deviations: null,
  significantIssues: null,
  changes: null,
  marks: null,
  focus: null,
};

export interface ReportFinding {
  number: string;
  grade: Grade;
  requirementRef: string;
  subRef: string | null;
  statement: string;
  evidence: string | null;
  site: string | null;
  process: string | null;
  isWithdrawn: boolean;
  /** The limits in force when it was issued; absent in reports that were issued before they were kept in it. */
  planDueOn?: Day | null;
  closureDueOn?: Day | null;
}

export interface ReportConcern {
  number: string;
  requirementRef: string;
  statement: string;
  blocking: boolean;
  state: "open" | "answered" | "accepted";
  answer: string | null;
}

export interface Meeting {
  on: Day;
  attendance: string;
}

/**
 * A whole report as data: what its page, its print and later its files show. Once issued it is kept as it is; the hash
 * beside it is made of exactly this.
 */
export interface ReportContent {
  kind: AuditKind;
  no: number;
  standardId: string;
  scope: string;
  personsInScope: number;
  client: { name: string; legalName: string; representative: string | null };
  body: { name: string; legalName: string };
  objectives: string | null;
  startsOn: Day | null;
  endsOn: Day | null;
  requiredCentidays: number | null;
  plannedCentidays: number | null;
  timeJustification: string | null;
  remoteNote: string | null;
  sites: { name: string; address: string; activity: string }[];
  team: { name: string; role: TeamRole }[];
  opening: Meeting | null;
  closing: Meeting | null;
  disagreements: string | null;
  sessions: {
    on: Day;
    startsAt: string;
    endsAt: string;
    topic: string;
    site: string | null;
    auditor: string | null;
    interviewee: string | null;
  }[];
  interviews: { on: Day; who: string; topic: string; note: string | null }[];
  readiness: { key: string; verdict: "seen" | "partly" | "missing"; note: string | null }[];
  concerns: ReportConcern[];
  findings: ReportFinding[];
  soa: { version: string; approvedOn: Day } | null;
  internalAudits: { on: Day; coversScope: boolean }[];
  managementReviews: { on: Day; coversScope: boolean }[];
  /** The whole initial-audit report covers Stage 1 too (ST1-2, ST2-2); null in a Stage 1 report. */
  stage1: { startsOn: Day | null; endsOn: Day | null; conclusion: Readiness | null } | null;
  narrative: ReportNarrative;
  /** Null in a draft. */
  issued: { on: Day; by: string; version: number } | null;
}

/** How many findings of each grade stand in the report; withdrawn ones count for nothing. */
export function countGrades({ findings }: Pick<ReportContent, "findings">): Record<Grade, number> {
  const counts: Record<Grade, number> = { major: 0, minor: 0, opportunity: 0, conformity: 0 };
  for (const { grade, isWithdrawn } of findings) if (!isWithdrawn) counts[grade] += 1;
  return counts;
}

/** REP-2: said in every report, in our own words. */
export const SAMPLING_DISCLAIMER =
  "An audit looks at samples of what was available on its days. Nonconformities may exist that it did not find.";
