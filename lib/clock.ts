import { type Day, today } from "@/lib/day";

/**
 * The only reader of the wall clock. With `CERTTRAIL_NOW` (an instant such as 2027-03-27T09:00:00Z) the clock
 * stands still there: demonstrations and tests then see the same day for ever.
 */
const fixedAt = readFixedInstant(process.env.CERTTRAIL_NOW);

/** The present instant. */
export function now(): Date {
  return fixedAt === null ? new Date() : new Date(fixedAt);
}

/** The present calendar day in an IANA time zone. Throws a RangeError for an unknown zone. */
export function currentDay(zone: string): Day {
  return today(zone, now());
}

function readFixedInstant(text: string | undefined): number | null {
  if (!text) return null;
  const instant = Date.parse(text);
  // Without a zone the text would mean another instant on every server.
  if (Number.isNaN(instant) || !/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    throw new Error(
      `CERTTRAIL_NOW is "${text}". Write an instant with its zone, such as 2027-03-27T09:00:00Z.`,
    );
  }
  return instant;
}
