import { overdueInWords } from "@/components/finding/overdue-pill";
import { type Day, daysBetween, formatDay } from "@/lib/day";
import { type FindingList, type FindingSort, findingListHref } from "@/lib/finding-list";
import { auditNames } from "@/lib/lifecycle/naming";
import type { NonconformityState } from "@/lib/lifecycle/nonconformity-states";
import type { Grade } from "@/lib/lifecycle/record";
import { paths } from "@/lib/paths";
import type { RegisterRow } from "@/lib/store/finding-register";

/** A column's head; with an address it sorts. */
export interface RegisterHead {
  label: string;
  href?: string;
  now?: "ascending" | "descending";
  isNumber?: boolean;
}

/** One finding in the words its row shows. */
export interface RegisterLine {
  href: string;
  number: string;
  grade: Grade;
  state: NonconformityState;
  statement: string;
  requirement: string;
  audit: string;
  planDue: string;
  closureDue: string;
  /** Whether what has to happen next is late; then its due text says by how much. */
  isLate: boolean;
  age: string;
}

const NOTHING = "–";

/** The heads of the register for the order now in force. */
export function registerHeads(base: string, list: FindingList): RegisterHead[] {
  const sorting = (label: string, sort: FindingSort, isNumber = false): RegisterHead => {
    const isNow = list.sort === sort;
    return {
      label,
      isNumber,
      href: findingListHref(base, list, { sort, isDescending: isNow && !list.isDescending }),
      now: isNow ? (list.isDescending ? "descending" : "ascending") : undefined,
    };
  };
  return [
    sorting("No.", "number"),
    sorting("Grade", "grade"),
    { label: "Statement" },
    { label: "Requirement" },
    { label: "Audit" },
    { label: "State" },
    { label: "Plan due" },
    sorting("Closure due", "due"),
    sorting("Age", "age", true),
  ];
}

/** A row in the words its line shows; days are counted here, so the browser needs no calendar. */
export function lineOfRow(row: RegisterRow, today: Day, org: string, project: string): RegisterLine {
  const isLate = row.nextDueOn !== null && row.nextDueOn < today;
  const late = isLate && row.nextDueOn ? overdueInWords(row.nextDueOn, today) : NOTHING;
  const isOpen = row.state === "open";
  return {
    href: paths.project(org, project).finding(row.id),
    number: row.number,
    grade: row.grade,
    state: row.state,
    statement: row.statement,
    requirement: row.requirementRef,
    audit: auditNames[row.auditKind],
    planDue: isLate && isOpen ? late : row.planDueOn ? formatDay(row.planDueOn) : NOTHING,
    closureDue: isLate && !isOpen ? late : closureOf(row),
    isLate,
    age: ageOf(row.issuedOn, today),
  };
}

function closureOf({ grade, carried, closureDueOn }: RegisterRow): string {
  if (closureDueOn && !carried) return formatDay(closureDueOn);
  return grade === "minor" ? "Next audit" : NOTHING;
}

function ageOf(issuedOn: Day, today: Day): string {
  const days = daysBetween(issuedOn, today);
  return days === 1 ? "1 day" : `${days} days`;
}
