import { ZipFile } from "yazl";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** What Excel allows in one cell, and in the name of a sheet. */
const MAX_CELL = 32_767;
const MAX_SHEET_NAME = 31;
const A = "A".charCodeAt(0);

export interface WrittenSheet {
  name: string;
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly (string | null)[])[];
}

/**
 * An Excel file with one sheet whose cells are all text: nothing in them can be a formula, and "5.10" keeps its zero. The
 * first row is bold and stays in sight. The same content makes the same bytes.
 */
export async function writeXlsx(sheet: WrittenSheet, changedAt: Date): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, xml] of Object.entries(partsOf(sheet)))
    zip.addBuffer(Buffer.from(HEAD + xml), path, { mtime: changedAt });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function partsOf(sheet: WrittenSheet): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook.xml", "sheet.main")}${part("worksheets/sheet1.xml", "worksheet")}${part("styles.xml", "styles")}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId2", "styles", "styles.xml"),
    ),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="49" fontId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": worksheet(sheet),
  };
}

function worksheet({ columns, rows }: WrittenSheet): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const written = [columns.map(({ label }) => label), ...rows].map((cells, at) => writeRow(cells, at + 1));
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${written.join("")}</sheetData></worksheet>`;
}

function writeRow(cells: readonly (string | null)[], line: number): string {
  const style = line === 1 ? 1 : 0;
  const written = cells.map((text, at) =>
    text === null || text === ""
      ? ""
      : `<c r="${columnName(at)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, MAX_CELL))}</t></is></c>`,
  );
  return `<row r="${line}">${written.join("")}</row>`;
}

/** "A" for 0, "AB" for 27. */
function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return `${rest > 0 ? columnName(rest - 1) : ""}${String.fromCharCode(A + (at % 26))}`;
}

/** Excel forbids these signs in a sheet's name, and an apostrophe at its ends. */
function sheetName(name: string): string {
  const bare = name
    .replace(/[\\/?*[\]:]/g, " ")
    .slice(0, MAX_SHEET_NAME)
    .replace(/^'+|'+$/g, "")
    .trim();
  return bare || "Sheet";
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Signs that no XML text can hold: a single one makes a spreadsheet call the file damaged. */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text
    .replace(IMPOSSIBLE, "")
    .replace(/_(?=x[\da-fA-F]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)
    .replaceAll("\r", "&#13;");
}
