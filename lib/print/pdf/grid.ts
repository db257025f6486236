import { type Fact, type Mark, NOT_STATED, type PaperCell, type PaperColumn } from "../../papers/paper";
import { headFill, looks, page, type TextLook, textBottom, textWidth } from "./look";
import {
  addElement,
  drawArtifact,
  drawContent,
  drawLine,
  drawMarkWord,
  drawRule,
  drawShape,
  type Element,
  linesOf,
  needRoom,
  roomLeft,
  type Sheet,
  turnPage,
  widthOf,
  widthOfMark,
  within,
} from "./sheet";

const PAD_X = 6;
const PAD_Y = 4;
/** A row is cut across two pages only where it is taller than this part of one. */
const TALLEST_KEPT = (textBottom - page.top) * 0.4;
const LEAST_CUT = 3;

interface GridColumn {
  x: number;
  width: number;
  look: TextLook;
  /** How its cells are tagged: the one that names the row is a head. */
  isRowHeader: boolean;
  isOneLine: boolean;
}

interface GridCell {
  lines: string[];
  mark: Mark | null;
}

/** Rows and columns with their heads repeated on every page. */
export function drawTable(
  sheet: Sheet,
  table: {
    caption: string;
    columns: readonly PaperColumn[];
    rows: readonly (readonly PaperCell[])[];
  },
): void {
  const columns = placeColumns(sheet, table.columns, table.rows);
  const labels = table.columns.map(({ label }) => label);
  const cells = table.rows.map((row) => row.map((cell, at) => layCell(sheet, cell, columns[at])));
  const [first] = cells;
  needRoom(sheet, headHeight() + looks.label.leading + (first ? Math.min(heightOf(first), TALLEST_KEPT) : 0));
  within(
    sheet,
    "Table",
    () => {
      within(sheet, "THead", () => within(sheet, "TR", () => drawHead(sheet, columns, labels, true)));
      within(sheet, "TBody", () => {
        for (const row of cells) drawRow(sheet, columns, row, () => drawHead(sheet, columns, labels, false));
      });
    },
    { title: table.caption },
  );
  sheet.y += 10;
}

/** Terms and what is said of each. */
export function drawFacts(sheet: Sheet, items: readonly Fact[], termWidth = 118): void {
  const columns: GridColumn[] = [
    { x: page.left, width: termWidth, look: looks.cellTerm, isRowHeader: true, isOneLine: false },
    {
      x: page.left + termWidth,
      width: textWidth - termWidth,
      look: looks.cell,
      isRowHeader: false,
      isOneLine: false,
    },
  ];
  within(sheet, "Table", () => {
    for (const { term, value } of items) {
      const row = [term, value || NOT_STATED].map((cell, at) => layCell(sheet, cell, columns[at]));
      drawRow(sheet, columns, row, () => undefined);
    }
  });
  sheet.y += 10;
}

/** A column that never breaks gets what its longest cell needs; the others share the rest. */
function placeColumns(
  sheet: Sheet,
  columns: readonly PaperColumn[],
  rows: readonly (readonly PaperCell[])[],
): GridColumn[] {
  const needs = columns.map((column, at) => {
    if (!column.isOneLine) return 0;
    const look = lookOf(column);
    const widths = rows.map((row) => widthOfCell(sheet, look, row[at] ?? ""));
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    return Math.min(
      Math.max(widest, widthOf(sheet, looks.cellHead, column.label)) + 2 * PAD_X,
      textWidth / 3,
    );
  });
  const rest = textWidth - needs.reduce((sum, need) => sum + need, 0);
  const shares = columns.reduce((sum, { share, isOneLine }) => sum + (isOneLine ? 0 : share), 0);
  let x: number = page.left;
  return columns.map((column, at) => {
    const width = column.isOneLine ? (needs[at] ?? 0) : (rest * column.share) / shares;
    const { isRowHeader = false, isOneLine = false } = column;
    const placed = { x, width, look: lookOf(column), isRowHeader, isOneLine };
    x += width;
    return placed;
  });
}

const lookOf = ({ isRowHeader }: PaperColumn) => (isRowHeader ? looks.cellStrong : looks.cell);

const widthOfCell = (sheet: Sheet, look: TextLook, cell: PaperCell) =>
  typeof cell === "string" ? widthOf(sheet, look, cell) : widthOfMark(sheet, looks.cellStrong, cell);

function layCell(sheet: Sheet, cell: PaperCell, column: GridColumn | undefined): GridCell {
  if (!column) throw new Error("A row has more cells than its table has columns.");
  if (typeof cell !== "string") return { lines: [cell.word], mark: cell };
  const room = column.width - 2 * PAD_X;
  if (column.isOneLine && widthOf(sheet, column.look, cell) <= room) return { lines: [cell], mark: null };
  return { lines: linesOf(sheet, column.look, cell, room), mark: null };
}

const leading = looks.cell.leading;
const headHeight = () => looks.cellHead.leading + 2 * PAD_Y;
const countLines = (row: readonly GridCell[]) => Math.max(1, ...row.map(({ lines }) => lines.length));
const heightOf = (row: readonly GridCell[]) => countLines(row) * leading + 2 * PAD_Y;

/** The heads of the columns; where they are repeated, only the eye meets them again. */
function drawHead(
  sheet: Sheet,
  columns: readonly GridColumn[],
  labels: readonly string[],
  isFirst: boolean,
): void {
  const height = headHeight();
  drawArtifact(sheet, (doc) => doc.rect(page.left, sheet.y, textWidth, height).fill(headFill));
  const top = sheet.y + PAD_Y;
  for (const [at, { x }] of columns.entries()) {
    const draw = () => drawLine(sheet, looks.cellHead, labels[at] ?? "", x + PAD_X, top);
    if (isFirst)
      within(sheet, "TH", (element) => drawContent(sheet, element, "TH", draw), { scope: "Column" });
    else drawArtifact(sheet, draw);
  }
  sheet.y += height;
}

/** One row, cut across pages where it is too tall to be kept together. */
function drawRow(
  sheet: Sheet,
  columns: readonly GridColumn[],
  row: readonly GridCell[],
  repeatHead: () => void,
): void {
  const height = heightOf(row);
  const isKept = height <= TALLEST_KEPT;
  const least = isKept ? height : LEAST_CUT * leading + 2 * PAD_Y;
  if (roomLeft(sheet) < least) {
    turnPage(sheet);
    repeatHead();
  }
  within(sheet, "TR", (element) => {
    const elements = columns.map(({ isRowHeader }) =>
      isRowHeader ? addElement(sheet, element, "TH", { scope: "Row" }) : addElement(sheet, element, "TD"),
    );
    const total = countLines(row);
    let next = 0;
    while (next < total) {
      const fitting = Math.floor((roomLeft(sheet) - 2 * PAD_Y) / leading);
      const end = Math.min(total, next + Math.max(1, fitting));
      drawCells(sheet, columns, row, elements, next, end);
      next = end;
      if (next < total) {
        turnPage(sheet);
        repeatHead();
      }
    }
    for (const cell of elements) cell.end();
  });
}

function drawCells(
  sheet: Sheet,
  columns: readonly GridColumn[],
  row: readonly GridCell[],
  elements: readonly Element[],
  from: number,
  end: number,
): void {
  const top = sheet.y + PAD_Y;
  for (const [at, { lines, mark }] of row.entries()) {
    const column = columns[at];
    const element = elements[at];
    const shown = lines.slice(from, end);
    if (!column || !element || shown.length === 0) continue;
    const x = column.x + PAD_X;
    if (mark) drawShape(sheet, column.look, mark, x, top);
    drawContent(sheet, element, column.isRowHeader ? "TH" : "TD", () => {
      if (mark) drawMarkWord(sheet, column.look, mark, x, top);
      else
        for (const [no, line] of shown.entries()) drawLine(sheet, column.look, line, x, top + no * leading);
    });
  }
  sheet.y += (end - from) * leading + 2 * PAD_Y;
  drawRule(sheet, sheet.y);
}
