/**
 * Calendar days. A `Day` is a day on the wall, without time and without zone, written as an ISO string: it sorts,
 * compares and travels to the browser and into a Postgres `date` unharmed. The server's own zone and locale are
 * never asked; a zone is always an argument (6.6: dates are local calendar dates).
 */
import { TZDateMini, tz } from "@date-fns/tz";
import {
  lightFormat,
  addDays as shiftDays,
  addMonths as shiftMonths,
  addYears as shiftYears,
} from "date-fns";

declare const brand: unique symbol;

/** A real calendar day from 0001-01-01 to 9999-12-31, as yyyy-mm-dd. */
export type Day = string & { readonly [brand]: "Day" };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Arithmetic stops at these two days instead of leaving the four-digit years. */
export const FIRST_DAY = "0001-01-01" as Day;
export const LAST_DAY = "9999-12-31" as Day;

/** The most days, months or years that may be added or taken away in one step. */
export const MAX_STEP = 100_000;

const DAY_IN_MILLISECONDS = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const UTC = { in: tz("UTC") };

const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** The day that an ISO text names, or null when it is not exactly yyyy-mm-dd or no such day exists. */
export function parseDay(text: string): Day | null {
  if (!ISO_DAY.test(text) || text < FIRST_DAY) return null;
  const date = dayToDate(text as Day);
  // The engine rolls 30 February over into March; only a day that comes back unchanged exists.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : null;
}

/** The day that an ISO text names. Throws a RangeError with a sentence when there is no such day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`"${text}" is not a calendar day. Write it as 2027-03-27.`);
  return parsed;
}

/** The calendar day at `instant` in an IANA time zone. Throws a RangeError for an unknown zone or no instant. */
export function today(zone: string, instant: Date): Day {
  const local = new TZDateMini(instant.getTime(), zone);
  if (Number.isNaN(local.getTime()))
    throw new RangeError(`"${zone}" is not a time zone, or the instant is none.`);
  return day(lightFormat(local, "yyyy-MM-dd"));
}

/** Whether `zone` is an IANA time zone name. Offsets such as "+02:00" are not: they know no summer time. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return Intl.DateTimeFormat("en-GB", { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Midnight UTC of the day: what a Postgres `date` column is given. */
export function dayToDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day of a Postgres `date` column, from its UTC parts. Throws a RangeError when `date` is no date. */
export function dateToDay(date: Date): Day {
  const year = date.getUTCFullYear();
  if (year < 1) return FIRST_DAY;
  if (year > 9999) return LAST_DAY;
  return date.toISOString().slice(0, 10) as Day;
}

/** The day a number of days later; earlier when the number is negative. */
export function addDays(day: Day, days: number): Day {
  return dateToDay(shiftDays(dayToDate(day), checkStep(days), UTC));
}

/** The same day of the month some months later, or that month's last day where there is none (6.6). */
export function addMonths(day: Day, months: number): Day {
  return dateToDay(shiftMonths(dayToDate(day), checkStep(months), UTC));
}

/** The same day some years later; 29 February becomes 28 February in a common year (6.6). */
export function addYears(day: Day, years: number): Day {
  return dateToDay(shiftYears(dayToDate(day), checkStep(years), UTC));
}

/** The day before; the first day stays. */
export function dayBefore(day: Day): Day {
  return addDays(day, -1);
}

/**
 * The last day of a span of whole years that begins on `day`. The anniversary of a 29 February is 1 March where
 * there is none, so the day before it is 28 February, never 27 February (6.6, leap day).
 */
export function dayBeforeAnniversary(day: Day, years: number): Day {
  const anniversary = addYears(day, years);
  const isClamped = day.endsWith("-02-29") && anniversary.endsWith("-02-28");
  return isClamped ? anniversary : dayBefore(anniversary);
}

/** Negative when `a` is earlier, positive when it is later, 0 for the same day: the order for `sort`. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function isBefore(a: Day, b: Day): boolean {
  return a < b;
}

export function isAfter(a: Day, b: Day): boolean {
  return a > b;
}

export function isOnOrBefore(a: Day, b: Day): boolean {
  return a <= b;
}

/** Calendar days from one day to another, not 24-hour blocks; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (dayToDate(to).getTime() - dayToDate(from).getTime()) / DAY_IN_MILLISECONDS;
}

/** The earliest of the days. */
export function minDay(first: Day, ...others: Day[]): Day {
  return others.reduce((earliest, other) => (isBefore(other, earliest) ? other : earliest), first);
}

/** The latest of the days. */
export function maxDay(first: Day, ...others: Day[]): Day {
  return others.reduce((latest, other) => (isAfter(other, latest) ? other : latest), first);
}

/** The day of the week, Monday = 1. */
export function weekday(day: Day): Weekday {
  return (dayToDate(day).getUTCDay() || 7) as Weekday;
}

/** "27 Mar 2027" */
export function formatDay(day: Day): string {
  const { dayOfMonth, month, year } = nameParts(day);
  return `${dayOfMonth} ${month.slice(0, 3)} ${year}`;
}

/** "Sat 27 Mar 2027" */
export function formatDayWithWeekday(day: Day): string {
  return `${nameParts(day).weekday.slice(0, 3)} ${formatDay(day)}`;
}

/** "Saturday 27 March 2027" */
export function formatDayLong(day: Day): string {
  const { weekday, dayOfMonth, month, year } = nameParts(day);
  return `${weekday} ${dayOfMonth} ${month} ${year}`;
}

/** "today", "tomorrow", "yesterday", "in 12 days" or "3 days ago", seen from `today`. */
export function relativeDay(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** "27 Mar 2027, 14:05 CET": the minute in that zone, with the zone's short name. Throws for an unknown zone. */
export function formatInstant(instant: Date, zone: string): string {
  const parts = findInstantFormat(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value;
  return `${formatDay(today(zone, instant))}, ${part("hour")}:${part("minute")} ${part("timeZoneName")}`;
}

/** One formatter a zone, kept because making one costs far more than using it. */
const instantFormats = new Map<string, Intl.DateTimeFormat>();

function findInstantFormat(zone: string): Intl.DateTimeFormat {
  const known = instantFormats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  instantFormats.set(zone, format);
  return format;
}

function nameParts(day: Day) {
  return {
    weekday: WEEKDAYS[weekday(day) - 1] ?? "",
    dayOfMonth: Number(day.slice(8)),
    month: MONTHS[Number(day.slice(5, 7)) - 1] ?? "",
    year: day.slice(0, 4),
  };
}

function checkStep(step: number): number {
  if (Number.isInteger(step) && Math.abs(step) <= MAX_STEP) return step;
  throw new RangeError(`${step} cannot be added to a day: give a whole number up to ${MAX_STEP}.`);
}
