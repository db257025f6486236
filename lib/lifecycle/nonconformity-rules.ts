import { isAfter } from "@/lib/day";
import { asks, type Facts, isStated, MIN_REASON, needs, needsPerson } from "./machine";
import { isAuditorOf, isLeadOf } from "./reading";
import { type AuditRecord, type FindingRecord, NEXT_SURVEILLANCE } from "./record";
import { asksAsAuditorOnly } from "./requirements";
import { powersOf } from "./who";

/** The facts of a finding's commands; `audit` is the audit in which it was raised. */
export interface FindingFacts extends Facts {
  finding: FindingRecord;
  audit: AuditRecord;
}

/** How the body verified (domain.md 5.3). */
export type VerificationMethod = "documents" | "limited_audit" | "full_audit" | "next_audit";

export interface CommentInput {
  comment: string;
}

export interface ActionInput {
  actionId: string;
}

export interface AddEvidenceInput {
  /** The action it proves; null = the finding as a whole. */
  actionId: string | null;
}

export interface VerifyInput {
  /** What showed that the action works (CAP-2). */
  effectiveness: string;
  method: VerificationMethod;
}

export interface CarryInput {
  /** Id of an audit that exists, or NEXT_SURVEILLANCE. */
  to: string;
}

export const raisedInStage2 = needs(
  "no-finding-in-stage1",
  ({ audit }: FindingFacts) => audit.kind !== "stage1",
);
export const raisedWhileRunning = needs(
  "audit-not-running",
  ({ audit }: FindingFacts) => audit.state === "running",
);
export const requirementCited = needs(
  "requirement-missing",
  ({ finding }: FindingFacts) => finding.hasRequirement,
);
export const graded = needs("grade-missing", ({ finding }: FindingFacts) => finding.grade !== null);
export const statementWritten = needs(
  "finding-statement-missing",
  ({ finding }: FindingFacts) => finding.hasStatement,
);

/** NC-3; an opportunity is an observation and needs no evidence. */
export const evidenceDetailed = needs(
  "finding-evidence-missing",
  ({ finding }: FindingFacts) => finding.hasEvidence || finding.grade === "opportunity",
);

export const ownDraftOrLead = needsPerson(
  "not-own-draft",
  ({ moment, finding, audit }: FindingFacts) =>
    finding.authorId === moment.personId || isLeadOf(audit, moment.personId),
);

export const correctionPlanned = needs(
  "correction-missing",
  ({ finding }: FindingFacts) => finding.plan?.hasCorrection === true,
);
export const extentPlanned = needs(
  "extent-missing",
  ({ finding }: FindingFacts) => finding.plan?.hasExtent === true,
);
export const causePlanned = needs(
  "cause-missing",
  ({ finding }: FindingFacts) => finding.plan?.hasCause === true,
);

export const actionPlanned = needs(
  "action-missing",
  ({ finding }: FindingFacts) => (finding.plan?.actions.length ?? 0) > 0,
);

export const actionsComplete = needs(
  "action-incomplete",
  ({ finding }: FindingFacts) =>
    finding.plan?.actions.every(({ ownerId, dueOn }) => ownerId !== null && dueOn !== null) ?? true,
);

/** CAP-1: nothing is planned for later than the day on which the finding must be closed. */
export const actionsInTime = needs(
  "action-past-limit",
  ({ finding: { plan, closureDueOn } }: FindingFacts) =>
    closureDueOn === null ||
    (plan?.actions.every(({ dueOn }) => dueOn === null || !isAfter(dueOn, closureDueOn)) ?? true),
  ({ finding }) => ({ limit: finding.closureDueOn ?? "" }),
);

export const planInTime = needs(
  "plan-late",
  ({ moment, finding }: FindingFacts) => finding.planDueOn === null || !isAfter(moment.on, finding.planDueOn),
  ({ finding }) => ({ dueOn: finding.planDueOn ?? "" }),
);

export const commented = asks(
  "reason-missing",
  (_: FindingFacts, { comment }: CommentInput) => isStated(comment, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

/** An auditor of the case reviews and verifies: of this audit or of a later one. */
export const auditsInCase = needsPerson("not-on-team", ({ moment, record }: FindingFacts) =>
  record.audits.some((audit) => isAuditorOf(audit, moment.personId)),
);

export const auditsInCaseOrPlans = needsPerson(
  "not-on-team",
  ({ moment, record }: FindingFacts) =>
    !asksAsAuditorOnly({ moment }) || record.audits.some((audit) => isAuditorOf(audit, moment.personId)),
);

export const actionKnown = asks(
  "action-unknown",
  ({ finding }: FindingFacts, { actionId }: AddEvidenceInput) =>
    actionId === null || findAction(finding, actionId) !== null,
);

/** An action owner acts on own actions only; the manager on all. */
export const ownAction = asks(
  "not-own-action",
  ({ moment, finding }: FindingFacts, { actionId }: AddEvidenceInput) => {
    const powers = powersOf(moment.who);
    if (!powers.includes("client:owner") || powers.includes("client:manager")) return true;
    return actionId !== null && findAction(finding, actionId)?.ownerId === moment.who.personId;
  },
);

function findAction({ plan }: FindingRecord, actionId: string) {
  return plan?.actions.find(({ id }) => id === actionId) ?? null;
}

export const evidenceAdded = needs(
  "evidence-missing",
  ({ finding }: FindingFacts) => finding.evidenceFiles > 0,
);

export const actionsDone = needs(
  "action-not-done",
  ({ finding }: FindingFacts) => finding.plan?.actions.every(({ done }) => done) ?? true,
);

export const evidenceInTime = needs(
  "evidence-late",
  ({ moment, finding }: FindingFacts) =>
    finding.closureDueOn === null || !isAfter(moment.on, finding.closureDueOn),
  ({ finding }) => ({ dueOn: finding.closureDueOn ?? "" }),
);

export const effectivenessStated = asks(
  "effectiveness-missing",
  (_: FindingFacts, { effectiveness }: VerifyInput) => isStated(effectiveness, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

export const isMinor = needs("only-minor", ({ finding }: FindingFacts) => finding.grade === "minor");

export const carryTargetKnown = asks(
  "next-audit-unknown",
  ({ record, finding }: FindingFacts, { to }: CarryInput) =>
    to === NEXT_SURVEILLANCE || record.audits.some(({ id }) => id === to && id !== finding.auditId),
);

export const policyRaisesMinor = needs(
  "policy-keeps-minor",
  ({ moment }: FindingFacts) => moment.policy.minorNotEffectiveBecomesMajor,
);

/** NC-8: a minor proves ineffective at an audit after the one that raised it. */
export const laterAuditRuns = needsPerson("no-later-audit", ({ moment, record, finding }: FindingFacts) =>
  record.audits.some(
    (audit) =>
      audit.id !== finding.auditId && audit.state === "running" && isAuditorOf(audit, moment.personId),
  ),
);
