export const weighed = ["cost", "days", "expertise", "reputation", "availability", "terms"] as const;
/** What offers are weighed by; accreditation is a gate and earns no points. */
export type Weighed = (typeof weighed)[number];

export const weighedNames: Record<Weighed, string> = {
  cost: "Cost",
  days: "Audit days",
  expertise: "Expertise",
  reputation: "Reputation",
  availability: "Availability",
  terms: "Terms",
};

/** Whole numbers from 0 that make a hundred together. */
export type Weights = Readonly<Record<Weighed, number>>;

/** With what a comparison begins. */
export const defaultWeights: Weights = {
  ...{ cost: 35, days: 20, expertise: 20 },
  ...{ reputation: 10, availability: 10, terms: 5 },
};

/** Points of an offer for each criterion, from 0 to 100; null where nothing is stated to judge by. */
export type Points = Readonly<Record<Weighed, number | null>>;

export interface Weighable {
  id: string;
  points: Points;
}

export interface Ranked {
  id: string;
  /** From 1; equal offers share their rank. */
  rank: number;
  /** Tenths of a point, from 0 to 1000. */
  tenths: number;
  /** Criteria that count and for which this offer earned nothing because nothing is stated. */
  missing: readonly Weighed[];
}

export interface Weighing {
  /** Criteria with a weight for which at least one offer has points; the others say nothing about which is better. */
  counted: readonly Weighed[];
  rows: readonly Ranked[];
}

/** The sum of points times weights over the counted criteria. */
function weigh({ points }: Weighable, counted: readonly Weighed[], weights: Weights): number {
  return counted.reduce((sum, key) => sum + (points[key] ?? 0) * weights[key], 0);
}

/**
 * Ranks offers: the sum of points times weights, divided by the weights that count, rounded half up to a tenth of a point. A criterion
 * for which nobody states anything counts for nobody; where only some do, the others earn nothing for it and it is said.
 */
export function rankOffers(offers: readonly Weighable[], weights: Weights): Weighing {
  const counted = weighed.filter(
    (key) => weights[key] > 0 && offers.some(({ points }) => points[key] !== null),
  );
  const whole = counted.reduce((sum, key) => sum + weights[key], 0);
  const sums = offers.map((offer) => ({ offer, sum: weigh(offer, counted, weights) }));
  const rows = sums.map(({ offer, sum }) => ({
    id: offer.id,
    rank: 1 + sums.filter((other) => other.sum > sum).length,
    tenths: whole === 0 ? 0 : Math.floor((20 * sum + whole) / (2 * whole)),
    missing: counted.filter((key) => offer.points[key] === null),
  }));
  return { counted, rows: rows.sort((one, other) => one.rank - other.rank) };
}

/** As long as the weight of one criterion lies between these, both included, the first offer stays first. */
export interface Stability {
  key: Weighed;
  firstId: string;
  from: number;
  to: number;
}

/**
 * How far the weight of a criterion can move, the other weights scaled in proportion, while the offer that is first now stays first or
 * shares it. Null when two share the first place, with fewer than two offers, and where the criterion has all the weight or says nothing.
 */
export function findStability(
  offers: readonly Weighable[],
  weights: Weights,
  key: Weighed,
): Stability | null {
  const { rows } = rankOffers(offers, weights);
  const first = offers.find(({ id }) => id === rows[0]?.id);
  const others = 100 - weights[key];
  const says = offers.some(({ points }) => points[key] !== null);
  if (!first || offers.length < 2 || rows[1]?.rank === 1 || others === 0 || !says) return null;
  const rest = weighed.filter((one) => one !== key);
  let [from, to] = [0, 100];
  for (const other of offers) {
    // With weight t the lead is t × own + (100 - t) × more / others; times `others` it stays a whole number.
    const own = ((first.points[key] ?? 0) - (other.points[key] ?? 0)) * others;
    const more = weigh(first, rest, weights) - weigh(other, rest, weights);
    const slope = own - more;
    const start = 100 * more;
    if (slope > 0) from = Math.max(from, Math.ceil(-start / slope));
    else if (slope < 0) to = Math.min(to, Math.floor(start / -slope));
  }
  return { key, firstId: first.id, from, to };
}

/** "61.3" for 613 tenths. */
export function formatPoints(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
