import { describe, expect, test } from "vitest";
import { initialDays, type Offer } from "@/lib/selection/offer";
import { threeYearCost } from "@/lib/selection/three-year-cost";

const offer: Offer = {
  currency: "EUR",
  days: { stage1: 300, stage2: 850, surveillance1: 350, surveillance2: 400, recertification: 750 },
  dayRateMinor: 141_750,
  applicationFeeMinor: 50_000,
  certificateFeeMinor: 60_000,
  yearlyFeeMinor: 39_999,
  travelMinor: 250_050,
};

describe("the cost of three years", () => {
  // By hand, in EUR: 3 × 1417.50 = 4252.50, 8.5 × = 12048.75, 3.5 × = 4961.25, 4 × = 5670.00,
  // fees 500.00 + 600.00 + 3 × 399.99 = 1199.97, travel 2500.50; together 31732.97.
  test("adds the two stages, two surveillances, fees and travel to the cent", () => {
    const cost = threeYearCost(offer);
    expect(cost.parts.map(({ key, minor }) => [key, minor])).toEqual([
      ["application", 50_000],
      ["stage1", 425_250],
      ["stage2", 1_204_875],
      ["surveillance1", 496_125],
      ["surveillance2", 567_000],
      ["certificate", 60_000],
      ["yearly", 119_997],
      ["travel", 250_050],
    ]);
    expect(cost.totalMinor).toBe(3_173_297);
    expect(cost.missing).toEqual([]);
  });

  test("counts the recertification to the next cycle", () => {
    const days = { ...offer.days, recertification: 99_900 };
    expect(threeYearCost({ ...offer, days }).totalMinor).toBe(3_173_297);
  });

  // 31732.97 / 19 days = 1670.1563…, so 1670.16.
  test("divides by the days of the four audits, rounded half up", () => {
    const cost = threeYearCost(offer);
    expect(cost.auditCentidays).toBe(1900);
    expect(cost.perDayMinor).toBe(167_016);
  });

  test("names what is not stated and leaves it out, never as 0", () => {
    const days = { ...offer.days, surveillance2: null };
    const cost = threeYearCost({ ...offer, days, travelMinor: null });
    expect(cost.missing).toEqual(["Surveillance 2", "Travel"]);
    expect(cost.totalMinor).toBe(3_173_297 - 567_000 - 250_050);
    expect(cost.perDayMinor).toBeNull();
  });

  test("takes a stated 0 as free of charge", () => {
    const cost = threeYearCost({ ...offer, applicationFeeMinor: 0 });
    expect(cost.missing).toEqual([]);
    expect(cost.totalMinor).toBe(3_173_297 - 50_000);
  });

  test("has no total when nothing is stated", () => {
    const nothing: Offer = {
      currency: null,
      days: { stage1: null, stage2: null, surveillance1: null, surveillance2: null, recertification: null },
      dayRateMinor: null,
      applicationFeeMinor: null,
      certificateFeeMinor: null,
      yearlyFeeMinor: null,
      travelMinor: null,
    };
    expect(threeYearCost(nothing)).toMatchObject({ totalMinor: null, perDayMinor: null });
    expect(threeYearCost(nothing).missing).toHaveLength(8);
  });

  test("explains how an audit's price came about", () => {
    const [, stage1, , , , , yearly] = threeYearCost({
      ...offer,
      days: { ...offer.days, stage1: 100 },
    }).parts;
    expect(stage1?.how).toBe("1 day at EUR 1,417.50");
    expect(yearly?.how).toBe("3 × EUR 399.99");
  });
});

test("the initial audit is Stage 1 and Stage 2 together, and unknown when one is not stated", () => {
  expect(initialDays(offer)).toBe(1150);
  expect(initialDays({ days: { ...offer.days, stage1: null } })).toBeNull();
});
