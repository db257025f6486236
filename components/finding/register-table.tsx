import { gradeCell, stateCell } from "@/components/finding/finding-pills";
import { overdueCell } from "@/components/ui/overdue-pill";
import { type Column, Table } from "@/components/ui/table";
import type { Cell } from "@/components/ui/table-cell";
import { type Day, daysBetween, formatDay } from "@/lib/day";
import { type FindingList, type FindingSort, findingListHref } from "@/lib/finding-list";
import { auditNames } from "@/lib/lifecycle/naming";
import { paths } from "@/lib/paths";
import type { RegisterRow } from "@/lib/store/finding-register";

const NOTHING = "–";

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
      cell: (row) => ({ href: at.finding(row.id), text: row.number }),
    },
    { key: "grade", label: "Grade", sort: sort("grade"), cell: (row) => gradeCell(row.grade) },
    {
      key: "statement",
      label: "Statement",
      cell: (row) => ({ text: row.statement, clamp: true }),
    },
    { key: "requirement", label: "Requirement", cell: (row) => row.requirementRef },
    { key: "audit", label: "Audit", isOneLine: true, cell: (row) => auditNames[row.auditKind] },
    { key: "state", label: "State", isOneLine: true, cell: (row) => stateCell(row.state) },
    {
      key: "plan",
      label: "Plan due",
      isOneLine: true,
      cell: (row) => planCell(row, today),
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

/** What the plan is due on, or by how much it is late. */
function planCell(row: RegisterRow, today: Day): Cell {
  const late = row.state === "open" && lateCell(row, today);
  return late || (row.planDueOn ? formatDay(row.planDueOn) : NOTHING);
}

/** What closing is due on, or by how much the next step to it is late. */
function closureCell(row: RegisterRow, today: Day): Cell {
  const late = row.state !== "open" && lateCell(row, today);
  if (late) return late;
  if (row.closureDueOn && !row.carried) return formatDay(row.closureDueOn);
  return row.grade === "minor" ? "Next audit" : NOTHING;
}

function lateCell({ nextDueOn }: RegisterRow, today: Day): Cell {
  return nextDueOn !== null && nextDueOn < today && overdueCell(nextDueOn, today);
}

function ageOf({ issuedOn }: RegisterRow, today: Day): string {
  const days = daysBetween(issuedOn, today);
  return days === 1 ? "1 day" : `${days} days`;
}
