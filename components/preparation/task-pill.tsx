import { OverduePill } from "@/components/ui/overdue-pill";
import { Pill } from "@/components/ui/pill";
import { type Day, isAfter } from "@/lib/day";

/** Done, overdue or still open. */
export function TaskPill({ dueOn, doneOn, today }: { dueOn: Day; doneOn: Day | null; today: Day }) {
  if (doneOn) return <Pill kind="success">Done</Pill>;
  if (isAfter(today, dueOn)) return <OverduePill dueOn={dueOn} today={today} />;
  return <Pill kind="neutral">Open</Pill>;
}
