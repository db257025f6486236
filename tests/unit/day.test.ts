import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  dateToDay,
  day,
  dayBefore,
  dayBeforeAnniversary,
  daysBetween,
  dayToDate,
  FIRST_DAY,
  isAfter,
  isBefore,
  isOnOrBefore,
  LAST_DAY,
  MAX_STEP,
  maxDay,
  minDay,
  parseDay,
  weekday,
} from "@/lib/day";

describe("reading a day", () => {
  test.each(["2027-03-27", "2024-02-29", "2000-02-29", "9999-12-31", "0001-01-01"])("%s is a day", (text) => {
    expect(parseDay(text)).toBe(text);
    expect(day(text)).toBe(text);
  });

  test.each([
    "",
    "2023-02-29",
    "1900-02-29",
    "2027-02-30",
    "2027-04-31",
    "2027-13-01",
    "2027-00-10",
    "2027-01-00",
    "2027-1-1",
    "27-03-2027",
    "2027/03/27",
    "0000-01-01",
    "10000-01-01",
    "2027-03-27T00:00:00Z",
    " 2027-03-27",
    "2027-03-27\n",
    "٢٠٢٧-٠٣-٢٧",
    "today",
  ])("%j is refused", (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => day(text)).toThrow(/is not a calendar day\. Write it as 2027-03-27\./);
  });
});

describe("day arithmetic (6.6)", () => {
  test.each([
    ["2027-08-31", 6, "2028-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2027-01-31", 1, "2027-02-28"],
    ["2027-03-31", -1, "2027-02-28"],
    ["2027-11-30", 3, "2028-02-29"],
    ["2027-02-28", 1, "2027-03-28"],
    ["2027-12-15", 1, "2028-01-15"],
    ["2027-01-15", -1, "2026-12-15"],
    ["2027-05-20", 0, "2027-05-20"],
  ])("%s and %d months is %s, clamped to the month's end", (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  test.each([
    ["2028-02-29", 1, "2029-02-28"],
    ["2028-02-29", 4, "2032-02-29"],
    ["2096-02-29", 4, "2100-02-28"],
    ["2027-01-23", 3, "2030-01-23"],
    ["2028-02-29", -1, "2027-02-28"],
  ])("%s and %d years is %s", (from, years, expected) => {
    expect(addYears(day(from), years)).toBe(expected);
  });

  test.each([
    ["2027-02-28", 1, "2027-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-12-31", 1, "2028-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2026-03-28", 2, "2026-03-30"],
  ])("%s and %d days is %s", (from, days, expected) => {
    expect(addDays(day(from), days)).toBe(expected);
  });

  test("the day before crosses months and years", () => {
    expect(dayBefore(day("2028-03-01"))).toBe("2028-02-29");
    expect(dayBefore(day("2028-01-01"))).toBe("2027-12-31");
  });

  test.each([
    ["2027-01-23", 3, "2030-01-22"],
    ["2028-02-29", 3, "2031-02-28"],
    ["2028-02-29", 4, "2032-02-28"],
    ["2027-03-01", 1, "2028-02-29"],
    ["2027-02-28", 1, "2028-02-27"],
  ])("%s for %d years lasts until %s", (from, years, expected) => {
    expect(dayBeforeAnniversary(day(from), years)).toBe(expected);
  });

  test("arithmetic stops at the first and the last day instead of crashing", () => {
    expect(addDays(LAST_DAY, 1)).toBe(LAST_DAY);
    expect(addMonths(LAST_DAY, 6)).toBe(LAST_DAY);
    expect(addYears(day("9998-06-01"), 3)).toBe(LAST_DAY);
    expect(addYears(LAST_DAY, MAX_STEP)).toBe(LAST_DAY);
    expect(dayBefore(FIRST_DAY)).toBe(FIRST_DAY);
    expect(addYears(FIRST_DAY, -MAX_STEP)).toBe(FIRST_DAY);
    expect(addMonths(day("0050-01-31"), 1)).toBe("0050-02-28");
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, MAX_STEP + 1, -MAX_STEP - 1])(
    "a step of %d is refused",
    (step) => {
      for (const add of [addDays, addMonths, addYears]) {
        expect(() => add(day("2027-03-27"), step)).toThrow(/cannot be added to a day/);
      }
    },
  );
});

describe("comparing days", () => {
  const earlier = day("2027-03-27");
  const later = day("2027-10-02");

  test("earlier, later and equal", () => {
    expect([compareDays(earlier, later), compareDays(later, earlier), compareDays(later, later)]).toEqual([
      -1, 1, 0,
    ]);
    expect([isBefore(earlier, later), isBefore(later, later), isBefore(later, earlier)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isAfter(later, earlier), isAfter(later, later), isAfter(earlier, later)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isOnOrBefore(earlier, later), isOnOrBefore(later, later)]).toEqual([true, true]);
    expect(isOnOrBefore(later, earlier)).toBe(false);
  });

  test("the smallest and the largest of several", () => {
    expect(minDay(later, earlier, LAST_DAY)).toBe(earlier);
    expect(maxDay(earlier, FIRST_DAY, later)).toBe(later);
    expect(minDay(later)).toBe(later);
    expect(maxDay(later)).toBe(later);
  });

  test("calendar days between, across both changes of the clocks", () => {
    expect(daysBetween(day("2026-03-28"), day("2026-03-29"))).toBe(1);
    expect(daysBetween(day("2026-03-29"), day("2026-03-30"))).toBe(1);
    expect(daysBetween(day("2026-10-24"), day("2026-10-26"))).toBe(2);
    expect(daysBetween(day("2028-03-01"), day("2028-02-28"))).toBe(-2);
    expect(daysBetween(FIRST_DAY, LAST_DAY)).toBe(3_652_058);
  });
});

describe("database dates", () => {
  test("a day becomes midnight UTC and comes back", () => {
    expect(dayToDate(day("2027-03-27")).toISOString()).toBe("2027-03-27T00:00:00.000Z");
    expect(dateToDay(new Date("2027-03-27T00:00:00Z"))).toBe("2027-03-27");
    expect(dateToDay(new Date("2027-03-27T23:59:59Z"))).toBe("2027-03-27");
  });

  test("dates outside the four-digit years become the nearest day", () => {
    expect(dateToDay(new Date("+010000-01-01T00:00:00Z"))).toBe(LAST_DAY);
    expect(dateToDay(new Date("0000-06-01T00:00:00Z"))).toBe(FIRST_DAY);
  });

  test("no date at all is refused", () => {
    expect(() => dateToDay(new Date(Number.NaN))).toThrow(RangeError);
  });
});

test("the week begins on Monday = 1", () => {
  expect(["2027-03-22", "2027-03-23", "2027-03-27", "2027-03-28"].map((text) => weekday(day(text)))).toEqual([
    1, 2, 6, 7,
  ]);
});
