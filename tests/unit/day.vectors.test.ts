import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  day,
  dayBeforeAnniversary,
  daysBetween,
  formatDay,
  isAfter,
  relativeDay,
  today,
} from "@/lib/day";

/** Days of a certification cycle that other software got wrong. Where sources differ, domain rule 6.6 holds. */

test("a decision on 29 Feb 2024 for three years ends on 28 Feb 2027 under either way of counting (6.6)", () => {
  expect(dayBeforeAnniversary(day("2024-02-29"), 3)).toBe("2027-02-28");
  expect(addYears(day("2024-02-29"), 3)).toBe("2027-02-28");
});

test("a decision on 29 Feb 2028 ends on 28 Feb 2031, never on 27 February (6.6)", () => {
  expect(dayBeforeAnniversary(day("2028-02-29"), 3)).toBe("2031-02-28");
  expect(addYears(day("2028-02-29"), 3)).toBe("2031-02-28");
  expect(addMonths(day("2028-02-29"), 36)).toBe("2031-02-28");
});

test("an ordinary decision ends the day before its third anniversary (6.6)", () => {
  expect(dayBeforeAnniversary(day("2027-01-22"), 3)).toBe("2030-01-21");
});

test("six months before 29 Feb 2028 is 29 Aug 2027: months, not 182 days", () => {
  expect(addMonths(day("2028-02-29"), -6)).toBe("2027-08-29");
});

test("the first surveillance after a decision on 31 Aug 2025 is due by 31 Aug 2026 (PRG-4)", () => {
  expect(addMonths(day("2025-08-31"), 12)).toBe("2026-08-31");
});

test("six months after a Stage 2 that ended on 31 Oct 2025 is 30 Apr 2026 (DEC-7)", () => {
  expect(addMonths(day("2025-10-31"), 6)).toBe("2026-04-30");
});

test("a certificate expired on 15 Mar 2026 can be restored until 15 Sep 2026, and then ends by the old cycle (REC-7)", () => {
  expect(addMonths(day("2026-03-15"), 6)).toBe("2026-09-15");
  expect(addYears(day("2026-03-15"), 3)).toBe("2029-03-15");
});

test.each([
  ["the 23-hour day", "2026-03-29", "2026-03-28T11:00:00Z"],
  ["the 25-hour day", "2026-10-25", "2026-10-24T21:30:00Z"],
])("%s in Berlin is one day away on its eve", (_, due, instant) => {
  const eve = today("Europe/Berlin", new Date(instant));
  expect(daysBetween(eve, day(due))).toBe(1);
  expect(relativeDay(day(due), eve)).toBe("tomorrow");
});

test("what is due on 1 May is due today in Los Angeles at eight in the evening, though UTC has 2 May", () => {
  const instant = new Date("2026-05-02T03:00:00Z");
  const due = day("2026-05-01");
  expect(relativeDay(due, today("America/Los_Angeles", instant))).toBe("today");
  expect(isAfter(today("America/Los_Angeles", instant), due)).toBe(false);
  expect(isAfter(today("UTC", instant), due)).toBe(true);
});

test("1 May is shown as 1 May, whoever looks and from where", () => {
  expect(formatDay(day("2026-05-01"))).toBe("1 May 2026");
});

test("ten days after Good Friday are ten calendar days", () => {
  expect(addDays(day("2026-04-03"), 10)).toBe("2026-04-13");
});

test("an audit of one day ends, for a calendar file, on the next day", () => {
  expect(addDays(day("2026-06-10"), 1)).toBe("2026-06-11");
  expect(daysBetween(day("2026-06-10"), day("2026-06-10"))).toBe(0);
});
