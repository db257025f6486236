import { readRef } from "./import-refs";
import { columnOfHeading, type ImportColumn, importColumns } from "./import-words";

/** A row of a sheet, as lib/sheets reads it. */
export interface ImportRow {
  line: number;
  cells: readonly string[];
  numbers?: ReadonlySet<number>;
}

export interface ImportSheet {
  name: string;
  rows: readonly ImportRow[];
  isDelimited: boolean;
}

/** Which column of the sheet holds what; null for what is not in it. */
export type Columns = Record<ImportColumn, number | null>;

/** How a sheet is laid out: where its rows begin and what its columns are called. */
export interface Layout {
  /** Index of the first row that names a control; the rows before it hold headings. */
  begin: number;
  headings: readonly string[];
  columns: Columns;
}

/** Headings may stand in two rows, one over the other. */
const HEADING_ROWS = 2;

const noColumns = (): Columns => Object.fromEntries(importColumns.map((name) => [name, null])) as Columns;

/** How many cells of each column name a control. */
function countRefs(rows: readonly ImportRow[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    for (const [column, text] of cells.entries()) {
      if (["annex", "old"].includes(readRef(text ?? "").kind))
        counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return counts;
}

/** How many controls a sheet names in its best column: tells the sheet of controls from the others of a book. */
export function countControls({ rows }: ImportSheet): number {
  return Math.max(0, ...countRefs(rows).values());
}

/** Finds the column of the control numbers by what stands in it, and the other ones by their headings. */
export function findLayout({ rows }: ImportSheet): Layout {
  const columns = noColumns();
  const [best] = [...countRefs(rows)].sort(([, one], [, other]) => other - one);
  columns.ref = best?.[0] ?? null;
  const ref = columns.ref;
  const found = rows.findIndex(({ cells }) => ref !== null && beginsControls(cells, cells[ref] ?? ""));
  const begin = Math.max(0, found);
  const headings = joinHeadings(rows.slice(0, begin));
  for (const [column, heading] of headings.entries()) {
    const name = columnOfHeading(heading);
    if (name && column !== ref && columns[name] === null) columns[name] = column;
  }
  return { begin, headings, columns };
}

/** A "Note 1" above the headings looks like an own control, but stands alone in its row. */
function beginsControls(cells: readonly string[], text: string): boolean {
  const { kind } = readRef(text);
  return kind === "annex" || kind === "old" || (kind === "own" && cells.filter(Boolean).length > 1);
}

function joinHeadings(above: readonly ImportRow[]): string[] {
  // The title of a theme fills one cell and is no heading.
  const heads = above.filter(({ cells }) => cells.filter(Boolean).length > 1).slice(-HEADING_ROWS);
  const width = Math.max(0, ...heads.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(heads.map(({ cells }) => cells[column] ?? "").filter(Boolean))].join(" / "),
  );
}
