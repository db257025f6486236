import {
  addDays,
  addMonths,
  addYears,
  type Day,
  dayBeforeAnniversary,
  day as dayOf,
  daysBetween,
  formatDay,
  maxDay,
  minDay,
} from "@/lib/day";
import { type ExpiryConvention, type Policy, SIX_MONTHS } from "./policy";
import type { Grade } from "./record";
import { countDays, sayDays } from "./working-days";

/** A due day with the one rule it comes from. `on` is null where no day is set yet; `because` says why. */
export interface Deadline<D extends Day | null = Day> {
  on: D;
  rule: string;
  clause: string;
  because: string;
}

/** A certificate lasts at most three years (6.6, invariant 6). */
export const CYCLE_YEARS = 3;
const FIRST_SURVEILLANCE_MONTHS = 12;
const RECERTIFICATION_LEAD_MONTHS = 3;
/** The usual window around the second surveillance, in months (6.6). */
const SURVEILLANCE_TARGET_MONTHS = 24;

/** From which day the days of a nonconformity count, and how a sentence calls it; one without a day of issue is issued now. */
function countingDay(lastDay: Day, policy: Policy, issuedOn: Day | null): { from: Day; named: string } {
  return policy.countFrom === "issue_day" && issuedOn !== null
    ? { from: issuedOn, named: `the day of issue, ${formatDay(issuedOn)}` }
    : { from: lastDay, named: `the audit's last day, ${formatDay(lastDay)}` };
}

/**
 * When the plan for a nonconformity is due (CAP-1): the policy's days after the day it counts from, and for a major never
 * after the six months; null for other findings.
 */
export function planDueOn(
  grade: Grade,
  lastDay: Day,
  policy: Policy,
  issuedOn: Day | null = null,
): Deadline<Day | null> {
  const cite = { rule: "CAP-1", clause: "ISO/IEC 17021-1 9.4.9" };
  if (grade !== "minor" && grade !== "major")
    return { ...cite, rule: "NC-5", on: null, because: "A conformity or an opportunity needs no plan." };
  const { from, named } = countingDay(lastDay, policy, issuedOn);
  const on = countDays(from, policy.planDays, policy);
  const limit = sixMonthLimit(lastDay);
  if (grade === "major" && limit.on < on) return limit;
  return { ...cite, on, because: `${sayDays(policy.planDays, policy)} after ${named}.` };
}

/**
 * When a nonconformity must be closed. A major: the policy's days, never after the six-month limit (6.6
 * majorVerifyBy). A minor: at the next audit, so no day is set.
 */
export function closureDueOn(
  grade: Grade,
  lastDay: Day,
  policy: Policy,
  issuedOn: Day | null = null,
): Deadline<Day | null> {
  if (grade !== "major")
    return {
      on: null,
      rule: grade === "minor" ? "DEC-4" : "NC-5",
      clause: "ISO/IEC 17021-1 9.5.2",
      because: grade === "minor" ? "A minor is verified at the next audit." : "This finding needs no answer.",
    };
  const { from, named } = countingDay(lastDay, policy, issuedOn);
  const byPolicy = countDays(from, policy.majorEvidenceDays, policy);
  const limit = sixMonthLimit(lastDay);
  if (limit.on < byPolicy) return limit;
  const because = `${sayDays(policy.majorEvidenceDays, policy)} after ${named}.`;
  return { on: byPolicy, rule: "CAP-1", clause: "ISO/IEC 17021-1 9.4.9", because };
}

/** The last day on which a major can be verified without another Stage 2, that day included (DEC-6, DEC-7). */
export function sixMonthLimit(lastDayStage2: Day): Deadline {
  return {
    on: addMonths(lastDayStage2, SIX_MONTHS),
    rule: "DEC-6",
    clause: "ISO/IEC 17021-1 9.5.3.2",
    because: `${SIX_MONTHS} months after the last day of Stage 2, ${formatDay(lastDayStage2)}.`,
  };
}

/** The first day a certificate may take effect: the day of the decision (DEC-10). */
export function effectiveFrom(decidedOn: Day): Deadline {
  const because = "Not before the decision.";
  return { on: decidedOn, rule: "DEC-10", clause: "ISO/IEC 17021-1 8.2.2 b", because };
}

/** The last valid day of a new certificate, that day included; every convention ends a leap day's cycle on 28 February. */
export function expiresOn(decidedOn: Day, convention: ExpiryConvention): Deadline {
  const cite = { rule: "EXP-1", clause: "ISO/IEC 17021-1 8.2.2 c" };
  const minusADay = dayBeforeAnniversary(decidedOn, CYCLE_YEARS);
  if (convention === "three-years-minus-a-day")
    return { ...cite, on: minusADay, because: "The day before the third anniversary of the decision." };
  if (convention === "three-years")
    return { ...cite, on: addYears(decidedOn, CYCLE_YEARS), because: "Three years after the decision." };
  return { ...cite, on: addMonths(decidedOn, CYCLE_YEARS * 12), because: "36 months after the decision." };
}

/** The latest day any convention allows for a certificate (6.6: never more than three years). */
export function latestExpiry(decidedOn: Day): Day {
  return addYears(decidedOn, CYCLE_YEARS);
}

/** Renewed before expiry: the new cycle counts from the old expiry (REC-5). */
export function renewedExpiresOn(oldExpiry: Day): Deadline {
  const because = `Three years after the old expiry, ${formatDay(oldExpiry)}.`;
  return {
    on: addYears(oldExpiry, CYCLE_YEARS),
    rule: "REC-5",
    clause: "ISO/IEC 17021-1 9.6.3.2.3",
    because,
  };
}

/** Restored after expiry: the gap is not given back (REC-7). */
export function restoredExpiresOn(oldExpiry: Day): Deadline {
  const because = `Three years after the old expiry, ${formatDay(oldExpiry)}; the gap is not given back.`;
  return {
    on: addYears(oldExpiry, CYCLE_YEARS),
    rule: "REC-7",
    clause: "ISO/IEC 17021-1 9.6.3.2.5",
    because,
  };
}

/** First surveillance after an initial certification: twelve months after the decision, that day included (PRG-4). */
export function surveillance1DueBy(firstDecision: Day): Deadline {
  return {
    on: addMonths(firstDecision, FIRST_SURVEILLANCE_MONTHS),
    rule: "PRG-4",
    clause: "ISO/IEC 17021-1 9.1.3.3",
    because: `${FIRST_SURVEILLANCE_MONTHS} months after the decision on ${formatDay(firstDecision)}.`,
  };
}

/** Second surveillance: in the second calendar year after the decision (PRG-3), whenever the first one was held. */
export function surveillance2DueBy(firstDecision: Day): Deadline {
  const year = Number(firstDecision.slice(0, 4)) + 2;
  return {
    on: dayOf(`${String(year).padStart(4, "0")}-12-31`),
    rule: "PRG-3",
    clause: "ISO/IEC 17021-1 9.1.3.3",
    because: `Surveillance takes place in every calendar year; this one in ${year}.`,
  };
}

/** The usual day of the second surveillance, before the body plans it (6.6, a target and no limit). */
export function surveillance2Target(firstDecision: Day): Day {
  return addMonths(firstDecision, SURVEILLANCE_TARGET_MONTHS);
}

/** When the recertification audit should start, so that majors can be closed before expiry (REC-10). */
export function recertificationTargetStart(expiry: Day): Deadline {
  return {
    on: addMonths(expiry, -RECERTIFICATION_LEAD_MONTHS),
    rule: "REC-10",
    clause: "ISO/IEC 17021-1 9.6.3.1.1",
    because: `${RECERTIFICATION_LEAD_MONTHS} months before the certificate expires on ${formatDay(expiry)}.`,
  };
}

/** The last day on which an expired certificate can be restored (REC-7). */
export function restoreBy(expiry: Day): Deadline {
  return {
    on: addMonths(expiry, SIX_MONTHS),
    rule: "REC-7",
    clause: "ISO/IEC 17021-1 9.6.3.2.5",
    because: `${SIX_MONTHS} months after the expiry on ${formatDay(expiry)}.`,
  };
}

/** The last day of a suspension: the policy's months, and never after expiry (SUS-3, SUS-5). */
export function suspensionEnd(suspendedOn: Day, expiry: Day, policy: Policy): Deadline {
  const byPolicy = addMonths(suspendedOn, policy.suspensionMonths);
  const because =
    byPolicy <= expiry
      ? `${policy.suspensionMonths} months after the suspension on ${formatDay(suspendedOn)}.`
      : "The certificate expires then; a suspension does not stop the clock.";
  return { on: minDay(byPolicy, expiry), rule: "SUS-5", clause: "ISO/IEC 17021-1 9.6.5.4", because };
}

/** The last day on which an invited body may answer a request: the day that the client set. */
export function requestDeadline(answerDueOn: Day): Deadline {
  return { on: answerDueOn, rule: "SRC-1", clause: "", because: "The client asked for answers by this day." };
}

/** The last day on which the client may object to the team (TEAM-5). */
export function objectionDueOn(teamProposedOn: Day, policy: Policy): Deadline {
  return {
    on: countDays(teamProposedOn, policy.objectionDays, policy),
    rule: "TEAM-5",
    clause: "ISO/IEC 17021-1 9.2.3.5",
    because: `${sayDays(policy.objectionDays, policy)} after the team was proposed on ${formatDay(teamProposedOn)}.`,
  };
}

/** The last day on which the plan can be sent in good time (PLAN-2). */
export function planSendBy(startsOn: Day, policy: Policy): Deadline {
  return {
    on: countDays(startsOn, -policy.planLeadDays, policy),
    rule: "PLAN-2",
    clause: "ISO/IEC 17021-1 9.2.3.4",
    because: `${sayDays(policy.planLeadDays, policy)} before the audit starts on ${formatDay(startsOn)}.`,
  };
}

/** The first usual day of Stage 2 after Stage 1 (ST1-5); the day after is the earliest that a rule allows (invariant 8). */
export function earliestStage2(lastDayStage1: Day, policy: Policy): Deadline {
  return {
    on: maxDay(addDays(lastDayStage1, policy.stageGapMinDays), addDays(lastDayStage1, 1)),
    rule: "ST1-5",
    clause: "ISO/IEC 17021-1 9.3.1.2.4",
    because: `${policy.stageGapMinDays} days after the last day of Stage 1, ${formatDay(lastDayStage1)}.`,
  };
}

/** The days at a share of the time between two days, for reminders: 50 % of 30 days is day 15. */
export function remindersBetween(from: Day, due: Day, policy: Policy): Day[] {
  const span = Math.max(0, daysBetween(from, due));
  return policy.remindAtPercent.map((percent) => addDays(from, Math.floor((span * percent) / 100)));
}
