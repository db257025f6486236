import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findStability,
  type Points,
  rankOffers,
  type Weighable,
  type Weights,
  weighed,
} from "@/lib/selection/weighing";

/** Six whole numbers that make a hundred: five cuts of it, in order. */
const weights = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 })
  .map((cuts) => [0, ...cuts.sort((one, other) => one - other), 100])
  .map(
    (cuts) =>
      Object.fromEntries(weighed.map((key, at) => [key, (cuts[at + 1] ?? 0) - (cuts[at] ?? 0)])) as Weights,
  );
const points = fc.record(
  Object.fromEntries(weighed.map((key) => [key, fc.option(fc.integer({ min: 0, max: 100 }))])),
) as fc.Arbitrary<Points>;
const offers = fc
  .array(points, { minLength: 2, maxLength: 5 })
  .map((all): Weighable[] => all.map((one, at) => ({ id: `body ${at}`, points: one })));

/** The offer's sum with another weight of one criterion and the other weights scaled in proportion; a common factor makes it whole. */
function sumWith(offer: Weighable, given: Weights, key: (typeof weighed)[number], weight: number): number {
  const others = 100 - given[key];
  return weighed.reduce(
    (sum, one) =>
      sum + (offer.points[one] ?? 0) * (one === key ? weight * others : given[one] * (100 - weight)),
    0,
  );
}

test("the first stays first for exactly the weights between the two that are told", () => {
  fc.assert(
    fc.property(offers, weights, fc.constantFrom(...weighed), (all, given, key) => {
      const found = findStability(all, given, key);
      if (found === null) return;
      const first = all.find(({ id }) => id === found.firstId);
      if (!first) throw new Error("Nobody is first.");
      for (let weight = 0; weight <= 100; weight += 1) {
        const stays = all.every(
          (other) => sumWith(first, given, key, weight) >= sumWith(other, given, key, weight),
        );
        expect([weight, stays]).toEqual([weight, found.from <= weight && weight <= found.to]);
      }
    }),
    { numRuns: 1000 },
  );
});

test("what is told holds for the weight that is set", () => {
  fc.assert(
    fc.property(offers, weights, fc.constantFrom(...weighed), (all, given, key) => {
      const found = findStability(all, given, key);
      if (found === null) return;
      expect(found.from).toBeLessThanOrEqual(given[key]);
      expect(found.to).toBeGreaterThanOrEqual(given[key]);
    }),
  );
});

test("a better offer never ranks behind, and points stay between 0 and 100", () => {
  fc.assert(
    fc.property(offers, weights, (all, given) => {
      const { rows } = rankOffers(all, given);
      for (const row of rows) expect(row.tenths >= 0 && row.tenths <= 1000).toBe(true);
      expect(rows[0]?.rank).toBe(1);
      for (const one of all)
        for (const other of all) {
          const isBetter = weighed.every((key) => (one.points[key] ?? 0) >= (other.points[key] ?? 0));
          const rankOf = ({ id }: Weighable) => rows.find((row) => row.id === id)?.rank ?? 0;
          if (isBetter) expect(rankOf(one)).toBeLessThanOrEqual(rankOf(other));
        }
    }),
  );
});
