import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  type Day,
  dateToDay,
  dayBeforeAnniversary,
  daysBetween,
  dayToDate,
  formatDay,
  formatDayLong,
  parseDay,
  today,
  weekday,
} from "@/lib/day";

const EPOCH = "1970-01-01" as Day;
const days: fc.Arbitrary<Day> = fc
  .date({ min: new Date("0200-01-01T00:00:00Z"), max: new Date("9700-12-31T00:00:00Z"), noInvalidDate: true })
  .map(dateToDay);
const steps = fc.integer({ min: -1200, max: 1200 });
const monthNumber = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const monthLength = (day: Day) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
const check = (property: fc.IProperty<unknown>) => fc.assert(property, { numRuns: 500 });

test("every day read back from its ISO text and from its date is the same day", () => {
  check(
    fc.property(days, (day) => {
      expect(parseDay(day)).toBe(day);
      expect(dateToDay(dayToDate(day))).toBe(day);
    }),
  );
});

test("a text is a day only when writing that day gives the text again", () => {
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  );
  check(
    fc.property(parts, ([year, month, dayOfMonth]) => {
      const pad = (value: number, width: number) => String(value).padStart(width, "0");
      const parsed = parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);
      const lastOfMonth = [
        31,
        year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
      ];
      expect(parsed !== null).toBe(year > 0 && dayOfMonth > 0 && dayOfMonth <= (lastOfMonth[month - 1] ?? 0));
    }),
  );
});

test("adding months lands in the right month, on the same day of the month or on its last (6.6)", () => {
  check(
    fc.property(days, steps, (day, months) => {
      const moved = addMonths(day, months);
      expect(monthNumber(moved)).toBe(monthNumber(day) + months);
      expect(Number(moved.slice(8))).toBe(Math.min(Number(day.slice(8)), monthLength(moved)));
    }),
  );
});

test("a year is twelve months", () => {
  check(
    fc.property(days, fc.integer({ min: -190, max: 190 }), (day, years) => {
      expect(addYears(day, years)).toBe(addMonths(day, years * 12));
    }),
  );
});

test("adding days is undone by taking them away, and is counted by daysBetween", () => {
  check(
    fc.property(days, steps, (day, count) => {
      const moved = addDays(day, count);
      expect(addDays(moved, -count)).toBe(day);
      expect(daysBetween(day, moved)).toBe(count);
      expect(Math.abs((weekday(moved) - weekday(day) - count) % 7)).toBe(0);
    }),
  );
});

test("later months never give an earlier day", () => {
  check(
    fc.property(days, steps, (day, months) => {
      expect(compareDays(addMonths(day, months), addMonths(day, months + 1))).toBe(-1);
    }),
  );
});

test("compareDays is a total order and agrees with the number of days between", () => {
  check(
    fc.property(days, days, days, (a, b, c) => {
      expect(compareDays(a, b)).toBe(0 - compareDays(b, a));
      expect(Math.sign(daysBetween(b, a)) - compareDays(a, b)).toBe(0);
      const sorted = [a, b, c].sort(compareDays);
      expect(sorted).toEqual([a, b, c].sort((x, y) => daysBetween(EPOCH, x) - daysBetween(EPOCH, y)));
    }),
  );
});

test("the day before an anniversary is never more than the years, and never two days short (6.6)", () => {
  check(
    fc.property(days, fc.integer({ min: 1, max: 6 }), (day, years) => {
      const last = dayBeforeAnniversary(day, years);
      const next = addDays(last, 1);
      const anniversary = addYears(day, years);
      expect(next === anniversary || (last === anniversary && day.endsWith("-02-29"))).toBe(true);
    }),
  );
});

test("different days are written differently, and the short form can be read back", () => {
  check(
    fc.property(days, (day) => {
      expect(formatDay(day)).toMatch(/^\d{1,2} [A-Z][a-z]{2} \d{4}$/);
      expect(formatDayLong(day)).toMatch(/^[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ \d{4}$/);
      expect(dateToDay(new Date(`${formatDay(day)} 00:00:00 GMT`))).toBe(day);
    }),
  );
});

test("today in UTC is the UTC date, and no zone is more than one day away from it", () => {
  const instants = fc.date({
    min: new Date("1970-01-01T00:00:00Z"),
    max: new Date("2200-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  check(
    fc.property(
      instants,
      fc.constantFrom("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"),
      (instant, zone) => {
        const utc = today("UTC", instant);
        expect(utc).toBe(dateToDay(instant));
        expect(Math.abs(daysBetween(utc, today(zone, instant)))).toBeLessThanOrEqual(1);
      },
    ),
  );
});
