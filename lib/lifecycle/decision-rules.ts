import { isOnOrBefore } from "@/lib/day";
import type { AccreditationAnswerInput } from "./certification-rules";
import { asks, type Facts, isStated, type Justifiable, MIN_REASON, needs, needsPerson } from "./machine";
import { findAudit, isOnAnyTeam, isReported } from "./reading";
import type { ProjectRecord } from "./record";

export interface GrantInput extends Justifiable {
  /** What the decision rests on, with further information obtained (DEC-3). */
  grounds: string;
}

/** DEC-5: the report of Stage 2 is issued. */
export const reportIssued = needs("report-missing", ({ record }: Facts) => {
  const audit = findAudit(record, "stage2");
  return isReported(audit) && audit?.reportIssuedOn != null;
});

/** DEC-5: the team recommends; it does not decide. */
export const teamRecommended = needs(
  "recommendation-missing",
  ({ record }: Facts) => findAudit(record, "stage2")?.recommendation != null,
);

export const followsRecommendation = needs(
  "against-recommendation",
  ({ record }: Facts) => findAudit(record, "stage2")?.recommendation !== "not_recommended",
);

/** Invariant 17, IS-2: at least one internal audit that covers the scope, dated before the decision. */
export const internalAuditDone = needs("internal-audit-missing", ({ record, moment }: Facts) =>
  isCovered(record.certificationCase?.internalAudits, moment.on),
);

export const managementReviewDone = needs("management-review-missing", ({ record, moment }: Facts) =>
  isCovered(record.certificationCase?.managementReviews, moment.on),
);

function isCovered(held: readonly { on: string; coversScope: boolean }[] | undefined, on: string): boolean {
  return held?.some((one) => one.coversScope && one.on < on) ?? false;
}

/** Invariant 17, IS-5: the Statement of Applicability was approved on or before the day of the decision. */
export const soaApproved = needs("soa-not-approved", ({ record, moment }: Facts) =>
  isSoaApproved(record, moment.on),
);

export function isSoaApproved(
  { needsSoa, certificationCase }: ProjectRecord,
  on: Facts["moment"]["on"],
): boolean {
  if (!needsSoa) return true;
  return certificationCase?.soa != null && isOnOrBefore(certificationCase.soa.approvedOn, on);
}

/** Whether the file lies at the accreditation body, which has not answered. */
export const forwardAnswered = needs("forward-unanswered", ({ record }: Facts) => !isForwardOpen(record));

function isForwardOpen({ certificationCase }: ProjectRecord): boolean {
  return certificationCase?.forwardedOn != null && certificationCase.forwardAnsweredOn === null;
}

export const forwardingOn = needs("forwarding-off", ({ moment }: Facts) => moment.policy.forwarding);

export const notForwardedYet = needs(
  "already-forwarded",
  ({ record }: Facts) => record.certificationCase?.forwardedOn == null,
);

export const answerAwaited = needs("not-forwarded", ({ record }: Facts) => isForwardOpen(record));

export const answerNotInFuture = asks(
  "day-in-future",
  ({ moment }: Facts, input: AccreditationAnswerInput) => isOnOrBefore(input.answeredOn, moment.on),
  (_, { answeredOn }) => ({ on: answeredOn }),
);

export const answerGiven = asks("answer-missing", (_: Facts, input: AccreditationAnswerInput) =>
  isStated(input.answer),
);

export const groundsGiven = asks(
  "grounds-missing",
  (_: Facts, input: GrantInput) => isStated(input.grounds, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

/** APL-1, invariant 4: who handles an appeal was neither on an audit nor in a decision. */
export const appealHandlerDidNotAudit = needsPerson(
  "appeal-handler-involved",
  ({ moment, record }: Facts) =>
    !isOnAnyTeam(record, moment.personId) &&
    !record.decisions.some(
      ({ kind, deciderId }) => kind !== "appeal_upheld" && deciderId === moment.personId,
    ),
);
