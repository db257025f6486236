import Link from "next/link";
import { FindingStatePill, GradePill, OverduePill } from "@/components/finding/finding-pills";
import { type Column, Table } from "@/components/ui/table";
import { type Day, daysBetween, formatDay } from "@/lib/day";
import { type FindingList, type FindingSort, findingListHref } from "@/lib/finding-list";
import { auditNames } from "@/lib/lifecycle/naming";
import { paths } from "@/lib/paths";
import type { RegisterRow } from "@/lib/store/finding-register";

/** The findings of one page; its heads sort by address, so a shared link shows the same order. */
export function RegisterTable({
  rows,
  list,
  today,
  org,
  project,
}: {
  rows: RegisterRow[];
  list: FindingList;
  today: Day;
  org: string;
  project: string;
}) {
  const at = paths.project(org, project);
  const sort = (by: FindingSort) => ({
    href: findingListHref(at.findings, list, {
      sort: by,
      isDescending: list.sort === by && !list.isDescending,
    }),
    now: sortedNow(list, by),
  });
  const columns: Column<RegisterRow>[] = [
    {
      key: "number",
      label: "No.",
      isRowHeader: true,
      isOneLine: true,
      sort: sort("number"),
      cell: (row) => (
        <Link href={at.finding(row.id)} prefetch={false}>
          {row.number}
        </Link>
      ),
    },
    { key: "grade", label: "Grade", sort: sort("grade"), cell: (row) => <GradePill grade={row.grade} /> },
    {
      key: "statement",
      label: "Statement",
      cell: (row) => <p className="line-clamp-2 sm:min-w-56">{row.statement}</p>,
    },
    { key: "requirement", label: "Requirement", isOneLine: true, cell: (row) => row.requirementRef },
    { key: "audit", label: "Audit", isOneLine: true, cell: (row) => auditNames[row.auditKind] },
    { key: "state", label: "State", isOneLine: true, cell: (row) => <FindingStatePill state={row.state} /> },
    {
      key: "plan",
      label: "Plan due",
      isOneLine: true,
      cell: (row) => dueCell(row, row.planDueOn, row.state === "open", today),
    },
    {
      key: "closure",
      label: "Closure due",
      isOneLine: true,
      sort: sort("due"),
      cell: (row) => closureCell(row, today),
    },
    { key: "age", label: "Age", isNumber: true, sort: sort("age"), cell: (row) => ageOf(row, today) },
  ];
  return <Table caption="Findings" columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function sortedNow(list: FindingList, by: FindingSort): "ascending" | "descending" | undefined {
  if (list.sort !== by) return undefined;
  return list.isDescending ? "descending" : "ascending";
}

/** A due day; inverted with its days once what it asks for is late. */
function dueCell({ nextDueOn }: RegisterRow, dueOn: Day | null, isNext: boolean, today: Day) {
  if (isNext && nextDueOn && nextDueOn < today) return <OverduePill dueOn={nextDueOn} today={today} />;
  return dueOn ? formatDay(dueOn) : "–";
}

function closureCell(row: RegisterRow, today: Day) {
  if (row.carried) return "Next audit";
  if (row.closureDueOn === null && row.grade === "minor") {
    return row.nextDueOn && row.state !== "open" ? dueCell(row, null, true, today) : "Next audit";
  }
  return dueCell(row, row.closureDueOn, row.state !== "open", today);
}

function ageOf({ issuedOn }: RegisterRow, today: Day): string {
  const days = daysBetween(issuedOn, today);
  return days === 1 ? "1 day" : `${days} days`;
}
