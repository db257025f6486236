/**
 * Auditor days are kept as whole hundredths of a day ("centidays"), so that sums and comparisons are exact.
 * 850 is eight and a half days.
 */

export const CENTIDAYS_PER_DAY = 100;
export const CENTIDAYS_PER_HALF_DAY = 50;

/** The most auditor days one figure may state: a thousand days. */
export const MAX_CENTIDAYS = 100_000;

const HUNDREDTHS_TEXT = /^(\d+)(?:[.,](\d{1,2}))?$/;

/** Hundredths of a text such as "8", "8.5" or "8,25", or null when it is no such figure or more than `most` hundredths. */
export function parseHundredths(text: string, most: number): number | null {
  const [, whole, fraction = ""] = HUNDREDTHS_TEXT.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return hundredths <= most ? hundredths : null;
}

/** Centidays of a text such as "8", "8.5" or "8,25", or null when it is no such figure or more than the limit. */
export function parseAuditDays(text: string): number | null {
  return parseHundredths(text, MAX_CENTIDAYS);
}

/** "8.5" for 850 centidays, "10" for 1000; negative differences keep their sign. Throws for a fraction. */
export function formatAuditDays(centidays: number): string {
  if (!Number.isInteger(centidays)) throw new RangeError(`${centidays} is not a whole number of centidays.`);
  // Two decimals at most, so dividing and printing loses nothing.
  return String(centidays / CENTIDAYS_PER_DAY);
}

/** "3.5 days" for 350 centidays, "1 day" for 100. */
export function auditDaysInWords(centidays: number): string {
  return `${formatAuditDays(centidays)} ${centidays === CENTIDAYS_PER_DAY ? "day" : "days"}`;
}
