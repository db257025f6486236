import { GradePill } from "@/components/finding/finding-pills";
import { ReportSection, Written } from "@/components/report/report-section";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { countGrades, type ReportContent, type ReportFinding } from "@/lib/documents/audit-report";
import { grades } from "@/lib/lifecycle/finding-words";
import { concernStateNames } from "@/lib/lifecycle/naming";
import type { Grade } from "@/lib/lifecycle/record";
import { readinessItems } from "@/lib/standards/readiness";
import { requirementInWords } from "@/lib/standards/requirements";

const gradeWords: Record<Grade, [one: string, many: string]> = {
  major: ["major nonconformity", "major nonconformities"],
  minor: ["minor nonconformity", "minor nonconformities"],
  opportunity: ["opportunity for improvement", "opportunities for improvement"],
  conformity: ["noted conformity", "noted conformities"],
};

/** "2 major nonconformities, 1 minor nonconformity, …": counted, never typed. */
export function findingsInWords(content: ReportContent): string {
  const counts = countGrades(content);
  return `${grades.map((grade) => `${counts[grade]} ${gradeWords[grade][counts[grade] === 1 ? 0 : 1]}`).join(", ")}.`;
}

/** The findings by grade, word for word as they were issued. An audit without findings is valid (NC-9). */
export function ReportFindings({ content, no }: { content: ReportContent; no: number }) {
  return (
    <ReportSection no={no} title="Findings">
      <p className="font-medium">{findingsInWords(content)}</p>
      <ul className="space-y-4">
        {content.findings.map((finding) => (
          <li key={finding.number}>
            <OneFinding finding={finding} standardId={content.standardId} />
          </li>
        ))}
      </ul>
    </ReportSection>
  );
}

function OneFinding({ finding, standardId }: { finding: ReportFinding; standardId: string }) {
  const place = [finding.site, finding.process].filter(Boolean).join(", ");
  return (
    <article className="space-y-2 border-border border-s-2 ps-4">
      <h4 className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{finding.number}</span>
        <GradePill grade={finding.grade} />
        {finding.isWithdrawn && <Pill kind="danger">Withdrawn</Pill>}
        <span>{requirementInWords(standardId, finding.requirementRef, finding.subRef)}</span>
      </h4>
      <p className="prose-plain">{finding.statement}</p>
      <Written title="Objective evidence" text={finding.evidence} />
      {place && <p className="text-compact text-muted">{place}</p>}
    </article>
  );
}

const verdictNames = { seen: "Seen", partly: "Partly", missing: "Missing" } as const;
const verdictKinds = { seen: "success", partly: "warning", missing: "danger" } as const;

/** What Stage 1 looked at, and how far each document was there (IS-3, ST1-1). */
export function ReportReadiness({ content, no }: { content: ReportContent; no: number }) {
  const noted = new Map(content.readiness.map((item) => [item.key, item]));
  return (
    <ReportSection no={no} title="Documents and readiness">
      <Table
        caption="Documents looked at"
        rows={[...readinessItems(content.standardId)]}
        rowKey={({ key }) => key}
        columns={[
          { key: "clause", label: "Clause", isOneLine: true, cell: ({ clause }) => clause },
          { key: "title", label: "Document", isRowHeader: true, cell: ({ title }) => title },
          {
            key: "verdict",
            label: "Seen",
            cell: ({ key }) => {
              const verdict = noted.get(key)?.verdict;
              return verdict ? (
                <Pill kind={verdictKinds[verdict]}>{verdictNames[verdict]}</Pill>
              ) : (
                "Not looked at"
              );
            },
          },
          { key: "note", label: "Note", cell: ({ key }) => noted.get(key)?.note ?? "–" },
        ]}
      />
    </ReportSection>
  );
}

/** Areas of concern: what could become a nonconformity in Stage 2 (ST1-2). */
export function ReportConcerns({ content, no }: { content: ReportContent; no: number }) {
  const { concerns } = content;
  return (
    <ReportSection no={no} title="Areas of concern">
      {concerns.length === 0 && <p>Stage 1 found no area of concern.</p>}
      <ul className="space-y-4">
        {concerns.map((concern) => (
          <li key={concern.number} className="space-y-2 border-border border-s-2 ps-4">
            <h4 className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{concern.number}</span>
              {concern.blocking && <Pill kind="danger">Blocks Stage 2</Pill>}
              <Pill kind={concern.state === "accepted" ? "success" : "waiting"}>
                {concernStateNames[concern.state]}
              </Pill>
              <span>{requirementInWords(content.standardId, concern.requirementRef)}</span>
            </h4>
            <p className="prose-plain">{concern.statement}</p>
            {concern.answer && <Written title="Answer of the client" text={concern.answer} />}
          </li>
        ))}
      </ul>
    </ReportSection>
  );
}
