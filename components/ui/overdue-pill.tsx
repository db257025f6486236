import { Pill } from "@/components/ui/pill";
import type { PillCell } from "@/components/ui/table-cell";
import { type Day, daysBetween } from "@/lib/day";

/** "3 days overdue" */
export function overdueInWords(dueOn: Day, today: Day): string {
  const days = daysBetween(dueOn, today);
  return days === 1 ? "1 day overdue" : `${days} days overdue`;
}

/** The days by which something is late; stands beside the day that has passed. */
export function OverduePill({ dueOn, today }: { dueOn: Day; today: Day }) {
  return <Pill kind="overdue">{overdueInWords(dueOn, today)}</Pill>;
}

/** The same pill as a cell of a long list. */
export function overdueCell(dueOn: Day, today: Day): PillCell {
  return { pill: "overdue", text: overdueInWords(dueOn, today) };
}
