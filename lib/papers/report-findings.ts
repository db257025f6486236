import { countGrades, type ReportContent, type ReportFinding } from "../documents/audit-report";
import { grades } from "../lifecycle/finding-words";
import { concernStateNames } from "../lifecycle/naming";
import type { Grade } from "../lifecycle/record";
import { readinessItems } from "../standards/readiness";
import { requirementInWords } from "../standards/requirements";
import { limitsInWords } from "./finding-limits";
import { markOfGrade, WITHDRAWN } from "./marks";
import { type Block, type Mark, type PlainBlock, type Section, tableOf } from "./paper";

const gradeWords: Record<Grade, [one: string, many: string]> = {
  major: ["major nonconformity", "major nonconformities"],
  minor: ["minor nonconformity", "minor nonconformities"],
  opportunity: ["opportunity for improvement", "opportunities for improvement"],
  conformity: ["noted conformity", "noted conformities"],
};

/** "2 major nonconformities, 1 minor nonconformity, …": counted, never typed. */
export function findingsInWords(content: Pick<ReportContent, "findings">): string {
  const counts = countGrades(content);
  return `${grades.map((grade) => `${counts[grade]} ${gradeWords[grade][counts[grade] === 1 ? 0 : 1]}`).join(", ")}.`;
}

/** The findings by grade, word for word as they were issued. An audit without findings is valid (NC-9). */
export function sectionOfFindings({ findings, standardId }: ReportContent): Section {
  const overview = tableOf("Findings of the audit", findings, [
    { label: "No.", share: 2, isOneLine: true, isRowHeader: true, cell: ({ number }) => number },
    {
      label: "Grade",
      share: 2.5,
      cell: ({ grade, isWithdrawn }) => (isWithdrawn ? WITHDRAWN : markOfGrade(grade)),
    },
    {
      label: "Requirement",
      share: 8,
      cell: ({ requirementRef, subRef }) => requirementInWords(standardId, requirementRef, subRef),
    },
    { label: "Place", share: 4, cell: (finding) => placeOf(finding) || "–" },
  ]);
  return {
    title: "Findings",
    blocks: [
      { kind: "paragraph", text: findingsInWords({ findings }), look: "strong" },
      ...(findings.length > 0 ? [overview] : []),
      ...findings.map((finding) => entryOfFinding(finding, standardId)),
    ],
  };
}

function placeOf({ site, process }: ReportFinding): string {
  return [site, process].filter(Boolean).join(", ");
}

function entryOfFinding(finding: ReportFinding, standardId: string): Block {
  const { number, grade, isWithdrawn, requirementRef, subRef, statement, evidence } = finding;
  const place = placeOf(finding);
  const blocks: PlainBlock[] = [
    { kind: "text", title: "Statement", text: statement },
    { kind: "text", title: "Objective evidence", text: evidence },
  ];
  if (place) blocks.push({ kind: "text", title: "Place", text: place });
  const limits = limitsInWords(finding);
  if (limits) blocks.push({ kind: "text", title: "Limits", text: limits });
  return {
    kind: "entry",
    number,
    title: requirementInWords(standardId, requirementRef, subRef),
    marks: isWithdrawn ? [markOfGrade(grade), WITHDRAWN] : [markOfGrade(grade)],
    blocks,
  };
}

const verdictMarks: Record<ReportContent["readiness"][number]["verdict"], Mark> = {
  seen: { word: "Seen", kind: "success" },
  partly: { word: "Partly", kind: "warning" },
  missing: { word: "Missing", kind: "danger" },
};

/** What Stage 1 looked at, and how far each document was there (IS-3, ST1-1). */
export function sectionOfReadiness({ readiness, standardId }: ReportContent): Section {
  const noted = new Map(readiness.map((item) => [item.key, item]));
  const table = tableOf("Documents looked at", readinessItems(standardId), [
    { label: "Clause", share: 1.5, isOneLine: true, cell: ({ clause }) => clause },
    { label: "Document", share: 5, isRowHeader: true, cell: ({ title }) => title },
    {
      label: "Seen",
      share: 2.2,
      cell: ({ key }) => {
        const verdict = noted.get(key)?.verdict;
        return verdict ? verdictMarks[verdict] : "Not looked at";
      },
    },
    { label: "Note", share: 6, cell: ({ key }) => noted.get(key)?.note ?? "–" },
  ]);
  return { title: "Documents and readiness", blocks: [table] };
}

/** Areas of concern: what could become a nonconformity in Stage 2 (ST1-2). */
export function sectionOfConcerns({ concerns, standardId }: ReportContent): Section {
  const title = "Areas of concern";
  if (concerns.length === 0)
    return { title, blocks: [{ kind: "paragraph", text: "Stage 1 found no area of concern." }] };
  return {
    title,
    blocks: concerns.map((concern) => {
      const state: Mark = {
        word: concernStateNames[concern.state],
        kind: concern.state === "accepted" ? "success" : "waiting",
      };
      const blocks: PlainBlock[] = [{ kind: "text", title: "Statement", text: concern.statement }];
      if (concern.answer) blocks.push({ kind: "text", title: "Answer of the client", text: concern.answer });
      return {
        kind: "entry",
        number: concern.number,
        title: requirementInWords(standardId, concern.requirementRef),
        marks: concern.blocking ? [{ word: "Blocks Stage 2", kind: "danger" }, state] : [state],
        blocks,
      };
    }),
  };
}
