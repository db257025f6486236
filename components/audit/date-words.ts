import { type Day, formatDay } from "@/lib/day";

const MONTH_LENGTH = "2027-03".length;

/** "9 to 11 Mar 2027", "30 Mar 2027 to 2 Apr 2027", one day alone, or that there are none yet. */
export function wordsForDates(startsOn: Day | null, endsOn: Day | null): string {
  if (!startsOn || !endsOn) return "Dates not set";
  if (startsOn === endsOn) return formatDay(startsOn);
  const isOneMonth = startsOn.slice(0, MONTH_LENGTH) === endsOn.slice(0, MONTH_LENGTH);
  return `${isOneMonth ? formatDay(startsOn).split(" ")[0] : formatDay(startsOn)} to ${formatDay(endsOn)}`;
}
