import { requireSheetRoom, type Sheet, SheetRefused, type SheetRow } from "./sheet";

const DELIMITERS = [",", ";", "\t"] as const;
/** The apostrophe with which such a file keeps a text from being a formula. */
const LED_FORMULA = /^'(?='*[=+\-@])/;
/** So many of the first characters tell what stands between the cells. */
const SNIFFED = 4_000;

/** Reads separated values: comma, semicolon or tab; UTF-8, UTF-16 or what Windows wrote before them; any line end. */
export function readCsv(name: string, bytes: Uint8Array): Sheet {
  const text = decodeText(bytes);
  const rows = parse(text, findDelimiter(text));
  if (rows.length === 0) throw new SheetRefused("It holds no rows. Choose a file with content.");
  return { name, rows, isDelimited: true };
}

/** Text in the encoding that its first bytes tell; without a mark, bytes that are no UTF-8 are Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The separator that stands most often outside of quotes in the beginning. */
function findDelimiter(text: string): string {
  const bare = text.slice(0, SNIFFED).replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [...DELIMITERS].sort((one, other) => count(other) - count(one))[0] ?? ",";
}

function parse(text: string, delimiter: string): SheetRow[] {
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  let filled = 0;
  const endCell = () => {
    cells.push(cell.trim().replace(LED_FORMULA, ""));
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== "")) {
      filled += cells.length;
      rows.push({ line: begun, cells });
      requireSheetRoom(rows.length, filled, cells.length);
    }
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    const isLineEnd = char === "\n" || (char === "\r" && text[at + 1] !== "\n");
    if (isLineEnd) line += 1;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell.trim() === "") {
      cell = "";
      isQuoted = true;
    } else if (char === delimiter) endCell();
    else if (isLineEnd) {
      endRow();
      begun = line;
    } else if (char !== "\r") cell += char;
  }
  if (isQuoted)
    throw new SheetRefused(`The text in quotes that begins in line ${begun} never ends. Close it.`);
  endRow();
  return rows;
}
