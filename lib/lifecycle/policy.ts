import { type Refusal, refuse } from "./refusal";

export const expiryConventions = ["three-years-minus-a-day", "three-years", "thirty-six-months"] as const;
export type ExpiryConvention = (typeof expiryConventions)[number];

/** What a certification body may set for itself (domain.md 5.4); HARD limits of the standards stand beside it. */
export interface Policy {
  /** Days from the audit's last day until the plan is due, for every nonconformity. */
  planDays: number;
  /** Days from the audit's last day until a major must be verified; never beyond the six-month limit (DEC-6). */
  majorEvidenceDays: number;
  /** Days in which the client may object to the proposed team (TEAM-5). */
  objectionDays: number;
  /** Days between sending the plan and the audit (PLAN-2). */
  planLeadDays: number;
  /** Fewest days between Stage 1 and Stage 2 (ST1-5). */
  stageGapMinDays: number;
  /** After so many months between the stages a reason is asked for (ST1-5). */
  stageGapWarnMonths: number;
  /** After so many months the body justifies that Stage 1 still stands (ST1-4, ST1-5). */
  stageGapJustifyMonths: number;
  expiryConvention: ExpiryConvention;
  /** Longest suspension in months (SUS-5). */
  suspensionMonths: number;
  /** Whether files are forwarded to the accreditation body before the decision; off by default. */
  forwarding: boolean;
  /** Whether a minor that was not closed effectively becomes a major at the next audit (NC-8). */
  minorNotEffectiveBecomesMajor: boolean;
  /** Reminders, in percent of the time that has passed. */
  remindAtPercent: readonly number[];
}

export const defaultPolicy: Policy = {
  planDays: 30,
  majorEvidenceDays: 90,
  objectionDays: 5,
  planLeadDays: 14,
  stageGapMinDays: 14,
  stageGapWarnMonths: 3,
  stageGapJustifyMonths: 6,
  expiryConvention: "three-years-minus-a-day",
  suspensionMonths: 6,
  forwarding: false,
  minorNotEffectiveBecomesMajor: true,
  remindAtPercent: [50, 80],
};

/** DEC-6 and SUS-5, in months. */
export const SIX_MONTHS = 6;

/** The most days six calendar months can have; a longer limit for majors could never apply (DEC-6). */
export const SIX_MONTHS_IN_DAYS = 184;

type NumberKey = { [K in keyof Policy]: Policy[K] extends number ? K : never }[keyof Policy];

/** What each number is called, and the least and the most it may be. */
export const policyBounds: Record<NumberKey, { name: string; least: number; most: number }> = {
  planDays: { name: "Days for the plan", least: 1, most: SIX_MONTHS_IN_DAYS },
  majorEvidenceDays: { name: "Days for closing a major", least: 1, most: SIX_MONTHS_IN_DAYS },
  objectionDays: { name: "Days to object to the team", least: 1, most: 60 },
  planLeadDays: { name: "Days between plan and audit", least: 0, most: 60 },
  stageGapMinDays: { name: "Fewest days between Stage 1 and Stage 2", least: 1, most: 90 },
  stageGapWarnMonths: { name: "Months between the stages before a reason is asked", least: 1, most: 12 },
  stageGapJustifyMonths: { name: "Months before Stage 1 must be justified", least: 1, most: 12 },
  suspensionMonths: { name: "Months of suspension", least: 1, most: SIX_MONTHS },
};

/** Every number of the policy that leaves its HARD bounds, as refusals; empty when the policy may be used. */
export function boundPolicy(policy: Policy): Refusal[] {
  const refusals = Object.entries(policyBounds).flatMap(([key, { name, least, most }]) => {
    const value = policy[key as NumberKey];
    const isWithin = Number.isInteger(value) && value >= least && value <= most;
    return isWithin ? [] : [refuse("policy-out-of-bounds", { name, least, most })];
  });
  if (policy.planDays > policy.majorEvidenceDays) refusals.push(refuse("policy-plan-after-closure", {}));
  if (policy.stageGapWarnMonths > policy.stageGapJustifyMonths)
    refusals.push(refuse("policy-warning-after-limit", {}));
  if (policy.remindAtPercent.some((percent) => !(percent > 0 && percent < 100)))
    refusals.push(refuse("policy-reminder-out-of-bounds", {}));
  return refusals;
}
