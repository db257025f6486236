import { type Day, formatDay, isBefore } from "../day";
import type { Gate } from "./accreditation-gate";
import type { Expectation } from "./expectation";
import type { ThreeYearCost } from "./three-year-cost";

/** One offer as far as the verdicts need it. */
export interface Candidate {
  id: string;
  gate: Pick<Gate, "kind" | "sentence">;
  validUntil: Day | null;
  cost: ThreeYearCost;
  /** Stage 1 and Stage 2 in hundredths of a day; null when not stated. */
  initial: number | null;
}

/** Totals may be compared only when all are of one currency. */
export function currenciesOf(candidates: readonly Candidate[]): string[] {
  const currencies = candidates.flatMap(({ cost }) =>
    cost.currency !== null && cost.totalMinor !== null ? [cost.currency] : [],
  );
  return [...new Set(currencies)].sort();
}

/** What stands out about each offer, by id: why it is out, and where it is best. An offer may have no verdict. */
export function judgeOffers(
  candidates: readonly Candidate[],
  expectation: Expectation,
  today: Day,
): Map<string, string[]> {
  const verdicts = new Map(candidates.map(({ id }) => [id, [] as string[]]));
  const say = (id: string, words: string) => verdicts.get(id)?.push(words);
  for (const { id, gate, validUntil } of candidates) {
    if (gate.kind !== "covered") say(id, gate.sentence);
    if (validUntil && isBefore(validUntil, today)) say(id, `The offer ended on ${formatDay(validUntil)}.`);
  }
  const standing = candidates.filter(({ id }) => verdicts.get(id)?.length === 0);
  for (const id of cheapest(standing)) say(id, "Lowest cost over three years");
  for (const id of closest(standing, expectation)) say(id, "Closest to the expected days");
  return verdicts;
}

/** Ids of the lowest complete total; none unless at least two complete totals of one currency can be compared. */
function cheapest(candidates: readonly Candidate[]): string[] {
  const priced = candidates.filter(({ cost }) => cost.totalMinor !== null);
  if (currenciesOf(priced).length !== 1) return [];
  const complete = priced.filter(({ cost }) => cost.missing.length === 0);
  if (complete.length < 2) return [];
  const lowest = Math.min(...complete.map(({ cost }) => cost.totalMinor ?? 0));
  // An incomplete total is "at least": one below the lowest may still be the cheapest, so nobody is called it.
  const isDoubtful = priced.some(({ cost }) => cost.missing.length > 0 && (cost.totalMinor ?? 0) < lowest);
  return isDoubtful ? [] : complete.filter(({ cost }) => cost.totalMinor === lowest).map(({ id }) => id);
}

function closest(candidates: readonly Candidate[], expectation: Expectation): string[] {
  if (expectation.kind === "manual") return [];
  const stated = candidates.flatMap(({ id, initial }) =>
    initial === null ? [] : [{ id, distance: Math.abs(initial - expectation.initial) }],
  );
  if (stated.length < 2) return [];
  const distances = stated.map(({ distance }) => distance);
  const least = Math.min(...distances);
  // What all have in common does not stand out.
  if (least === Math.max(...distances)) return [];
  return stated.filter(({ distance }) => distance === least).map(({ id }) => id);
}
