export type Cell = string | number | null;

const BYTE_ORDER_MARK = "\ufeff";
/** With these a spreadsheet takes a cell for a formula. One that is led by apostrophes already gets one more, so that it can be told. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** The mark by which spreadsheets know UTF-8, and the row of headings. */
export function csvHead(columns: readonly string[]): string {
  return BYTE_ORDER_MARK + csvRow(columns);
}

/** One row (RFC 4180). A text that a spreadsheet would take for a formula is led by an apostrophe. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(",")}\r\n`;
}

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
