import { type Day, formatDay, formatDayWithWeekday, relativeDay } from "@/lib/day";

/** A calendar day, with "in 12 days" beside it when `today` is given. */
export function DayText({ day, today, weekday = false }: { day: Day; today?: Day; weekday?: boolean }) {
  return (
    <span>
      <time dateTime={day} className="whitespace-nowrap">
        {weekday ? formatDayWithWeekday(day) : formatDay(day)}
      </time>
      {today && " "}
      {today && <span className="whitespace-nowrap text-subtle">({relativeDay(day, today)})</span>}
    </span>
  );
}
