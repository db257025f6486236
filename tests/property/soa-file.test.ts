import fc from "fast-check";
import { expect, test } from "vitest";
import { csvHead, csvRow } from "@/lib/documents/csv";
import { readCsv } from "@/lib/sheets/read-csv";
import { readXlsx } from "@/lib/sheets/read-xlsx";
import { writeXlsx } from "@/lib/sheets/write-xlsx";
import { draftRows, exportColumns } from "@/lib/soa/export-rows";
import { findLayout, type ImportSheet } from "@/lib/soa/import-layout";
import { planImport } from "@/lib/soa/import-plan";
import { implementations, OWN_GROUP, type SoaLine } from "@/lib/soa/statement";
import { storedText } from "../support/sheet-texts";
import { emptyDraft } from "../support/soa-files";

const stated = fc.record({
  applicable: fc.constantFrom(true, false, null),
  justification: storedText,
  exclusion: storedText,
  implementation: fc.constantFrom(...implementations, null),
  owner: storedText,
  notes: storedText,
});

/** The draft with some lines stated, and an own control. */
const draft = fc.array(stated, { minLength: 1, maxLength: 20 }).map((all): SoaLine[] => {
  const own = { ref: "OC-1", title: "Watch over the cells", group: OWN_GROUP, theme: null };
  const lines = emptyDraft().map((line, at) => ({ ...line, ...all[at] }));
  return [...lines, { ...own, ...(all[0] ?? lines[0]) } as SoaLine];
});

const noWords = { applicable: new Map(), implementation: new Map() };
const compare = (sheet: ImportSheet | undefined, lines: readonly SoaLine[]) => {
  if (!sheet) throw new Error("The file has no sheet.");
  const { changes, problems, unknown, lines: read } = planImport(sheet, findLayout(sheet), noWords, lines);
  expect({ changes, problems, unknown, count: read.length }).toEqual({
    ...{ changes: [], problems: [], unknown: { applicable: [], implementation: [] } },
    count: lines.length,
  });
};

test("what is exported as csv says the same when it is imported", () => {
  fc.assert(
    fc.property(draft, (lines) => {
      const file = [csvHead(exportColumns.map(({ label }) => label)), ...draftRows(lines).map(csvRow)].join(
        "",
      );
      compare(readCsv("soa.csv", Buffer.from(file)), lines);
    }),
    { numRuns: 60 },
  );
});

test("what is exported as xlsx says the same when it is imported, and every cell of it is text", async () => {
  const at = new Date("2027-01-11T09:00:00Z");
  await fc.assert(
    fc.asyncProperty(draft, async (lines) => {
      const sheet = { name: "A/B: [draft]?*", columns: exportColumns, rows: draftRows(lines) };
      const [read] = await readXlsx(await writeXlsx(sheet, at));
      expect(read?.name).toBe("A B   draft");
      expect(read?.rows.every(({ numbers }) => numbers?.size === 0)).toBe(true);
      compare(read, lines);
    }),
    { numRuns: 30 },
  );
});
