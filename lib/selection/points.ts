import { addDays, type Day, daysBetween, isAfter, isBefore, minDay } from "../day";
import type { Expectation } from "./expectation";
import { type ExpertiseKey, expertiseKeys, type Particulars, type Standing, termKeys } from "./particulars";
import type { ThreeYearCost } from "./three-year-cost";
import type { Points } from "./weighing";

/** An offer as far as points are given for it. */
export interface Scored {
  id: string;
  cost: ThreeYearCost;
  /** Stage 1 and Stage 2 in hundredths of a day; null when not stated. */
  initial: number | null;
  particulars: Particulars;
  marks: Readonly<Partial<Record<ExpertiseKey, Standing>>>;
  /** From 0 to 100, or null with too little information. */
  reputation: number | null;
  earliestOn: Day | null;
  stageGapWeeks: number | null;
}

const DAYS_OF_A_WEEK = 7;
const standingPoints: Record<Standing, number> = { stated: 1, evidenced: 2, confirmed: 3 };

/** How the points of each criterion come about, for who has to defend the result. */
export const pointsFormulas = {
  cost: "100 × lowest complete total ÷ own total; nothing for a total that is not complete",
  days: "100 less the difference from the expected days in percent of them",
  expertise: "Each of five points: stated 1, evidenced 2, confirmed 3; the sum of 15 as 100",
  reputation:
    "The mean grade, 1 as 0 and 5 as 100, less 10 for each public complaint; from three references on",
  availability:
    "100 when Stage 2 can be by the target day, one less for each day later; without a target, after the earliest body",
  terms: "25 for each of payment, cancellation, transfer and surveillance price that is stated",
} as const;

/** The points of each offer, by its id. Costs are compared only in one currency. */
export function scoreOffers(
  offers: readonly Scored[],
  expectation: Expectation,
  targetOn: Day | null,
): Map<string, Points> {
  const currencies = new Set(offers.flatMap(({ cost }) => (cost.totalMinor === null ? [] : [cost.currency])));
  const isComplete = ({ cost }: Scored) => cost.totalMinor !== null && cost.missing.length === 0;
  const complete = currencies.size === 1 ? offers.filter(isComplete) : [];
  const lowest = Math.min(...complete.map(({ cost }) => cost.totalMinor ?? 0));
  const readyDays = offers.flatMap((one) => stage2On(one) ?? []);
  const [firstReady, ...laterReady] = readyDays;
  const wanted = targetOn ?? (firstReady ? minDay(firstReady, ...laterReady) : null);
  return new Map(
    offers.map((offer) => [
      offer.id,
      {
        cost: complete.includes(offer) ? shareOf(lowest, offer.cost.totalMinor ?? 0) : null,
        days: pointsOfDays(offer.initial, expectation),
        expertise: pointsOfExpertise(offer),
        reputation: offer.reputation,
        availability: pointsOfAvailability(stage2On(offer), wanted),
        terms: pointsOfTerms(offer.particulars),
      },
    ]),
  );
}

/** The first day on which Stage 2 can be: earliest Stage 1 and the gap after it; null when one is not stated. */
export function stage2On({
  earliestOn,
  stageGapWeeks,
}: Pick<Scored, "earliestOn" | "stageGapWeeks">): Day | null {
  return earliestOn === null || stageGapWeeks === null
    ? null
    : addDays(earliestOn, stageGapWeeks * DAYS_OF_A_WEEK);
}

/** Whether the target day can be met; null when nothing is stated or no target is set. */
export function fitsTarget(
  offer: Pick<Scored, "earliestOn" | "stageGapWeeks">,
  targetOn: Day | null,
): boolean | null {
  const on = stage2On(offer);
  if (targetOn === null) return null;
  // Stage 2 is never before Stage 1: a Stage 1 after the target settles it.
  if (on === null) return offer.earliestOn !== null && isAfter(offer.earliestOn, targetOn) ? false : null;
  return !isAfter(on, targetOn);
}

/** Lowest of own as points, rounded half up; two offers that cost nothing are equal. */
function shareOf(lowest: number, own: number): number {
  if (own === 0) return 100;
  return Number((200n * BigInt(lowest) + BigInt(own)) / (2n * BigInt(own)));
}

function pointsOfDays(initial: number | null, expectation: Expectation): number | null {
  if (initial === null || expectation.kind === "manual" || expectation.initial === 0) return null;
  const off = Math.abs(initial - expectation.initial);
  return Math.max(0, 100 - Math.floor((200 * off + expectation.initial) / (2 * expectation.initial)));
}

function pointsOfExpertise({ particulars, marks }: Scored): number | null {
  const stated = expertiseKeys.filter((key) => particulars[key] !== null);
  if (stated.length === 0) return null;
  const sum = stated.reduce((total, key) => total + standingPoints[marks[key] ?? "stated"], 0);
  const most = expertiseKeys.length * standingPoints.confirmed;
  return Math.floor((200 * sum + most) / (2 * most));
}

function pointsOfAvailability(on: Day | null, wanted: Day | null): number | null {
  if (on === null || wanted === null) return null;
  return isBefore(wanted, on) ? Math.max(0, 100 - daysBetween(wanted, on)) : 100;
}

function pointsOfTerms(particulars: Particulars): number | null {
  const stated = termKeys.filter((key) => particulars[key] !== null).length;
  return stated === 0 ? null : (100 / termKeys.length) * stated;
}
