import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "@/lib/sheets/read-csv";
import { readXlsx } from "@/lib/sheets/read-xlsx";
import { findLayout, type ImportSheet } from "@/lib/soa/import-layout";
import { planImport, type Words } from "@/lib/soa/import-plan";
import { readRef } from "@/lib/soa/import-refs";
import { emptyDraft, english, german, statementRows, toCsv } from "../support/soa-files";

const noWords: Words = { applicable: new Map(), implementation: new Map() };
const plan = (sheet: ImportSheet, words = noWords) =>
  planImport(sheet, findLayout(sheet), words, emptyDraft());
const planCsv = (rows: readonly (readonly string[])[] | string, words = noWords) =>
  plan(readCsv("soa.csv", Buffer.from(typeof rows === "string" ? rows : toCsv(rows))), words);

describe("A reference as people write it", () => {
  test.each([
    ["A.5.1", "A.5.1"],
    ["5.1", "A.5.1"],
    ["5.10", "A.5.10"],
    ["A 8.34", "A.8.34"],
    ["A.5.01", "A.5.1"],
    ["Annex A 5.1", "A.5.1"],
    ["a.7.4\t", "A.7.4"],
    ["OC-1", "OC-1"],
  ])("%j is %s", (text, ref) => {
    expect(readRef(text)).toMatchObject({ ref });
  });

  test.each([
    ["A.9.2.1", "old"],
    ["A.18.1", "old"],
    ["Organizational controls", "none"],
    ["", "none"],
    ["A.5", "none"],
    ["4.1", "none"],
  ])("%j is %s", (text, kind) => {
    expect(readRef(text).kind).toBe(kind);
  });
});

describe("A statement from a file", () => {
  test.each([
    ["English", english, ","],
    ["German, with semicolons", german, ";"],
  ])("of 93 controls is 93 controls: %s", (_what, language, delimiter) => {
    const { lines, problems, unknown, changes } = planCsv(toCsv(statementRows(language), delimiter));
    expect([problems, unknown]).toEqual([[], { applicable: [], implementation: [] }]);
    expect(new Set(lines.map(({ ref }) => ref)).size).toBe(93);
    expect(lines.find(({ ref }) => ref === "A.5.10")?.values).toEqual({
      ...{ applicable: "yes", justification: "Risk assessment", implementation: "implemented" },
    });
    expect(lines.find(({ ref }) => ref === "A.7.4")?.values).toEqual({
      ...{ applicable: "no", exclusion: "No premises of our own" },
    });
    expect(changes).toHaveLength(92 * 3 + 2);
  });

  test("a row that a comma has torn is named by its number and shifts nothing", () => {
    const rows = toCsv(statementRows(english)).split("\r\n");
    rows[71] = "A.8.12,Data leakage prevention,Theme 8,Yes,Mail in place, endpoints planned,Implemented";
    const { lines, problems } = planCsv(rows.join("\r\n"));
    expect(problems).toEqual([{ line: 72, sentence: expect.stringContaining("7 cells under 6 headings") }]);
    expect(lines).toHaveLength(92);
  });

  test("words that are not known are asked for, and read as they are said", () => {
    const rows = [
      ["Control", "Applicable", "Status"],
      ["A.5.1", "Jawohl", "Fertig"],
      ["A.5.2", "Yes", "Fertig"],
    ];
    expect(planCsv(rows).unknown).toEqual({ applicable: ["Jawohl"], implementation: ["Fertig"] });
    const said: Words = {
      applicable: new Map([["Jawohl", "yes"]]),
      implementation: new Map([["Fertig", "implemented"]]),
    };
    const { unknown, lines } = planCsv(rows, said);
    expect(unknown).toEqual({ applicable: [], implementation: [] });
    expect(lines.map(({ values }) => values)).toEqual([
      { applicable: "yes", implementation: "implemented" },
      { applicable: "yes", implementation: "implemented" },
    ]);
  });

  test("files of the 2013 edition are recognised and refused with what to do", () => {
    const old = [
      ["Control", "Applicable"],
      ["A.9.2.1", "Yes"],
      ["A.9.2.2", "Yes"],
      ["A.5.1", "Yes"],
    ];
    expect(planCsv(old)).toMatchObject({
      lines: [],
      problems: [{ line: null, sentence: expect.stringContaining("2013") }],
    });
    const one = [
      ["Control", "Applicable"],
      ["A.5.1", "Yes"],
      ["A.9.2.2", "Yes"],
      ["A.5.2", "Yes"],
    ];
    expect(planCsv(one).problems).toEqual([{ line: 3, sentence: expect.stringContaining("2013") }]);
  });

  test("a control twice, and one that does not exist, are named by their rows", () => {
    const rows = [
      ["Control", "Applicable"],
      ["A.5.1", "Yes"],
      ["5.1", "No"],
      ["A.5.99", "Yes"],
    ];
    expect(planCsv(rows).problems).toEqual([
      { line: 3, sentence: "A.5.1 stands in row 2 already. Keep one of the rows." },
      { line: 4, sentence: "A.5.99 is no control of ISO/IEC 27001:2022." },
    ]);
  });

  test("an own control comes with its title; titles of themes and rows without a number are passed over", () => {
    const rows = [
      ["Control", "Title", "Applicable"],
      ["A.5.1", "Policies", "Yes"],
      ["People controls", "", ""],
      ["OC-1", "Watch over the cells", "Yes"],
      ["Note 1", "", ""],
    ];
    const { lines, passedOver, problems } = planCsv(rows);
    expect(lines.map(({ ref, title }) => [ref, title])).toEqual([
      ["A.5.1", null],
      ["OC-1", "Watch over the cells"],
    ]);
    expect([passedOver, problems]).toEqual([2, []]);
  });

  test("texts that are too long for a cell are named by their row", () => {
    const rows = [
      ["Control", "Title", "Applicable", "Justification"],
      ["A.5.1", "Policies", "Yes", "x".repeat(20_001)],
      ["OC-1", "x".repeat(301), "Yes", "Contract"],
    ];
    expect(planCsv(rows).problems).toEqual([
      { line: 2, sentence: "A text has more than 20000 characters. Shorten it." },
      { line: 3, sentence: "The title of OC-1 has more than 300 characters. Shorten it." },
    ]);
  });

  test.each(["a,b\nc,d", "Control,Applicable\nx,y"])("without controls it says so: %j", (text) => {
    expect(planCsv(text).problems).toEqual([{ line: null, sentence: expect.stringContaining("No column") }]);
  });

  test("the traps of a spreadsheet: two rows of headings, a merged theme, a lost zero, hidden rows", async () => {
    const [sheet] = await readXlsx(readFileSync("tests/support/soa-number-and-merge-traps.xlsx"));
    if (!sheet) throw new Error("The book has no sheet.");
    expect(findLayout(sheet)).toMatchObject({
      headings: ["Theme", "Control / No.", "Title", "Applicable", "Status", "Reviewed"],
      columns: { ref: 1, title: 2, applicable: 3, implementation: 4 },
    });
    const { lines, problems, unknown } = plan(sheet);
    expect(problems).toEqual([
      {
        line: 6,
        sentence: "A.5.1 stands in row 5 already. If one of them is A.5.10, write its number as text.",
      },
    ]);
    expect(unknown).toEqual({ applicable: [], implementation: [] });
    expect(lines.map(({ ref }) => ref)).toEqual(
      expect.arrayContaining(["A.5.1", "A.5.10", "A.5.2", "A.5.3", "A.5.4"]),
    );
  });
});
