import { type ChecklistLine, DossierChecklist } from "@/components/decision/dossier-checklist";
import { RecordedMark } from "@/components/project/recorded-mark";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { SummaryList } from "@/components/ui/summary-list";
import { type Day, formatDay, formatInstant } from "@/lib/day";

export type DecisionKind = "grant" | "refuse" | "return" | "appeal_upheld";

export interface Decision {
  id: string;
  kind: DecisionKind;
  reason: string;
  conditions: string | null;
  decidedOn: Day;
  decidedBy: string;
  decidedAt: Date;
  kept: { dossier: { lines: ChecklistLine[] }; sha256: string };
  recorded: {
    by: string;
    standing: "recorded" | "confirmed" | "corrected";
    proofId: string;
    correction: string | null;
  } | null;
}

export const decisionWords: Record<DecisionKind, { word: string; tone: StatusKind }> = {
  grant: { word: "Granted", tone: "success" },
  refuse: { word: "Refused", tone: "danger" },
  return: { word: "More asked for", tone: "warning" },
  appeal_upheld: { word: "Appeal upheld", tone: "info" },
};

const reasonTerms: Record<DecisionKind, string> = {
  grant: "Rests on",
  refuse: "Reasons",
  return: "What was missing",
  appeal_upheld: "Reason",
};

/** A decision that was taken: who, when, on what, and the file as it lay before the decider. */
export function TakenDecision({
  decision,
  zone,
  proofHref,
}: {
  decision: Decision;
  zone: string;
  proofHref: (file: string) => string;
}) {
  const { word, tone } = decisionWords[decision.kind];
  const { recorded, kept } = decision;
  const met = kept.dossier.lines.filter((line) => line.met).length;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          Decision of {formatDay(decision.decidedOn)} <Pill kind={tone}>{word}</Pill>
          {recorded && <RecordedMark by={recorded.by} standing={recorded.standing} />}
        </span>
      }
    >
      <SummaryList
        items={[
          { term: "Decided by", value: decision.decidedBy },
          {
            term: reasonTerms[decision.kind],
            value: <p className="whitespace-pre-line">{decision.reason}</p>,
          },
          ...(decision.conditions
            ? [{ term: "Conditions", value: <p className="whitespace-pre-line">{decision.conditions}</p> }]
            : []),
          ...(recorded
            ? [
                {
                  term: "Proof",
                  value: <a href={proofHref(recorded.proofId)}>Document of the certification body</a>,
                },
              ]
            : []),
          ...(recorded?.correction ? [{ term: "Correction of the body", value: recorded.correction }] : []),
          { term: "Entered", value: formatInstant(decision.decidedAt, zone) },
        ]}
      />
      <details className="mt-3">
        <summary className="w-fit py-0.5 text-link underline underline-offset-3">
          The file as it lay before the decider: {met} of {kept.dossier.lines.length} met
        </summary>
        <DossierChecklist lines={kept.dossier.lines} />
        <p className="mt-2 text-meta text-subtle">
          Kept unchanged with the decision. SHA-256 <span className="break-all">{kept.sha256}</span>
        </p>
      </details>
    </Card>
  );
}
