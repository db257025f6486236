import { expect, test } from "vitest";
import { day } from "@/lib/day";
import {
  convert,
  convertCost,
  type ExchangeRate,
  formatRate,
  parseRate,
  sayRate,
} from "@/lib/selection/conversion";
import type { Offer } from "@/lib/selection/offer";
import { threeYearCost } from "@/lib/selection/three-year-cost";

const on = day("2027-01-04");
const rate = (from: string, to: string, millionths: number): ExchangeRate => ({ from, to, millionths, on });

test.each([
  ["1.17", 1_170_000],
  ["0.000001", 1],
  ["161.5", 161_500_000],
  [" 2 ", 2_000_000],
  ["0", null],
  ["1,17", null],
  ["1.1234567", null],
  ["-1", null],
  ["1e3", null],
  ["", null],
  ["1000000", 1_000_000_000_000],
  ["1000000.1", null],
])("a rate typed as %j is %j millionths", (typed, millionths) => {
  expect(parseRate(typed)).toBe(millionths);
});

test.each([
  [1_170_000, "1.17"],
  [1, "0.000001"],
  [2_000_000, "2"],
  [161_500_000, "161.5"],
])("%d millionths are shown as %s", (millionths, shown) => {
  expect(formatRate(millionths)).toBe(shown);
  expect(parseRate(shown)).toBe(millionths);
});

test.each([
  // 1,250.50 x 1.17 = 1,463.085, half up.
  ["GBP 1,250.50 at 1.17", { minor: 125_050, currency: "GBP" }, rate("GBP", "EUR", 1_170_000), 146_309],
  // 100.00 x 161.5 yen, which have no decimals.
  ["EUR 100.00 at 161.5", { minor: 10_000, currency: "EUR" }, rate("EUR", "JPY", 161_500_000), 16_150],
  // 16,150 x 0.006192 = 100.0008
  ["JPY 16,150 at 0.006192", { minor: 16_150, currency: "JPY" }, rate("JPY", "EUR", 6_192), 10_000],
  // 0.01 x 0.5 = 0.005, half up.
  ["the smallest amount at a half", { minor: 1, currency: "GBP" }, rate("GBP", "EUR", 500_000), 1],
  ["nothing", { minor: 0, currency: "GBP" }, rate("GBP", "EUR", 1_170_000), 0],
])("%s", (_what, amount, by, minor) => {
  expect(convert(amount, by)).toEqual({ minor, currency: by.to });
});

test("an amount of another currency is refused, and one that becomes too large is none", () => {
  const eur = { minor: 1, currency: "EUR" };
  expect(() => convert(eur, rate("GBP", "EUR", 1_000_000))).toThrow("does not convert EUR");
  const large = { minor: 1_000_000_000_000, currency: "EUR" };
  expect(convert(large, rate("EUR", "JPY", 161_500_000))).toBeNull();
});

const offer: Offer = {
  currency: "GBP",
  days: { stage1: 300, stage2: 800, surveillance1: 350, surveillance2: 350, recertification: null },
  dayRateMinor: 118_050,
  applicationFeeMinor: 45_000,
  certificateFeeMinor: null,
  yearlyFeeMinor: 35_000,
  travelMinor: 0,
};

test("a cost is converted part by part: the parts add up to the total, and what is not stated stays so", () => {
  const converted = convertCost(threeYearCost(offer), rate("GBP", "EUR", 1_170_000));
  // By hand: 450.00, 3 x 1,180.50 = 3,541.50, 8 x = 9,444.00, 3.5 x = 4,131.75 twice, 3 x 350.00 = 1,050.00, 0; each x 1.17.
  expect(converted.parts.map(({ key, minor }) => [key, minor])).toEqual([
    ["application", 52_650],
    ["stage1", 414_356],
    ["stage2", 1_104_948],
    ["surveillance1", 483_415],
    ["surveillance2", 483_415],
    ["certificate", null],
    ["yearly", 122_850],
    ["travel", 0],
  ]);
  expect(converted.totalMinor).toBe(2_661_634);
  // 26,616.34 over 18 days.
  expect(converted.perDayMinor).toBe(147_869);
  expect(converted.missing).toEqual(["Certificate fee"]);
  expect(converted.parts[1]?.how).toBe("GBP 3,541.50: 3 days at GBP 1,180.50");
  expect(sayRate(rate("GBP", "EUR", 1_170_000))).toBe("GBP 1 = EUR 1.17, rate of 4 Jan 2027");
});

test("a cost that becomes too large stays in its own currency", () => {
  const cost = threeYearCost({ ...offer, travelMinor: 10_000_000_000 });
  expect(convertCost(cost, rate("GBP", "EUR", 1_000_000_000))).toBe(cost);
});

test("a cost that is in the currency already, or in none, stays as it is", () => {
  const cost = threeYearCost({ ...offer, currency: "EUR" });
  expect(convertCost(cost, rate("GBP", "EUR", 1_170_000))).toBe(cost);
  const none = threeYearCost({ ...offer, currency: null });
  expect(convertCost(none, rate("GBP", "EUR", 1_170_000))).toBe(none);
});
