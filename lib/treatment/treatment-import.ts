import { type Day, parseDay } from "../day";
import {
  controlReader,
  MAX_REF,
  MAX_TREATMENT_LINES,
  problemsOf,
  type ReadControls,
  type TreatmentEntry,
} from "./treatment";
import {
  cellText,
  columnLabels,
  columnOf,
  stateOfWord,
  type TreatmentColumn,
  treatmentColumns,
  treatmentOfWord,
} from "./treatment-file";

/** A row of a sheet, as lib/sheets reads it. */
export interface FileRow {
  line: number;
  cells: readonly string[];
}

export interface ImportProblem {
  /** Of the file; null for what concerns all of it. */
  line: number | null;
  sentence: string;
}

/** What an import would do. With problems nothing is written. */
export interface TreatmentPlan {
  /** Lines that are new or become other ones, as they would be. */
  lines: TreatmentEntry[];
  /** References of those that are new. */
  added: string[];
  /** What becomes another value in lines that are there. */
  changes: { ref: string; column: TreatmentColumn; from: string; to: string }[];
  problems: ImportProblem[];
  /** Lines that the file names. */
  read: number;
  /** Columns that were found, and headings that mean none. */
  columns: TreatmentColumn[];
  ignored: string[];
}

/** What the file is compared with. */
export interface TreatmentNow {
  lines: readonly TreatmentEntry[];
  /** References of the Statement of Applicability in its order. */
  controls: readonly string[];
  today: Day;
}

type Columns = ReadonlyMap<TreatmentColumn, number>;

/** Titles and notes stand above the headings; so many rows are searched for them. */
const HEADING_ROWS = 30;
const LONGEST: Partial<Record<TreatmentColumn, number>> = {
  ...{ ref: MAX_REF, risk: 20_000, owner: 300, acceptedBy: 300 },
};

/** How many columns a sheet names in its best row: tells the sheet of risks from the others of a book. */
export function countColumns(rows: readonly FileRow[]): number {
  return findHeadings(rows)?.columns.size ?? 0;
}

/** Reads the rows into lines and compares them with those that are there. What a cell does not state stays. Pure. */
export function planTreatment(rows: readonly FileRow[], now: TreatmentNow): TreatmentPlan {
  const found = findHeadings(rows);
  const plan: TreatmentPlan = {
    ...{ lines: [], added: [], changes: [], problems: [], read: 0 },
    columns: treatmentColumns.flatMap(({ key }) => (found?.columns.has(key) ? [key] : [])),
    ignored: found?.ignored ?? [],
  };
  if (!found) {
    const sentence = "No row holds the headings. Name at least Reference and Risk, as in an exported file.";
    return { ...plan, problems: [{ line: null, sentence }] };
  }
  const known = new Map(now.lines.map((line) => [line.ref, line]));
  const seen = new Map<string, number>();
  const reading: Reading = {
    columns: found.columns,
    readControls: controlReader(now.controls),
    today: now.today,
  };
  for (const row of rows.slice(found.begin)) {
    const say = (sentence: string) => plan.problems.push({ line: row.line, sentence });
    const ref = cellOf(row, found.columns, "ref");
    if (ref === "") {
      if (row.cells.some(Boolean)) say("It has no reference. Give the risk one, such as R-12.");
      continue;
    }
    const twin = seen.get(ref);
    if (twin !== undefined) {
      say(`${ref} stands in row ${twin} already. Keep one of the rows.`);
      continue;
    }
    seen.set(ref, row.line);
    plan.read += 1;
    readLine(row, known.get(ref), reading, plan, say);
  }
  if (seen.size === 0 && plan.problems.length === 0)
    plan.problems.push({ line: null, sentence: "No row stands under the headings." });
  if (known.size + plan.added.length > MAX_TREATMENT_LINES) {
    const sentence = `A risk treatment can have ${MAX_TREATMENT_LINES} lines; with this file it would have ${known.size + plan.added.length}.`;
    plan.problems.push({ line: null, sentence });
  }
  return plan;
}

interface Reading {
  columns: Columns;
  readControls: (text: string) => ReadControls;
  today: Day;
}

function findHeadings(rows: readonly FileRow[]) {
  const tried = rows.slice(0, HEADING_ROWS).map(({ cells }, at) => {
    const columns = new Map<TreatmentColumn, number>();
    const ignored: string[] = [];
    for (const [index, heading] of cells.entries()) {
      const column = heading ? columnOf(heading) : null;
      if (column && !columns.has(column)) columns.set(column, index);
      else if (heading) ignored.push(heading);
    }
    return { begin: at + 1, columns, ignored };
  });
  const best = tried.filter(({ columns }) => columns.has("ref") && columns.has("risk"));
  return best.sort((one, other) => other.columns.size - one.columns.size)[0];
}

function cellOf({ cells }: FileRow, columns: Columns, name: TreatmentColumn): string {
  const column = columns.get(name);
  return column === undefined ? "" : (cells[column] ?? "").replace(/\r\n?/g, "\n").trim();
}

function readLine(
  row: FileRow,
  before: TreatmentEntry | undefined,
  { columns, readControls, today }: Reading,
  plan: TreatmentPlan,
  say: (sentence: string) => unknown,
): void {
  const problems: string[] = [];
  const cell = (name: TreatmentColumn) => {
    const text = cellOf(row, columns, name);
    const longest = LONGEST[name];
    if (longest !== undefined && text.length > longest)
      problems.push(`${columnLabels[name]} has more than ${longest} characters. Shorten it.`);
    return text;
  };
  const dayOf = (name: "dueOn" | "acceptedOn"): Day | null => {
    const text = cell(name);
    const day = text === "" ? (before?.[name] ?? null) : parseDay(text);
    if (text !== "" && day === null)
      problems.push(`“${text}” under ${columnLabels[name]} is no day. Write it as 2027-03-31.`);
    return day;
  };
  const wordOf = <Value>(
    name: "treatment" | "state",
    read: (word: string) => Value | undefined,
    words: string,
  ) => {
    const text = cell(name);
    const value = text === "" ? undefined : read(text);
    if (text !== "" && value === undefined)
      problems.push(`“${text}” under ${columnLabels[name]} is not known. Use ${words}.`);
    return value;
  };
  const treatment =
    wordOf("treatment", treatmentOfWord, "modify, avoid, share or retain") ?? before?.treatment ?? null;
  const named = cell("controls");
  const read = readControls(named);
  if (read.unknown.length > 0)
    problems.push(`${read.unknown.join(", ")}: not in the Statement of Applicability.`);
  const entry = {
    ref: cell("ref"),
    risk: cell("risk") || (before?.risk ?? ""),
    owner: cell("owner") || (before?.owner ?? null),
    controls: named === "" ? (before?.controls ?? []) : read.controls,
    dueOn: dayOf("dueOn"),
    state:
      wordOf("state", stateOfWord, "planned, in progress, done or accepted") ?? before?.state ?? "planned",
    acceptedBy: cell("acceptedBy") || (before?.acceptedBy ?? null),
    acceptedOn: dayOf("acceptedOn"),
  };
  if (entry.risk === "") problems.push("It says no risk.");
  if (treatment === null && problems.length === 0)
    problems.push("It says no treatment. Use modify, avoid, share or retain.");
  if (problems.length === 0) problems.push(...Object.values(problemsOf(entry, today)));
  for (const problem of problems) say(problem);
  if (problems.length > 0 || treatment === null) return;
  compareLine({ ...entry, treatment }, before, plan);
}

function compareLine(entry: TreatmentEntry, before: TreatmentEntry | undefined, plan: TreatmentPlan): void {
  if (!before) {
    plan.added.push(entry.ref);
    plan.lines.push(entry);
    return;
  }
  const changes = treatmentColumns.flatMap(({ key: column }) => {
    const [from, to] = [cellText(before, column), cellText(entry, column)];
    return from === to ? [] : [{ ref: entry.ref, column, from, to }];
  });
  plan.changes.push(...changes);
  if (changes.length > 0) plan.lines.push(entry);
}
