import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { paperOfReport } from "@/lib/papers/report-paper";
import { writeDocx } from "@/lib/print/docx/write-docx";
import { readDocx } from "../../support/read-docx";
import { manyFindings, sampleReport } from "../../support/sample-report";

const kept = { sha256: "3fe9b1c07a24".repeat(6).slice(0, 64), day: day("2027-03-15") };
const write = async (content = sampleReport()) => await writeDocx(paperOfReport(content, kept));

test("three hundred findings are all in the Word file, word for word", async () => {
  const findings = manyFindings(300);
  const { paragraphs, xml } = await readDocx(await write(sampleReport(findings)));
  const there = new Set(paragraphs);
  const missing = findings.flatMap(({ statement, evidence }) =>
    [statement, evidence ?? ""].filter((words) => !there.has(words)),
  );
  expect(missing).toEqual([]);
  expect(xml.split('w:val="Heading2"')).toHaveLength(301);
});

test("it has a title, numbered headings, repeated heads of tables and page numbers", async () => {
  const { paragraphs, xml, footers, headers, properties } = await readDocx(await write());
  for (const said of [
    "Report of Stage 2",
    "4. Findings",
    kept.sha256,
    "Version 1, issued on 15 Mar 2027 by Paul Adler",
  ])
    expect(paragraphs).toContain(said);
  expect(xml).toContain("<w:tblHeader/>");
  expect(footers).toContain("Page ");
  expect(headers).toBe("");
  expect(properties).toContain(
    "<dc:title>Report of Stage 2, Northwind Logistics GmbH, ISO/IEC 27001:2022</dc:title>",
  );
});

test("a draft says so above every page", async () => {
  const { headers } = await readDocx(await write({ ...sampleReport(), issued: null }));
  expect(headers).toBe("Draft");
});

test("any writing, line ends and signs of XML come out as they were written; control signs do not", async () => {
  const [sample] = manyFindings(1);
  const statement = "Ελληνικά, Кирилица, 漢字 & <b>\u0000\u202E\nsecond line 🙂";
  const content = sampleReport(sample && [{ ...sample, statement }]);
  const { paragraphs } = await readDocx(await write(content));
  expect(paragraphs).toContain("Ελληνικά, Кирилица, 漢字 & <b>\nsecond line 🙂");
});

test("the same version gives the same bytes, whatever was written before", async () => {
  const one = await write();
  await write(sampleReport(manyFindings(20)));
  expect(Buffer.from(await write()).equals(Buffer.from(one))).toBe(true);
});
