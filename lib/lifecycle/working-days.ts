import { addDays, type Day, weekday } from "@/lib/day";
import type { Policy } from "./policy";

const SATURDAY = 6;

type DayCount = Pick<Policy, "dayCount" | "holidays">;

/** Whether a body works on that day: Monday to Friday, its holidays left out. */
export function isWorkingDay(day: Day, { holidays }: Pick<Policy, "holidays">): boolean {
  return weekday(day) < SATURDAY && !holidays.includes(day);
}

/** The day so many days later, or earlier when negative, in the days in which the body counts (domain.md 5.4). */
export function countDays(from: Day, days: number, policy: DayCount): Day {
  if (policy.dayCount === "calendar") return addDays(from, days);
  const step = Math.sign(days);
  let on = from;
  for (let left = Math.abs(days); left > 0; ) {
    on = addDays(on, step);
    if (isWorkingDay(on, policy)) left -= 1;
  }
  return on;
}

/** "30 days", or "30 business days". */
export function sayDays(days: number, { dayCount }: Pick<Policy, "dayCount">): string {
  return dayCount === "business" ? `${days} business days` : `${days} days`;
}
