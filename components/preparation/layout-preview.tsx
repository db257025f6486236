import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { Table } from "@/components/ui/table";
import { type Day, daysBetween, formatDay, isBefore } from "@/lib/day";
import type { LayoutEffect, LayoutLine } from "@/lib/preparation/layout";

const kinds: Record<LayoutEffect, StatusKind> = {
  new: "info",
  moves: "warning",
  stays: "neutral",
  done: "neutral",
  by_hand: "neutral",
};

/** What laying the plan out would do, before it is done. */
export function LayoutPreview({ lines, today }: { lines: LayoutLine[]; today: Day }) {
  return (
    <Table
      caption="What laying out would change"
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: "title", label: "Milestone", isRowHeader: true, cell: ({ title }) => title },
        { key: "now", label: "Now", cell: ({ now }) => (now ? formatDay(now) : "Not in the plan") },
        {
          key: "then",
          label: "Then",
          leadsOnCard: true,
          cell: (line) => (
            <>
              {formatDay(isKept(line) && line.now ? line.now : line.dueOn)}
              {line.effect === "new" && isBefore(line.dueOn, today) && " (has passed)"}
            </>
          ),
        },
        {
          key: "effect",
          label: "Change",
          cell: (line) => <Pill kind={kinds[line.effect]}>{tellEffect(line)}</Pill>,
        },
      ]}
    />
  );
}

function isKept({ effect }: LayoutLine): boolean {
  return effect === "done" || effect === "by_hand";
}

function tellEffect({ effect, now, dueOn }: LayoutLine): string {
  if (effect === "new") return "New";
  if (effect === "done") return "Stays: it is done";
  if (effect === "by_hand") return "Stays: changed by hand";
  const days = now === null ? 0 : daysBetween(now, dueOn);
  if (effect === "stays") return "Stays";
  if (days === 0) return "Starts on another day";
  return `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}
