/** One row of a sheet that holds anything, each cell as the text that people see. */
export interface SheetRow {
  /** As the program it comes from counts it, from 1. */
  line: number;
  cells: string[];
  /** Columns whose cell is a number: "5.1" may be a 5.10 that lost its zero. */
  numbers?: ReadonlySet<number>;
}

export interface Sheet {
  name: string;
  rows: SheetRow[];
  /** True where every row should have as many cells as the headings: a comma too many shifts what follows. */
  isDelimited: boolean;
}

/** A sheet that cannot be read; the message is the sentence for the person. */
export class SheetRefused extends Error {
  override name = "SheetRefused";
}

/** What a sheet of controls never needs more of. */
export const MAX_SHEET_ROWS = 20_000;
export const MAX_SHEET_COLUMNS = 200;
export const MAX_SHEET_CELLS = 400_000;

/** Counts what is read, and ends a sheet that was made to fill the memory. */
export function requireSheetRoom(rows: number, cells: number, columns: number): void {
  if (rows > MAX_SHEET_ROWS || cells > MAX_SHEET_CELLS)
    throw new SheetRefused(
      `It has more than ${MAX_SHEET_ROWS} rows or ${MAX_SHEET_CELLS} filled cells. Split it.`,
    );
  if (columns > MAX_SHEET_COLUMNS)
    throw new SheetRefused(
      `It has more than ${MAX_SHEET_COLUMNS} columns. Take those away that hold no controls.`,
    );
}
