import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { expectDays } from "@/lib/selection/expectation";
import { noParticulars } from "@/lib/selection/particulars";
import { fitsTarget, type Scored, scoreOffers, stage2On } from "@/lib/selection/points";
import { threeYearCost } from "@/lib/selection/three-year-cost";
import {
  defaultWeights,
  findStability,
  formatPoints,
  type Points,
  rankOffers,
  weighed,
} from "@/lib/selection/weighing";

const none: Points = {
  ...{ cost: null, days: null, expertise: null },
  ...{ reputation: null, availability: null, terms: null },
};
const offer = (id: string, points: Partial<Points>) => ({ id, points: { ...none, ...points } });
const halves = {
  ...defaultWeights,
  ...{ cost: 50, days: 50, expertise: 0, reputation: 0, availability: 0, terms: 0 },
};

describe("the rank of offers", () => {
  test("the weights a comparison begins with make a hundred", () => {
    expect(weighed.reduce((sum, key) => sum + defaultWeights[key], 0)).toBe(100);
  });

  test("is by points times weights over the weights that count", () => {
    // 35 × 100 + 20 × 80 = 5100, of 35 + 20: 92.7. 35 × 90 + 20 × 100 = 5150: 93.6.
    const { counted, rows } = rankOffers(
      [offer("a", { cost: 100, days: 80 }), offer("b", { cost: 90, days: 100 })],
      defaultWeights,
    );
    expect(counted).toEqual(["cost", "days"]);
    expect(rows).toEqual([
      { id: "b", rank: 1, tenths: 936, missing: [] },
      { id: "a", rank: 2, tenths: 927, missing: [] },
    ]);
    expect(rows.map(({ tenths }) => formatPoints(tenths))).toEqual(["93.6", "92.7"]);
  });

  test("who states nothing earns nothing, and it is said; equal offers share their rank", () => {
    const { rows } = rankOffers(
      [offer("a", { cost: 100 }), offer("b", { cost: 50, days: 50 }), offer("c", { cost: 50, days: 50 })],
      halves,
    );
    expect(rows).toEqual([
      { id: "a", rank: 1, tenths: 500, missing: ["days"] },
      { id: "b", rank: 1, tenths: 500, missing: [] },
      { id: "c", rank: 1, tenths: 500, missing: [] },
    ]);
  });
});

describe("how far a weight can move", () => {
  test("until the second has as many points as the first", () => {
    // a leads by 20 in cost and trails by 10 in days: 20 t = 10 (100 - t) at t = 33.3.
    const all = [offer("a", { cost: 100, days: 80 }), offer("b", { cost: 80, days: 90 })];
    expect(findStability(all, halves, "cost")).toEqual({ key: "cost", firstId: "a", from: 34, to: 100 });
    expect(findStability(all, halves, "days")).toEqual({ key: "days", firstId: "a", from: 0, to: 66 });
  });

  test("is not told where two share the first place, of one offer, or with all the weight", () => {
    const [a, b] = [offer("a", { cost: 100, days: 80 }), offer("b", { cost: 80, days: 100 })];
    expect(findStability([a, b], halves, "cost")).toBeNull();
    expect(findStability([a], halves, "cost")).toBeNull();
    expect(findStability([a, b], { ...halves, cost: 100, days: 0 }, "cost")).toBeNull();
    expect(findStability([a, offer("c", { cost: 1 })], halves, "terms")).toBeNull();
  });
});

describe("the points of an offer", () => {
  const EXPECTED = expectDays("iso-27001-2022", 85);
  const priced = (rate: number) =>
    threeYearCost({
      ...{ currency: "EUR", dayRateMinor: rate, applicationFeeMinor: 0, certificateFeeMinor: 0 },
      ...{ yearlyFeeMinor: 0, travelMinor: 0 },
      days: { stage1: 300, stage2: 800, surveillance1: 350, surveillance2: 350, recertification: 750 },
    });
  const scored = (id: string, more: Partial<Scored> = {}): Scored => ({
    ...{ id, cost: priced(100_000), initial: 1100, particulars: noParticulars, marks: {}, reputation: null },
    ...{ earliestOn: null, stageGapWeeks: null },
    ...more,
  });
  const points = (offers: Scored[], targetOn = "2027-06-01") => [
    ...scoreOffers(offers, EXPECTED, day(targetOn)).values(),
  ];

  test("for cost are the share of the lowest complete total, in one currency alone", () => {
    const dearer = scored("b", { cost: priced(150_000) });
    // EUR 18,000 of EUR 27,000 is two thirds.
    expect(points([scored("a"), dearer]).map(({ cost }) => cost)).toEqual([100, 67]);
    const open = scored("b", { cost: threeYearCost({ ...noOffer, currency: "EUR", dayRateMinor: 90_000 }) });
    expect(points([scored("a"), open]).map(({ cost }) => cost)).toEqual([100, null]);
    const pounds = scored("b", { cost: { ...priced(1), currency: "GBP" } });
    expect(points([scored("a"), pounds]).map(({ cost }) => cost)).toEqual([null, null]);
  });

  test("for days are a hundred less the difference in percent, either way", () => {
    // 11 days are expected for 85 persons: 8 is 27 % off, 13 is 18 % off, 30 is too far for any point.
    const all = [1100, 800, 1300, 3000, null].map((initial) => scored(String(initial), { initial }));
    expect(points(all).map(({ days }) => days)).toEqual([100, 73, 82, 0, null]);
  });

  test("for expertise rise from stated to confirmed, for terms with each that is stated", () => {
    const particulars = { ...noParticulars, sectors: "Hosting", leadAuditor: "Jo", priceLock: "Three years" };
    const [plain, proven, silent] = points([
      scored("a", { particulars }),
      scored("b", {
        particulars,
        marks: { sectors: "confirmed", leadAuditor: "evidenced", technologies: "confirmed" },
      }),
      scored("c"),
    ]);
    // 2 of 15 and 5 of 15; a mark on what is not stated counts for nothing.
    expect([plain?.expertise, proven?.expertise, silent?.expertise]).toEqual([13, 33, null]);
    expect([plain?.terms, silent?.terms]).toEqual([25, null]);
  });

  test("for availability fall by one for each day after the target", () => {
    const on = (earliestOn: string, stageGapWeeks: number | null) =>
      scored(earliestOn, { earliestOn: day(earliestOn), stageGapWeeks });
    const all = [on("2027-05-04", 4), on("2027-05-05", 4), on("2027-12-01", 8), on("2027-05-01", null)];
    expect(points(all).map(({ availability }) => availability)).toEqual([100, 99, 0, null]);
    expect(stage2On({ earliestOn: day("2027-05-04"), stageGapWeeks: 4 })).toBe("2027-06-01");
    const target = day("2027-06-01");
    expect(all.map((one) => fitsTarget(one, target))).toEqual([true, false, false, null]);
    expect(fitsTarget({ earliestOn: day("2027-06-02"), stageGapWeeks: null }, target)).toBe(false);
  });
});

const noOffer = {
  ...{ currency: null, dayRateMinor: null, applicationFeeMinor: null, certificateFeeMinor: null },
  ...{ yearlyFeeMinor: null, travelMinor: null },
  days: { stage1: 300, stage2: 800, surveillance1: null, surveillance2: null, recertification: null },
};
