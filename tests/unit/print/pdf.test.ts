import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { countGrades, type ReportFinding } from "@/lib/documents/audit-report";
import { paperOfReport } from "@/lib/papers/report-paper";
import { writePdf } from "@/lib/print/pdf/write-pdf";
import { readPdf, solid } from "../../support/read-pdf";
import { manyFindings, sampleReport, sampleStage1 } from "../../support/sample-report";

const kept = { sha256: "3fe9b1c07a24".repeat(6).slice(0, 64), day: day("2027-03-15") };
const [sample] = manyFindings(1);
const oneFinding = (words: Partial<ReportFinding>): ReportFinding[] => [
  { ...(sample as ReportFinding), ...words },
];
const print = async (findings?: ReportFinding[]) =>
  await readPdf(await writePdf(paperOfReport(sampleReport(findings), kept)));

test("a report says its title, version, hash and day, and every page which page of how many it is", async () => {
  const { pages, title, language, isTagged } = await print();
  const [first = ""] = pages;
  for (const said of [
    "Report of Stage 2",
    "Northwind Logistics GmbH",
    "Version 1, issued on 15 Mar 2027 by Paul Adler",
  ])
    expect(first).toContain(said);
  expect(first).toContain(kept.sha256);
  expect(pages.map((text) => /Page \d+ of \d+/.exec(text)?.[0])).toEqual(
    pages.map((_, at) => `Page ${at + 1} of ${pages.length}`),
  );
  expect({ title, language, isTagged }).toEqual({
    title: "Report of Stage 2, Northwind Logistics GmbH, ISO/IEC 27001:2022",
    language: "en",
    isTagged: true,
  });
});

test("its parts can be jumped to and are read out as headings, tables and paragraphs", async () => {
  const findings = manyFindings(3);
  const { bookmarks, elements } = await print(findings);
  expect(bookmarks.map(({ title }) => title)).toEqual([
    "1. The audit",
    "2. People",
    "3. How it was audited",
    "4. Findings",
    "5. Conformity and effectiveness",
    "6. Scope and objectives",
    "7. For the programme",
    "8. Recommendation of the audit team",
  ]);
  expect(bookmarks[3]?.children).toEqual([
    "NC-001 A.5.15 c) Access control",
    "NC-002 A.8.9 Configuration management",
    "NC-003 9.2 Internal audit",
  ]);
  expect(elements).toMatchObject({ H1: 1, H2: 8, H3: 3 });
  expect(elements.TH).toBeGreaterThan(20);
});

test("three hundred findings are all there, word for word, and counted as they are", async () => {
  const findings = manyFindings(300);
  const { solid: text, elements, pages } = await print(findings);
  const missing = findings.flatMap(({ number, statement, evidence }) =>
    [number, statement, evidence ?? ""].filter((words) => !text.includes(solid(words))),
  );
  expect(missing).toEqual([]);
  expect(elements.H3).toBe(300);
  const { major, minor, opportunity, conformity } = countGrades({ findings });
  expect(text).toContain(
    solid(
      `${major} major nonconformities, ${minor} minor nonconformities, ${opportunity} opportunities for improvement, ${conformity} noted conformities.`,
    ),
  );
  const heads = pages.filter((page) => page.includes("No.Grade") || /No\.\s*Grade\s*Requirement/.test(page));
  expect(heads.length).toBeGreaterThan(5);
});

test("Greek and Cyrillic letters and marks on letters come out as they were written", async () => {
  const words = "Ελληνικά ώτα ΐ, Кирилица Щъ Ґґ Її, Łódź Çağrı Ștefan Žižek ữ, “quotes” – 5 € ≥ 3 ½";
  const { solid: text, pages } = await print(oneFinding({ statement: words, evidence: "ok → done" }));
  expect(text).toContain(solid(words));
  expect(pages.join(" ")).not.toContain("show as boxes");
});

test("letters that the font lacks are said to be lacking, and are kept for who copies or listens", async () => {
  const bytes = await writePdf(paperOfReport(sampleReport(oneFinding({ statement: "漢字 and 🙂" })), kept));
  const { pages } = await readPdf(bytes);
  expect(pages.join(" ")).toContain("Some letters of this paper are not in its font");
});

test("words without end, empty texts and ten thousand letters lose nothing and stay on the page", async () => {
  const endless = "abcdefghij".repeat(60);
  const long = Array.from({ length: 1400 }, (_, at) => `word${at}`).join(" ");
  expect(long.length).toBeGreaterThan(10_000);
  const { solid: text } = await print([
    ...oneFinding({ statement: endless, evidence: long }),
    ...oneFinding({ number: "NC-002", statement: "", evidence: null, site: long, process: null }),
  ]);
  expect(text).toContain(endless);
  expect(text).toContain(`Objectiveevidence${solid("Not stated")}`);
  for (const word of [0, 700, 1399])
    expect(text).toContain(`word${word}word${word + 1}`.replace("word1400", ""));
});

test("control signs and marks that turn the reading order are left out", async () => {
  const { solid: text } = await print(oneFinding({ statement: "before\u0000\u202Eafter\r\nnext\tlast" }));
  expect(text).toContain("beforeafternextlast");
});

test("the same version gives the same bytes", async () => {
  const [one, two] = [
    await writePdf(paperOfReport(sampleReport(), kept)),
    await writePdf(paperOfReport(sampleReport(), kept)),
  ];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});

test("a draft says so on every page and names no version", async () => {
  const content = { ...sampleReport(), issued: null };
  const { pages } = await readPdf(await writePdf(paperOfReport(content, { ...kept, sha256: null })));
  for (const page of pages) expect(page).toMatch(/Draft\s*$/);
  expect(pages.join(" ")).not.toContain("Version");
  expect(pages.join(" ")).not.toContain("SHA-256");
});

test("a Stage 1 report holds the documents, the areas of concern and the conclusion", async () => {
  const { pages, bookmarks } = await readPdf(await writePdf(paperOfReport(sampleStage1(), kept)));
  const text = pages.join(" ");
  for (const said of [
    "Blocks Stage 2",
    "The management review is planned",
    "It is held on 5 February 2027.",
    "Ready after corrections",
  ])
    expect(text).toContain(said);
  expect(bookmarks.map(({ title }) => title).slice(3)).toEqual([
    "4. Documents and readiness",
    "5. Areas of concern",
    "6. Conclusion",
  ]);
});
