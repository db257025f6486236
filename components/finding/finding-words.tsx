import { GradePill } from "@/components/finding/finding-pills";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { formatDay, formatInstant } from "@/lib/day";
import { auditNames } from "@/lib/lifecycle/naming";
import { requirementInWords } from "@/lib/standards/requirements";
import type { FindingText } from "@/lib/store/finding-page";

/** What the finding says: as issued, word for word. */
export function FindingWords({
  text,
  standardId,
  fileHref,
}: {
  text: FindingText;
  standardId: string;
  fileHref: (fileId: string) => string;
}) {
  return (
    <Card title="Finding" id="finding">
      <div className="space-y-4">
        <Words title="Statement" words={text.statement} />
        <Words title="Objective evidence" words={text.evidence} />
        {text.photos.length > 0 && (
          <ul className="flex flex-wrap gap-3">
            {text.photos.map(({ fileId, name, by }) => (
              <li key={fileId}>
                <a
                  href={`${fileHref(fileId)}?open`}
                  target="_blank"
                  rel="noreferrer"
                  className="block space-y-1"
                >
                  <img
                    src={`${fileHref(fileId)}?open`}
                    alt=""
                    loading="lazy"
                    className="h-32 rounded-control border border-border"
                  />
                  <span>
                    {name}, taken by {by}
                    <span className="sr-only"> (opens in a new tab)</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
        <SummaryList
          items={[
            {
              term: "Requirement",
              value: requirementInWords(standardId, text.requirementRef, text.subRef),
            },
            { term: "Site", value: text.siteName },
            { term: "Process or team", value: text.process },
            { term: "Audit", value: auditNames[text.auditKind] },
            { term: "Issued", value: text.issuedOn && `${formatDay(text.issuedOn)} by ${text.issuedBy}` },
          ]}
        />
      </div>
    </Card>
  );
}

function Words({ title, words }: { title: string; words: string | null }) {
  return (
    <div>
      <h3 className="text-compact text-muted">{title}</h3>
      {words ? <p className="prose-plain text-read">{words}</p> : <p className="text-subtle">Not stated</p>}
    </div>
  );
}

/** Every grade the finding has had, and why it changed (invariant 18). */
export function GradeHistory({ text, zone }: { text: FindingText; zone: string }) {
  if (text.grades.length === 0) return null;
  return (
    <Card title="Changes of grade" id="grades">
      <ol className="divide-y divide-border">
        {text.grades.map(({ from, to, reason, by, at }) => (
          <li key={at} className="space-y-1 py-2.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <GradePill grade={from} /> <span aria-hidden="true">→</span>
              <span className="sr-only">changed to</span> <GradePill grade={to} />
            </p>
            <p className="prose-plain">{reason}</p>
            <p className="text-meta text-subtle">
              {by}, {formatInstant(new Date(at), zone)}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
