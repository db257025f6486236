import { afterEach, expect, test } from "vitest";
import { day } from "@/lib/day";
import { TooMany } from "@/lib/outcome";
import { paperOfReport } from "@/lib/papers/report-paper";
import { writePdf } from "@/lib/print/pdf/write-pdf";
import { printLimits, printPaper } from "@/lib/print/print-paper";
import { manyFindings, sampleReport } from "../../support/sample-report";

const kept = { sha256: null, day: day("2027-03-15") };
const small = paperOfReport(sampleReport(), kept);
const huge = paperOfReport(sampleReport(manyFindings(15_000)), kept);
const usual = { ...printLimits };

afterEach(() => Object.assign(printLimits, usual));

const startOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString("latin1");

test("a thread of its own writes what the process would write itself", async () => {
  const written = await printPaper(small, "pdf");
  expect(Buffer.from(written).equals(Buffer.from(await writePdf(small)))).toBe(true);
  expect(startOf(await printPaper(small, "docx"))).toBe("PK\u0003\u0004");
});

test("a paper that takes too long is given up, and the one behind it is written all the same", async () => {
  printLimits.seconds = 0.3;
  const tooLong = printPaper(huge, "pdf");
  const given = expect(tooLong).rejects.toThrow("longer than 0.3 seconds");
  printLimits.seconds = usual.seconds;
  const behind = printPaper(small, "pdf");
  await given;
  expect(startOf(await behind)).toBe("%PDF");
});

test("a paper that needs too much memory is given up, and the next one is written all the same", async () => {
  printLimits.seconds = 0;
  await expect(printPaper(small, "pdf")).rejects.toThrow("longer than 0 seconds");
  Object.assign(printLimits, usual, { megabytes: 60 });
  await expect(printPaper(huge, "pdf")).rejects.toThrow(/memory/);
  Object.assign(printLimits, usual);
  expect(startOf(await printPaper(small, "pdf"))).toBe("%PDF");
});

test("who comes when too many wait is asked to come again; those who wait are served", async () => {
  printLimits.waiting = 2;
  const waiting = [printPaper(small, "pdf"), printPaper(small, "pdf"), printPaper(small, "pdf")];
  expect(() => printPaper(small, "pdf")).toThrow(TooMany);
  expect((await Promise.all(waiting)).map(startOf)).toEqual(["%PDF", "%PDF", "%PDF"]);
});
