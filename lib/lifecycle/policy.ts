import type { Day } from "@/lib/day";
import { type Refusal, refuse } from "./refusal";

export const expiryConventions = ["three-years-minus-a-day", "three-years", "thirty-six-months"] as const;
export type ExpiryConvention = (typeof expiryConventions)[number];

/** Whether the days of deadlines count every day or the body's working days; months are always of the calendar. */
export const dayCounts = ["calendar", "business"] as const;
/** The day from which a nonconformity's days count; the six months of DEC-6 count from the audit's last day always (DEC-7). */
export const countingStarts = ["last_day", "issue_day"] as const;

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
  dayCount: (typeof dayCounts)[number];
  countFrom: (typeof countingStarts)[number];
  /** Days on which the body does not work, for counting in business days. */
  holidays: readonly Day[];
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
  dayCount: "calendar",
  countFrom: "last_day",
  holidays: [],
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

const iso = (clause: string) => `ISO/IEC 17021-1 ${clause}`;
const SIX_MONTH_LIMIT = { rule: "DEC-6", clause: iso("9.5.3.2") };
const STAGE_GAP = { rule: "ST1-5", clause: iso("9.3.1.2.4") };

/** What each number is called, the least and the most it may be, and the rule that it serves. */
export const policyBounds: Record<
  NumberKey,
  { name: string; least: number; most: number; rule: string; clause: string }
> = {
  planDays: { name: "Days for the plan", least: 1, most: SIX_MONTHS_IN_DAYS, ...SIX_MONTH_LIMIT },
  majorEvidenceDays: {
    name: "Days for closing a major",
    least: 1,
    most: SIX_MONTHS_IN_DAYS,
    ...SIX_MONTH_LIMIT,
  },
  objectionDays: {
    name: "Days to object to the team",
    least: 1,
    most: 60,
    rule: "TEAM-5",
    clause: iso("9.2.3.5"),
  },
  planLeadDays: {
    name: "Days between plan and audit",
    least: 0,
    most: 60,
    rule: "PLAN-2",
    clause: iso("9.2.3.4"),
  },
  stageGapMinDays: { name: "Fewest days between Stage 1 and Stage 2", least: 1, most: 90, ...STAGE_GAP },
  stageGapWarnMonths: {
    name: "Months between the stages before a reason is asked",
    least: 1,
    most: 12,
    ...STAGE_GAP,
  },
  stageGapJustifyMonths: {
    name: "Months before Stage 1 must be justified",
    least: 1,
    most: 12,
    ...STAGE_GAP,
  },
  suspensionMonths: {
    name: "Months of suspension",
    least: 1,
    most: SIX_MONTHS,
    rule: "SUS-5",
    clause: iso("9.6.5.4"),
  },
};

/** What a body keeps: its settings for all schemes, and those in which a scheme differs. */
export type KeptPolicy = Partial<Policy> & { schemes?: Readonly<Record<string, Partial<Policy>>> };

/** The policy in force for a scheme, such as "ISO/IEC 27001": the scheme's own settings over the body's over the defaults. */
export function policyFor(kept: KeptPolicy | null | undefined, scheme: string | null): Policy {
  const { schemes, ...settings } = kept ?? {};
  const own = scheme === null ? undefined : schemes?.[scheme];
  return { ...defaultPolicy, ...settings, ...own };
}

/** How the screens and the trail call each setting. */
export const policyNames: Record<keyof Policy, string> = {
  ...(Object.fromEntries(Object.entries(policyBounds).map(([key, { name }]) => [key, name])) as Record<
    NumberKey,
    string
  >),
  expiryConvention: "Validity of certificates",
  dayCount: "Days are counted in",
  countFrom: "Days of a nonconformity count from",
  holidays: "Holidays",
  forwarding: "Forwarding to the accreditation body",
  minorNotEffectiveBecomesMajor: "A minor not closed effectively becomes a major",
  remindAtPercent: "Reminders, in percent of the time",
};

/** A value of the policy in words. */
export function sayPolicyValue(value: Policy[keyof Policy]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return value.join(" ") || "none";
  return String(value).replace(/[-_]/g, " ");
}

/** Every number of the policy that leaves its HARD bounds, as refusals; empty when the policy may be used. */
export function boundPolicy(policy: Policy): Refusal[] {
  const refusals = Object.entries(policyBounds).flatMap(([key, { name, least, most, ...cite }]) => {
    const value = policy[key as NumberKey];
    const isWithin = Number.isInteger(value) && value >= least && value <= most;
    return isWithin ? [] : [{ ...refuse("policy-out-of-bounds", { name, least, most }), ...cite }];
  });
  if (policy.planDays > policy.majorEvidenceDays) refusals.push(refuse("policy-plan-after-closure", {}));
  if (policy.stageGapWarnMonths > policy.stageGapJustifyMonths)
    refusals.push(refuse("policy-warning-after-limit", {}));
  if (policy.remindAtPercent.some((percent) => !(percent > 0 && percent < 100)))
    refusals.push(refuse("policy-reminder-out-of-bounds", {}));
  return refusals;
}
