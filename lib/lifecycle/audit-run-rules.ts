import { isOnOrBefore } from "@/lib/day";
import type { AuditFacts } from "./audit-rules";
import { asks, isStated, MIN_REASON, needs } from "./machine";
import type { Readiness, Recommendation } from "./record";
import { nameFindings } from "./requirements";

export interface HoldMeetingInput {
  /** Names of those who were there (CON-1, CON-3). */
  attendance: readonly string[];
}

export interface SetReadinessInput {
  itemId: string;
  verdict: "seen" | "partly" | "missing";
  note: string;
}

export interface AddInterviewInput {
  person: string;
  topic: string;
}

export interface DraftConcernInput {
  text: string;
  /** Whether it must be answered and accepted before Stage 2 starts. */
  blocking: boolean;
}

export interface ConcernInput {
  concernId: string;
}

export interface AnswerConcernInput extends ConcernInput {
  answer: string;
}

export interface ReturnConcernInput extends ConcernInput {
  comment: string;
}

/** Stage 1 asks for the conclusion, the other audits for the recommendation. */
export interface ReportAuditInput {
  conclusion: Readiness | null;
  recommendation: Recommendation | null;
  /** Statement on conformity and effectiveness (REP-3); for Stage 1 on the readiness (ST1-2). */
  statement: string;
  /** Null where the report says nothing about it yet; Stage 1 need not (REP-4). */
  scopeAppropriate: boolean | null;
  objectivesMet: boolean | null;
}

export const attendanceNamed = asks("attendance-missing", (_: AuditFacts, { attendance }: HoldMeetingInput) =>
  attendance.some((name) => isStated(name)),
);

export const openingNotHeld = needs(
  "meeting-already-held",
  ({ audit }: AuditFacts) => audit.openingHeldOn === null,
);
export const closingNotHeld = needs(
  "meeting-already-held",
  ({ audit }: AuditFacts) => audit.closingHeldOn === null,
);
export const openingHeld = needs("opening-missing", ({ audit }: AuditFacts) => audit.openingHeldOn !== null);

export const isStage1 = needs("only-stage1", ({ audit }: AuditFacts) => audit.kind === "stage1");

/** 6.4: in Stage 1 there are areas of concern, never findings (invariant 18). */
export const isNotStage1 = needs("no-finding-in-stage1", ({ audit }: AuditFacts) => audit.kind !== "stage1");

export const interviewStated = asks(
  "interview-incomplete",
  (_: AuditFacts, { person, topic }: AddInterviewInput) => isStated(person) && isStated(topic),
);

export const concernStated = asks(
  "concern-text-missing",
  (_: AuditFacts, { text }: DraftConcernInput) => isStated(text, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

function concernIs(state: "draft" | "open" | "answered") {
  return asks(
    "concern-not-there",
    ({ audit }: AuditFacts, { concernId }: ConcernInput) =>
      audit.concerns.some((concern) => concern.id === concernId && concern.state === state),
    () => ({ state }),
  );
}

export const concernIsDraft = concernIs("draft");
export const concernIsOpen = concernIs("open");
export const concernIsAnswered = concernIs("answered");

export const concernAnswered = asks(
  "reason-missing",
  (_: AuditFacts, { answer }: AnswerConcernInput) => isStated(answer, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

export const concernReturnCommented = asks(
  "reason-missing",
  (_: AuditFacts, { comment }: ReturnConcernInput) => isStated(comment, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

/** CON-3: the closing meeting of everything but Stage 1, whose output needs no full report (ST1-2). */
export const closingHeld = needs(
  "closing-missing",
  ({ audit }: AuditFacts) => audit.kind === "stage1" || audit.closingHeldOn !== null,
);

export const lastDayReached = needs(
  "report-before-last-day",
  ({ audit, moment }: AuditFacts) => audit.endsOn === null || isOnOrBefore(audit.endsOn, moment.on),
  ({ audit }) => ({ on: audit.endsOn ?? "" }),
);

export const noDraftFindings = needs(
  "draft-findings-left",
  (facts: AuditFacts) => countDrafts(facts) === 0,
  (facts) => ({ count: countDrafts(facts) }),
);

function countDrafts({ audit, record }: AuditFacts): number {
  return record.findings.filter(({ auditId, state }) => auditId === audit.id && state === "draft").length;
}

export const noDraftConcerns = needs("draft-concerns-left", ({ audit }: AuditFacts) =>
  audit.concerns.every(({ state }) => state !== "draft"),
);

export const readinessLookedAt = needs(
  "readiness-incomplete",
  ({ audit }: AuditFacts) => audit.kind !== "stage1" || audit.readiness.looked >= audit.readiness.listed,
  ({ audit: { readiness } }) => ({ looked: readiness.looked, listed: readiness.listed }),
);

export const conclusionGiven = asks(
  "conclusion-missing",
  ({ audit }: AuditFacts, { conclusion }: ReportAuditInput) => audit.kind !== "stage1" || conclusion !== null,
);

export const conclusionFitsConcerns = asks(
  "conclusion-ignores-concern",
  ({ audit }: AuditFacts, { conclusion }: ReportAuditInput) =>
    conclusion !== "ready" ||
    audit.concerns.every(({ blocking, state }) => !blocking || state === "accepted"),
);

export const recommendationGiven = asks(
  "recommendation-missing",
  ({ audit }: AuditFacts, { recommendation }: ReportAuditInput) =>
    audit.kind === "stage1" || recommendation !== null,
);

export const statementGiven = asks(
  "statement-missing",
  (_: AuditFacts, { statement }: ReportAuditInput) => isStated(statement, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

/** REP-3: the report concludes whether the scope is appropriate; Stage 1 is relaxed (REP-4). */
export const scopeConcluded = asks(
  "scope-conclusion-missing",
  ({ audit }: AuditFacts, { scopeAppropriate }: ReportAuditInput) =>
    audit.kind === "stage1" || scopeAppropriate !== null,
);

/** REP-3: the report says whether the audit's objectives were met. */
export const objectivesConfirmed = asks(
  "objectives-unconfirmed",
  ({ audit }: AuditFacts, { objectivesMet }: ReportAuditInput) =>
    audit.kind === "stage1" || objectivesMet !== null,
);

const settled = ["recorded", "closed", "superseded", "void"];

function listUnsettled({ audit, record }: AuditFacts) {
  return record.findings.filter(
    ({ auditId, state, carriedTo, grade }) =>
      auditId === audit.id && !settled.includes(state) && !(grade === "minor" && carriedTo !== null),
  );
}

/** 6.3: every nonconformity is closed, or a minor handed to the next audit. */
export const findingsSettled = needs(
  "findings-unsettled",
  (facts: AuditFacts) => listUnsettled(facts).length === 0,
  (facts) => ({ findings: nameFindings(listUnsettled(facts)) }),
);
