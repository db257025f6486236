import { expect, test } from "vitest";
import {
  addDays,
  day,
  formatDay,
  formatDayLong,
  formatDayWithWeekday,
  formatInstant,
  isTimeZone,
  LAST_DAY,
  relativeDay,
  today,
} from "@/lib/day";

test("a day is written short, with its weekday, and long", () => {
  expect(formatDay(day("2027-03-27"))).toBe("27 Mar 2027");
  expect(formatDay(day("2027-09-01"))).toBe("1 Sep 2027");
  expect(formatDayWithWeekday(day("2027-06-10"))).toBe("Thu 10 Jun 2027");
  expect(formatDayLong(day("2027-06-10"))).toBe("Thursday 10 June 2027");
  expect(formatDayLong(day("2027-03-28"))).toBe("Sunday 28 March 2027");
  expect(formatDayLong(LAST_DAY)).toBe("Friday 31 December 9999");
});

test("every month has its own name", () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    day(`2027-${String(index + 1).padStart(2, "0")}-05`),
  );
  expect(months.map((month) => formatDay(month).slice(2, -5)).join(" ")).toBe(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  );
});

test.each([
  [0, "today"],
  [1, "tomorrow"],
  [-1, "yesterday"],
  [2, "in 2 days"],
  [12, "in 12 days"],
  [-3, "3 days ago"],
  [400, "in 400 days"],
])("%d days from today reads %j", (days, expected) => {
  const base = day("2026-10-24");
  expect(relativeDay(addDays(base, days), base)).toBe(expected);
});

test.each([
  ["2027-03-27T13:05:00Z", "Europe/Berlin", "27 Mar 2027, 14:05 CET"],
  ["2027-03-28T12:05:00Z", "Europe/Berlin", "28 Mar 2027, 14:05 CEST"],
  ["2027-03-27T23:00:00Z", "Europe/Berlin", "28 Mar 2027, 00:00 CET"],
  ["2027-03-27T13:05:00Z", "UTC", "27 Mar 2027, 13:05 UTC"],
  ["2027-03-27T20:00:00Z", "Asia/Kathmandu", "28 Mar 2027, 01:45 GMT+5:45"],
  ["2027-03-27T03:30:00Z", "America/New_York", "26 Mar 2027, 23:30 GMT-4"],
])("the instant %s in %s reads %j", (instant, zone, expected) => {
  expect(formatInstant(new Date(instant), zone)).toBe(expected);
});

test.each([
  ["2026-05-02T03:00:00Z", "America/Los_Angeles", "2026-05-01"],
  ["2026-05-02T03:00:00Z", "UTC", "2026-05-02"],
  ["2026-05-01T11:59:00Z", "Pacific/Auckland", "2026-05-01"],
  ["2026-05-01T12:00:00Z", "Pacific/Auckland", "2026-05-02"],
  ["2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29"],
  ["2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25"],
  ["2026-10-25T22:59:59Z", "Europe/Berlin", "2026-10-25"],
  ["2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26"],
  ["2026-05-01T18:14:59Z", "Asia/Kathmandu", "2026-05-01"],
  ["2026-05-01T18:15:00Z", "Asia/Kathmandu", "2026-05-02"],
])("at %s the day in %s is %s", (instant, zone, expected) => {
  expect(today(zone, new Date(instant))).toBe(expected);
});

test("an unknown zone is refused, not guessed", () => {
  expect(() => today("Mars/Olympus", new Date(0))).toThrow(/is not a time zone/);
  expect(() => today("constructor", new Date(0))).toThrow(/is not a time zone/);
  expect(() => today("UTC", new Date(Number.NaN))).toThrow(RangeError);
  expect(() => formatInstant(new Date(0), "Mars/Olympus")).toThrow(RangeError);
});

test("time zones are IANA names", () => {
  expect(
    ["UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Calcutta", "America/Argentina/Ushuaia"].every(isTimeZone),
  ).toBe(true);
  for (const zone of ["", "Mars/Olympus", "+02:00", "Berlin", "constructor", "__proto__", "Europe/Berlin "]) {
    expect(isTimeZone(zone), zone).toBe(false);
  }
});
