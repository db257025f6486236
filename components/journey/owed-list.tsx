import Link from "next/link";
import { DayText } from "@/components/ui/day-text";
import { OverduePill } from "@/components/ui/overdue-pill";
import type { Day } from "@/lib/day";

export interface OwedLine {
  key: string;
  what: string;
  href: string | null;
  dueOn: Day | null;
  overdue: boolean;
  /** Said behind the item where one list holds several projects. */
  where?: string;
}

/** What somebody owes, the most urgent first; overdue is a shape and a word, never a colour alone. */
export function OwedList({ items, today, empty }: { items: OwedLine[]; today: Day; empty: string }) {
  if (items.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="divide-y divide-border">
      {items.map((item) => (
        <li key={item.key} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
          <span className="min-w-0 flex-1 basis-56">
            {item.href ? (
              <Link href={item.href} prefetch={false} className="inline-block py-0.5">
                {item.what}
              </Link>
            ) : (
              item.what
            )}
            {item.where && <span className="block text-compact text-subtle">{item.where}</span>}
          </span>
          <span className="flex items-center gap-2 text-compact text-muted">
            {item.overdue && item.dueOn && <OverduePill dueOn={item.dueOn} today={today} />}
            {item.dueOn ? (
              <DayText day={item.dueOn} today={item.overdue ? undefined : today} />
            ) : (
              "No fixed day"
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
