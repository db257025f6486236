import { numberAsShown } from "./number-text";
import { MAX_SHEET_COLUMNS, requireSheetRoom, SheetRefused, type SheetRow } from "./sheet";
import { attributeOf, plainText, scanXml, type XmlTag } from "./xml-scan";

export interface Styles {
  /** The number format of each cell style. */
  codes: readonly string[];
  is1904: boolean;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
}

const MAX_MERGES = 5_000;
const A = "A".charCodeAt(0);

/** The filled cells of a worksheet by row. A merged block says the same in each of its filled rows. */
export function readCells(xml: string, shared: readonly string[], styles: Styles): SheetRow[] {
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  let line = 0;
  let filled = 0;
  let cells: string[] = [];
  let numbers = new Set<number>();
  let cell: Cell | null = null;
  let column = -1;
  let isSound = false;

  function endCell() {
    if (!cell) return;
    const text = shownText(cell, shared, styles).trim();
    if (text !== "") {
      while (cells.length < cell.column) cells.push("");
      cells[cell.column] = text;
      filled += 1;
      if (cell.type === "n") numbers.add(cell.column);
      requireSheetRoom(rows.length, filled, cells.length);
    }
    cell = null;
  }

  function endRow() {
    if (cells.length > 0) rows.push({ line, cells, numbers });
    cells = [];
    numbers = new Set();
  }

  scanXml(xml, (tag, before) => {
    if (tag.name === "row") {
      if (!tag.isEnd) {
        line = Number(attributeOf(tag, "r")) || line + 1;
        column = -1;
      }
      if (tag.isEnd || tag.isEmpty) endRow();
    } else if (tag.name === "c") {
      if (!tag.isEnd) {
        cell = beginCell(tag, column + 1);
        column = cell.column;
      }
      if (tag.isEnd || tag.isEmpty) endCell();
    } else if (tag.name === "rPh") isSound = !tag.isEnd && !tag.isEmpty;
    else if (cell && tag.isEnd && tag.name === "v") cell.value = plainText(before);
    else if (cell && tag.isEnd && tag.name === "t" && !isSound) cell.inline += plainText(before);
    else if (tag.name === "mergeCell" && !tag.isEnd && merges.length < MAX_MERGES)
      merges.push(attributeOf(tag, "ref"));
    // What comes behind the cells and their merges is not read: whole-sheet validations among it.
    return tag.name !== "dataValidations";
  });
  for (const merge of merges) fillMerge(rows, merge);
  return rows;
}

function beginCell(tag: XmlTag, next: number): Cell {
  const ref = attributeOf(tag, "r");
  const column = ref ? columnOf(ref) : next;
  if (column >= MAX_SHEET_COLUMNS * 100)
    throw new SheetRefused("It names a column that no program has. Save it again.");
  const style = Number(attributeOf(tag, "s")) || 0;
  return { column, type: attributeOf(tag, "t") || "n", style, value: "", inline: "" };
}

/** 0 for "A7", 27 for "AB7". */
function columnOf(ref: string): number {
  let number = 0;
  for (const char of ref.toUpperCase()) {
    const digit = char.charCodeAt(0) - A;
    if (digit < 0 || digit > 25) break;
    number = number * 26 + digit + 1;
  }
  return number - 1;
}

function shownText({ type, value, inline, style }: Cell, shared: readonly string[], styles: Styles): string {
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "inlineStr") return inline;
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return value;
  return numberAsShown(value, styles.codes[style] ?? "", styles.is1904);
}

/** Only rows that hold something are filled: a block over a whole column is as long as what stands beside it. */
function fillMerge(rows: readonly SheetRow[], merge: string): void {
  const [, from = "", top = "", to = "", bottom = ""] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge) ?? [];
  const [first, last] = [columnOf(from), Math.min(columnOf(to), MAX_SHEET_COLUMNS - 1)];
  const begin = rows.findIndex(({ line }) => line >= Number(top));
  const text = rows[begin]?.line === Number(top) ? rows[begin]?.cells[first] : undefined;
  // A heading over several columns is no content of them; only down a column does a block speak for each row.
  if (!text || from !== to) return;
  for (let at = begin + 1; at < rows.length && (rows[at]?.line ?? 0) <= Number(bottom); at += 1) {
    const cells = rows[at]?.cells ?? [];
    for (let column = first; column <= last; column += 1) {
      while (cells.length <= column) cells.push("");
      cells[column] ||= text;
    }
  }
}
