import { expect, test } from "vitest";
import { formatAuditDays, MAX_CENTIDAYS, parseAuditDays } from "@/lib/audit-time/days";

test.each([
  ["8.5", 850],
  ["8,5", 850],
  ["8", 800],
  ["8.25", 825],
  ["0", 0],
  ["0.05", 5],
  [" 10 ", 1000],
  ["1000", MAX_CENTIDAYS],
])("%j is %d centidays", (text, centidays) => {
  expect(parseAuditDays(text)).toBe(centidays);
});

test.each([
  "",
  "-1",
  "8.",
  ".5",
  "8.125",
  "8,500",
  "1,000.5",
  "1000.01",
  "1e3",
  "eight",
  "8 days",
  "9".repeat(400),
])("%j is no number of days", (text) => {
  expect(parseAuditDays(text)).toBeNull();
});

test.each([
  [850, "8.5"],
  [1000, "10"],
  [825, "8.25"],
  [5, "0.05"],
  [0, "0"],
  [-150, "-1.5"],
])("%d centidays are written %j", (centidays, text) => {
  expect(formatAuditDays(centidays)).toBe(text);
});

test("a fraction of a centiday is refused", () => {
  expect(() => formatAuditDays(8.5)).toThrow(RangeError);
  expect(() => formatAuditDays(Number.NaN)).toThrow(RangeError);
});
