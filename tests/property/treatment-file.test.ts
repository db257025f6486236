import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { csvHead, csvRow } from "@/lib/documents/csv";
import { readCsv } from "@/lib/sheets/read-csv";
import { readXlsx } from "@/lib/sheets/read-xlsx";
import { writeXlsx } from "@/lib/sheets/write-xlsx";
import { type TreatmentEntry, treatmentStates, treatments } from "@/lib/treatment/treatment";
import { treatmentColumns, treatmentRows } from "@/lib/treatment/treatment-file";
import { type FileRow, planTreatment } from "@/lib/treatment/treatment-import";
import { storedText } from "../support/sheet-texts";

const today = day("2027-03-10");
const controls = ["A.5.1", "A.5.10", "A.8.13", "OC-1"];
const days = fc.constantFrom(day("2026-12-31"), day("2027-02-28"), null);

const entry = fc
  .record({
    ref: storedText.map((text) => text?.slice(0, 40).trim() || "R-1"),
    risk: storedText.map((text) => text ?? "A risk"),
    owner: storedText,
    treatment: fc.constantFrom(...treatments),
    controls: fc.subarray(controls),
    dueOn: days,
    state: fc.constantFrom(...treatmentStates),
    acceptedBy: storedText,
    acceptedOn: days,
  })
  // Acceptance names somebody and a day, or neither.
  .map((line): TreatmentEntry => {
    if (line.acceptedBy && line.acceptedOn) return line;
    const state = line.state === "accepted" ? "done" : line.state;
    return { ...line, state, acceptedBy: null, acceptedOn: null };
  });
const lines = fc.uniqueArray(entry, { selector: ({ ref }) => ref, minLength: 1, maxLength: 20 });

/** The rows written over what is there change nothing, and over nothing they make the same lines. */
function expectSame(rows: readonly FileRow[] | undefined, kept: readonly TreatmentEntry[]): void {
  const over = planTreatment(rows ?? [], { lines: kept, controls, today });
  expect(over).toMatchObject({ lines: [], changes: [], problems: [], read: kept.length, ignored: [] });
  expect(planTreatment(rows ?? [], { lines: [], controls, today }).lines).toEqual(kept);
}

test("what is exported as csv says the same when it is imported", () => {
  fc.assert(
    fc.property(lines, (kept) => {
      const head = csvHead(treatmentColumns.map(({ label }) => label));
      const file = [head, ...treatmentRows(kept).map(csvRow)].join("");
      expectSame(readCsv("risks.csv", Buffer.from(file)).rows, kept);
    }),
    { numRuns: 200 },
  );
});

test("what is exported as xlsx says the same when it is imported, and a formula stays a text", async () => {
  await fc.assert(
    fc.asyncProperty(lines, async (kept) => {
      const sheet = { name: "Risk treatment", columns: treatmentColumns, rows: treatmentRows(kept) };
      const [read] = await readXlsx(await writeXlsx(sheet, new Date("2027-03-10T09:00:00Z")));
      expectSame(read?.rows, kept);
    }),
    { numRuns: 60 },
  );
});
