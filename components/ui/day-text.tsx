import { type Day, formatDay, formatDayWithWeekday, relativeDay } from "@/lib/day";

/** A calendar day, with "in 12 days" beside it when `today` is given. */
export function DayText({ day, today, weekday = false }: { day: Day; today?: Day; weekday?: boolean }) {
  return (
    <span className="whitespace-nowrap">
      <time dateTime={day}>{weekday ? formatDayWithWeekday(day) : formatDay(day)}</time>
      {today && <span className="text-subtle"> ({relativeDay(day, today)})</span>}
    </span>
  );
}
