/**
 * The published audit-time tables: auditor days of an initial audit, Stage 1 and Stage 2 together, by the number of
 * persons doing work under the organisation's control (IT-1, M5-1). Days are centidays.
 */
import { IAF_MD_5, ISO_27006_1 } from "../standards/rule-books";
import isms from "./data/audit-time-27006-1.json";
import ems from "./data/audit-time-iaf-md5-ems.json";
import ohsms from "./data/audit-time-iaf-md5-ohsms.json";
import qms from "./data/audit-time-iaf-md5-qms.json";
import { CENTIDAYS_PER_DAY } from "./days";

/** The complexity that chooses the column for environment and for health and safety. */
export const complexities = ["high", "medium", "low", "limited"] as const;
export type Complexity = (typeof complexities)[number];

/** The most persons a calculation is asked for. */
export const MAX_PERSONS = 10_000_000;

/** The persons a row of a table covers, both ends included. */
export interface PersonsRange {
  readonly minPersons: number;
  readonly maxPersons: number;
}

/** The days of a row, or why a person has to state the days and justify them. */
export type TableDays =
  | { readonly kind: "row"; readonly row: PersonsRange; readonly centidays: number; readonly source: string }
  | { readonly kind: "manual"; readonly reason: ManualReason };

/** The table ends below this number of persons, has several columns, or does not exist for this standard. */
export type ManualReason =
  | { readonly code: "above-table"; readonly lastPersons: number; readonly source: string }
  | { readonly code: "complexity-needed"; readonly choices: readonly Complexity[]; readonly source: string }
  | { readonly code: "no-table" };

interface Table {
  readonly source: string;
  readonly columns: readonly Complexity[];
  readonly rows: readonly Row[];
}

type Row = { readonly minPersons: number; readonly maxPersons: number | null } & {
  readonly [column in Complexity | "days"]?: number | null;
};

const tables = new Map<string, Table>([
  ["iso-27001-2022", { source: ISO_27006_1, columns: [], rows: isms }],
  ["iso-9001-2015", { source: IAF_MD_5, columns: [], rows: qms }],
  ["iso-14001-2015", { source: IAF_MD_5, columns: complexities, rows: ems }],
  ["iso-45001-2018", { source: IAF_MD_5, columns: ["high", "medium", "low"], rows: ohsms }],
]);

/** Whether a standard is calculated under ISO/IEC 27006-1, which asks the six questions of complexity (domain 2.3). */
export function asksComplexity(standardId: string): boolean {
  return tables.get(standardId)?.source === ISO_27006_1;
}

/** The columns of a standard's table among which somebody chooses; none where it has one, or where there is no table. */
export function columnsOf(standardId: string): readonly Complexity[] {
  return tables.get(standardId)?.columns ?? [];
}

/**
 * The table's days for a number of persons. `complexity` chooses the column where the table has several and is not
 * looked at elsewhere. Throws a RangeError when `persons` is not a whole number from 1 to MAX_PERSONS.
 */
export function tableDays(standardId: string, persons: number, complexity?: Complexity): TableDays {
  if (!Number.isInteger(persons) || persons < 1 || persons > MAX_PERSONS) {
    throw new RangeError(
      `${persons} is not a number of persons: give a whole number from 1 to ${MAX_PERSONS}.`,
    );
  }
  const table = tables.get(standardId);
  if (!table) return manual({ code: "no-table" });
  const { source, columns, rows } = table;
  const column = columns.length === 0 ? "days" : columns.find((choice) => choice === complexity);
  if (!column) return manual({ code: "complexity-needed", choices: columns, source });

  const row = rows.find(({ maxPersons }) => maxPersons === null || persons <= maxPersons);
  const days = row?.[column];
  if (!row || row.maxPersons === null || typeof days !== "number") {
    return manual({ code: "above-table", lastPersons: countLastPersons(rows), source });
  }
  const { minPersons, maxPersons } = row;
  return {
    kind: "row",
    row: { minPersons, maxPersons },
    centidays: Math.round(days * CENTIDAYS_PER_DAY),
    source,
  };
}

function manual(reason: ManualReason): TableDays {
  return { kind: "manual", reason };
}

function countLastPersons(rows: readonly Row[]): number {
  return Math.max(...rows.map(({ maxPersons }) => maxPersons ?? 0));
}
