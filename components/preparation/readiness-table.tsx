import Link from "next/link";
import { DayText } from "@/components/ui/day-text";
import { OverduePill } from "@/components/ui/overdue-pill";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { type Day, isAfter } from "@/lib/day";
import type { ReadinessLine } from "@/lib/preparation/readiness";

/** Each condition with how it was counted, who owns it and by when; what is open comes first. */
export function ReadinessTable({
  lines,
  today,
  hrefOf,
}: {
  lines: ReadinessLine[];
  today: Day;
  hrefOf: (line: ReadinessLine) => string;
}) {
  return (
    <Table
      caption="Readiness for Stage 1"
      rows={[...lines].sort((a, b) => Number(a.met) - Number(b.met))}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "label",
          label: "Condition",
          isRowHeader: true,
          cell: (line) => (
            <>
              <Link href={hrefOf(line)} prefetch={false} className="inline-block py-0.5">
                {line.label}
              </Link>
              <span className="block font-normal text-compact text-muted">{line.formula}</span>
            </>
          ),
        },
        {
          key: "state",
          label: "State",
          isOneLine: true,
          leadsOnCard: true,
          cell: ({ met }) => (met ? <Pill kind="success">Met</Pill> : <Pill kind="waiting">Open</Pill>),
        },
        {
          key: "due",
          label: "Due",
          cell: ({ met, dueOn }) => <Due dueOn={met ? null : dueOn} today={today} isMet={met} />,
        },
        { key: "owner", label: "Owner", cell: ({ owner, met }) => owner ?? (met ? "None" : "Nobody yet") },
        { key: "clause", label: "Clause", isOneLine: true, cell: ({ clause }) => clause },
      ]}
    />
  );
}

function Due({ dueOn, today, isMet }: { dueOn: Day | null; today: Day; isMet: boolean }) {
  if (!dueOn) return <>{isMet ? "Done" : "Not in the plan"}</>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <DayText day={dueOn} today={today} />
      {isAfter(today, dueOn) && <OverduePill dueOn={dueOn} today={today} />}
    </span>
  );
}
