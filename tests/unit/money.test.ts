import { expect, test } from "vitest";
import {
  addMoney,
  formatMoney,
  isCurrency,
  MAX_MINOR,
  MAX_RATE_CENTIDAYS,
  multiplyByDays,
  parseMoney,
} from "@/lib/money";

test.each([
  [125050, "EUR", "EUR 1,250.50"],
  [0, "EUR", "EUR 0.00"],
  [5, "EUR", "EUR 0.05"],
  [100, "GBP", "GBP 1.00"],
  [99_999, "USD", "USD 999.99"],
  [123_456_789, "CHF", "CHF 1,234,567.89"],
  [1251, "JPY", "JPY 1,251"],
  [7, "JPY", "JPY 7"],
  [1_250_500, "KWD", "KWD 1,250.500"],
  [-125050, "EUR", "EUR -1,250.50"],
  [MAX_MINOR, "EUR", "EUR 10,000,000,000.00"],
])("%d minor units of %s are written %s", (minor, currency, text) => {
  expect(formatMoney({ minor, currency })).toBe(text);
});

test.each([
  ["1250.5", "EUR", 125050],
  ["1,250.50", "EUR", 125050],
  [" 1250 ", "EUR", 125000],
  ["1,234,567.89", "EUR", 123456789],
  ["0", "EUR", 0],
  ["0.05", "EUR", 5],
  ["1251", "JPY", 1251],
  ["1.234", "KWD", 1234],
  ["0001", "EUR", 100],
  ["10000000000", "EUR", MAX_MINOR],
])("%j in %s is %d minor units", (text, currency, minor) => {
  expect(parseMoney(text, currency)).toBe(minor);
});

test.each([
  ["", "EUR"],
  ["-5", "EUR"],
  ["1.250,50", "EUR"],
  ["1,25", "EUR"],
  ["1,2500", "EUR"],
  ["12,50.00", "EUR"],
  ["1250,50", "EUR"],
  ["1.255", "EUR"],
  ["1.", "EUR"],
  [".5", "EUR"],
  ["1e5", "EUR"],
  ["NaN", "EUR"],
  ["EUR 5", "EUR"],
  ["12.5", "JPY"],
  ["10000000000.01", "EUR"],
  ["9".repeat(400), "EUR"],
  ["5", "eur"],
  ["5", "EURO"],
  ["5", ""],
])("%j in %j is no amount", (text, currency) => {
  expect(parseMoney(text, currency)).toBeNull();
});

test.each([
  [120_000, 850, 1_020_000],
  [100_001, 50, 50_001],
  [99_999, 50, 50_000],
  [333, 33, 110],
  [1, 49, 0],
  [1, 50, 1],
  [0, 850, 0],
  [120_000, 0, 0],
  [90_071_992_547, MAX_RATE_CENTIDAYS / 1000, 900_719_925_470],
])("a rate of %d for %d centidays costs %d, rounded half up", (rate, centidays, cost) => {
  expect(multiplyByDays(rate, centidays)).toBe(cost);
});

test.each([
  [-1, 100],
  [1.5, 100],
  [100, -1],
  [100, 0.5],
  [100, MAX_RATE_CENTIDAYS + 1],
  [MAX_MINOR, 101],
  [Number.NaN, 100],
])("a rate of %d for %d centidays is refused", (rate, centidays) => {
  expect(() => multiplyByDays(rate, centidays)).toThrow(RangeError);
});

test("amounts of one currency are added, of two are not", () => {
  const ten = { minor: 1000, currency: "EUR" };
  expect(addMoney(ten, { minor: 1, currency: "EUR" }, { minor: -2, currency: "EUR" })).toEqual({
    minor: 999,
    currency: "EUR",
  });
  expect(addMoney(ten)).toEqual(ten);
  expect(() => addMoney(ten, { minor: 1, currency: "CHF" })).toThrow("CHF cannot be added to EUR");
  expect(() => addMoney(ten, { minor: MAX_MINOR, currency: "EUR" })).toThrow(/whole number of minor units/);
});

test("currencies are ISO codes in capitals", () => {
  expect(["EUR", "GBP", "JPY", "USD", "CHF", "BHD"].every(isCurrency)).toBe(true);
  expect(["eur", "EURO", "", "€", "constructor"].some(isCurrency)).toBe(false);
});
