import { addDays, addMonths, type Day, isAfter, isBefore, isOnOrBefore } from "@/lib/day";
import type { AuditState } from "./audit-states";
import { asks, type Facts, isStated, needs, needsPerson } from "./machine";
import {
  findAudit,
  hasOpenAudit,
  isLeadOf,
  isReported,
  listMajorsPastLimit,
  listNonconformities,
} from "./reading";
import type { AuditKind, AuditRecord } from "./record";

export interface StartPreAuditInput {
  provider: string;
  /** A body may judge readiness only and gives no advice (PRE-1). */
  byBody: boolean;
  startsOn: Day;
}

export interface FinishPreAuditInput {
  endsOn: Day;
  gaps: string;
  recommendations: string;
}

/** An internal audit or a management review that has taken place (IS-2). */
export interface ReviewHeldInput {
  on: Day;
  coversScope: boolean;
}

export interface RecordSoaInput {
  version: string;
  approvedOn: Day;
}

export interface CreateAuditInput {
  kind: AuditKind;
}

export interface AccreditationAnswerInput {
  answeredOn: Day;
  answer: string;
}

export const providerNamed = asks("provider-missing", (_: Facts, input: StartPreAuditInput) =>
  isStated(input.provider),
);

export const preAuditEndsAfterStart = asks(
  "end-before-start",
  ({ record }: Facts, input: FinishPreAuditInput) => {
    const startsOn = record.certificationCase?.preAudit?.startsOn;
    return startsOn === undefined || isOnOrBefore(startsOn, input.endsOn);
  },
);

export const preAuditHasEnded = asks(
  "day-in-future",
  ({ moment }: Facts, input: FinishPreAuditInput) => isOnOrBefore(input.endsOn, moment.on),
  (_, { endsOn }) => ({ on: endsOn }),
);

export const bodyGivesNoAdvice = asks(
  "advice-by-body",
  ({ record }: Facts, input: FinishPreAuditInput) =>
    !record.certificationCase?.preAudit?.byBody || !isStated(input.recommendations),
);

export const reviewHasTakenPlace = asks(
  "day-in-future",
  ({ moment }: Facts, input: ReviewHeldInput) => isOnOrBefore(input.on, moment.on),
  (_, { on }) => ({ on }),
);

export const soaVersionStated = asks("soa-version-missing", (_: Facts, input: RecordSoaInput) =>
  isStated(input.version),
);

export const soaIsApproved = asks(
  "day-in-future",
  ({ moment }: Facts, input: RecordSoaInput) => isOnOrBefore(input.approvedOn, moment.on),
  (_, { approvedOn }) => ({ on: approvedOn }),
);

/** In which states of the case an audit of a kind can be made; in the later ones to replace a cancelled audit. */
export const auditKindsByState: Record<AuditKind, readonly string[]> = {
  stage1: ["engaged", "preparing", "stage1_planned"],
  stage2: ["stage1_planned", "stage1_review", "stage2_planned"],
  follow_up: ["findings_open"],
};

export const auditFitsCase = asks(
  "audit-kind-not-now",
  ({ record }: Facts, { kind }: CreateAuditInput) =>
    auditKindsByState[kind].includes(record.certificationCase?.state ?? ""),
  (_, { kind }) => ({ kind }),
);

export const noAuditOfKindOpen = asks(
  "audit-already-open",
  ({ record }: Facts, { kind }: CreateAuditInput) => !hasOpenAudit(record, kind),
  (_, { kind }) => ({ kind }),
);

const agreedStates: readonly AuditState[] = ["team_confirmed", "planned"];

export const stage1TeamConfirmed = needs("stage1-team-not-confirmed", ({ record }: Facts) => {
  const audit = findAudit(record, "stage1");
  return audit !== null && agreedStates.includes(audit.state);
});

export const stage1Reported = needs("stage1-not-reported", ({ record }: Facts) => {
  const audit = findAudit(record, "stage1");
  return isReported(audit) && audit?.conclusion != null;
});

function leads(kind: AuditKind) {
  return needsPerson("not-lead", ({ moment, record }: Facts) =>
    isLeadOf(findAudit(record, kind), moment.personId),
  );
}

export const leadsStage1 = leads("stage1");
export const leadsStage2 = leads("stage2");

export const stage1Ready = needs(
  "stage1-not-ready",
  ({ record }: Facts) => findAudit(record, "stage1")?.conclusion !== "not_ready",
);

/** IS-2 holds at the latest at the decision; before Stage 2 a missing one needs a reason. */
export const internalAuditHeld = needs("internal-audit-not-yet", ({ record, moment }: Facts) =>
  (record.certificationCase?.internalAudits ?? []).some(({ on }) => isOnOrBefore(on, moment.on)),
);

export const managementReviewHeld = needs("management-review-not-yet", ({ record, moment }: Facts) =>
  (record.certificationCase?.managementReviews ?? []).some(({ on }) => isOnOrBefore(on, moment.on)),
);

export const stage2Agreed = needs(
  "stage2-not-planned",
  ({ record }: Facts) => findAudit(record, "stage2")?.state === "planned",
);

export const stage1Concluded = needs(
  "stage1-not-concluded",
  ({ record }: Facts) => findAudit(record, "stage1")?.state === "concluded",
);

/** Invariant 8: the last day of Stage 1 lies before the first day of Stage 2. */
export const stagesInOrder = needs(
  "stage2-before-stage1",
  ({ record }: Facts) => {
    const [ends, starts] = stageDays(record);
    return ends === null || starts === null || isBefore(ends, starts);
  },
  ({ record }) => ({ on: stageDays(record)[0] ?? "" }),
);

export function stageDays(record: Facts["record"]): [Day | null, Day | null] {
  return [findAudit(record, "stage1")?.endsOn ?? null, findAudit(record, "stage2")?.startsOn ?? null];
}

export const blockingConcernsAccepted = needs(
  "concern-blocks",
  ({ record }: Facts) => countBlockingConcerns(findAudit(record, "stage1")) === 0,
  ({ record }) => ({ count: countBlockingConcerns(findAudit(record, "stage1")) }),
);

/** Concerns marked as blocking whose answer the body has not accepted. */
export function countBlockingConcerns(audit: AuditRecord | null): number {
  return audit?.concerns.filter(({ blocking, state }) => blocking && state !== "accepted").length ?? 0;
}

export const stage2PlanSent = needs(
  "plan-not-sent",
  ({ record }: Facts) => findAudit(record, "stage2")?.planSentOn != null,
);

export const stage2PlanConfirmed = needs(
  "plan-not-confirmed",
  ({ record }: Facts) => findAudit(record, "stage2")?.planConfirmedOn != null,
);

function gapHolds(test: (ends: Day, starts: Day, facts: Facts) => boolean) {
  return (facts: Facts) => {
    const [ends, starts] = stageDays(facts.record);
    return ends === null || starts === null || test(ends, starts, facts);
  };
}

export const gapLongEnough = needs(
  "stages-too-close",
  gapHolds((ends, starts, { moment }) => !isBefore(starts, addDays(ends, moment.policy.stageGapMinDays))),
  ({ moment }) => ({ days: moment.policy.stageGapMinDays }),
);

export const gapNotLong = needs(
  "stages-far-apart",
  gapHolds((ends, starts, { moment: { policy } }) => {
    const isLonger = isAfter(starts, addMonths(ends, policy.stageGapJustifyMonths));
    return isLonger || !isAfter(starts, addMonths(ends, policy.stageGapWarnMonths));
  }),
  ({ moment }) => ({ months: moment.policy.stageGapWarnMonths }),
);

export const stage1StillStands = needs(
  "stage1-stale",
  gapHolds(
    (ends, starts, { moment }) => !isAfter(starts, addMonths(ends, moment.policy.stageGapJustifyMonths)),
  ),
  ({ moment }) => ({ months: moment.policy.stageGapJustifyMonths }),
);

export const stage2Reported = needs("stage2-not-reported", ({ record }: Facts) =>
  isReported(findAudit(record, "stage2")),
);

export function hasNonconformities({ record }: Facts): boolean {
  return listNonconformities(record).length > 0;
}

/** DEC-6: only when six months have passed with a major that was not verified in time. */
export const sixMonthsPassed = needs(
  "six-months-not-passed",
  ({ moment, record }: Facts) => listMajorsPastLimit(record, moment.on).length > 0,
);
