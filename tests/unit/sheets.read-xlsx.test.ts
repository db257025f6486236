import { describe, expect, test } from "vitest";
import { numberAsShown } from "@/lib/sheets/number-text";
import { readXlsx } from "@/lib/sheets/read-xlsx";
import { SheetRefused } from "@/lib/sheets/sheet";
import { bookOf, textCell } from "../support/soa-files";

const LIMIT_MS = 5_000;
const LIMIT_BYTES = 300 * 1024 * 1024;

const rowsOf = async (book: Buffer) =>
  (await readXlsx(book))[0]?.rows.map(({ line, cells }) => [line, ...cells]);
const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join("")}</row>`;
const data = (...rows: string[]) => `<sheetData>${rows.join("")}</sheetData>`;

describe("A number is read as it is shown", () => {
  test.each([
    ["5.1", "", "5.1"],
    ["5.1", "0.00", "5.10"],
    ["5.1000000000000005", "", "5.1"],
    ["40179", "yy.m.d", "10.1.1"],
    ["46142", "yyyy-mm-dd", "2026-04-30"],
    ["46142", "dd/mm/yyyy hh:mm", "30/04/2026"],
    ["0.46", "0%", "46%"],
    ["1234.5", "#,##0", "1235"],
    ["5", '"A."0', "5"],
    ["7", "[Red]0.0", "7.0"],
    ["1", "yyyy-mm-dd", "1900-01-01"],
    ["61", "yyyy-mm-dd", "1900-03-01"],
    ["no number", "0.0", "no number"],
  ])("%s under %j is %s", (value, code, expected) => {
    expect(numberAsShown(value, code, false)).toBe(expected);
  });

  test("the days of a book that counts from 1904", () => {
    expect(numberAsShown("44680", "yyyy-mm-dd", true)).toBe("2026-04-30");
  });
});

describe("An Excel file", () => {
  test("is read with shared, inline and rich texts, formulas by their value, booleans and gaps", async () => {
    const shared =
      "<si><t>Shared &amp; so</t></si><si><r><t>Rich </t></r><r><t>text</t></r><rPh><t>sound</t></rPh></si>";
    const sheet = data(
      row(3, '<c r="A3" t="s"><v>0</v></c>', '<c r="C3" t="s"><v>1</v></c>', textCell("D3", "a&#10;b")),
      row(
        5,
        '<c r="A5" t="b"><v>1</v></c>',
        '<c r="B5" t="str"><f>1+1</f><v>two</v></c>',
        '<c r="C5"><v>5.10</v></c>',
      ),
    );
    expect(await rowsOf(await bookOf(sheet, { shared }))).toEqual([
      [3, "Shared & so", "", "Rich text", "a\nb"],
      [5, "TRUE", "two", "5.1"],
    ]);
  });

  test("says in each filled row what a block down its column says, and no more rows than are filled", async () => {
    const sheet = `${data(row(1, textCell("A1", "Organisational"), textCell("B1", "5.1")), row(2, textCell("B2", "5.2")), row(9, textCell("B9", "6.1")))}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`;
    expect(await rowsOf(await bookOf(sheet))).toEqual([
      [1, "Organisational", "5.1"],
      [2, "Organisational", "5.2"],
      [9, "", "6.1"],
    ]);
  });

  const filled = data(
    row(1, textCell("A1", "Control"), textCell("B1", "State")),
    row(2, textCell("A2", "5.1"), textCell("B2", "Yes")),
  );
  const emptyStyles = `<cellXfs>${'<xf numFmtId="0" fontId="0"/>'.repeat(60_000)}</cellXfs>`;
  const emptyCells = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="9"/><c r="B${at + 3}" s="9"/></row>`,
  );
  test.each([
    [
      "blocks over whole columns",
      () => bookOf(`${filled}<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(50_000)}</mergeCells>`),
    ],
    [
      "validations over the whole sheet",
      () =>
        bookOf(
          `${filled}<dataValidations>${'<dataValidation sqref="B2:XFD1048576" type="list"><formula1>"a,b"</formula1></dataValidation>'.repeat(10_000)}</dataValidations>`,
        ),
    ],
    [
      "megabytes of styles and of empty cells",
      () =>
        bookOf(`<sheetData>${filled.slice(11, -12)}${emptyCells.join("")}</sheetData>`, {
          styles: emptyStyles,
        }),
    ],
    ["a count from 1904", () => bookOf(filled, { workbook: '<workbookPr date1904="1"/>' })],
    ["a tag that never ends", () => bookOf(`${filled}<c ${"a ".repeat(2_000_000)}`)],
  ])("with %s is read within five seconds and 300 MB", async (_what, make) => {
    const book = await make();
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    const rows = await rowsOf(book);
    expect(performance.now() - begun).toBeLessThan(LIMIT_MS);
    expect(process.memoryUsage().rss - before).toBeLessThan(LIMIT_BYTES);
    expect(rows?.[0]?.slice(0, 3)).toEqual([1, "Control", "State"]);
    expect(rows).toHaveLength(2);
  });

  test.each([
    ["that is none", async () => Buffer.from("PK no book")],
    ["without sheets", async () => await bookOf("", { workbook: "</workbook><!--" })],
    [
      "that unpacks to more than any statement",
      () => bookOf(`<sheetData>${" ".repeat(25 * 1024 * 1024)}</sheetData>`),
    ],
    [
      "with more rows than controls",
      () =>
        bookOf(data(...Array.from({ length: 20_002 }, (_, at) => row(at + 1, textCell(`A${at + 1}`, "x"))))),
    ],
    ["with a text in a column that no sheet has", () => bookOf(data(row(1, textCell("XFD1", "x"))))],
  ])("%s is refused with a sentence within five seconds", async (_what, make) => {
    const book = await make();
    const begun = performance.now();
    await expect(readXlsx(book)).rejects.toThrow(SheetRefused);
    expect(performance.now() - begun).toBeLessThan(LIMIT_MS);
  });
});
