import type { ReactNode } from "react";
import { ActPanel } from "@/components/project/act-panel";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { TextArea } from "@/components/ui/field";
import { DateField } from "@/components/ui/value-fields";
import { type Day, formatDay } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import { gradeNames } from "@/lib/lifecycle/naming";
import type { FindingRecord } from "@/lib/lifecycle/record";
import type { Refusal } from "@/lib/lifecycle/refusal";

export interface CorrectRecordProps {
  finding: FindingRecord;
  hidden: Record<string, string>;
  actions: Record<"regrade" | "withdraw" | "extend", FormAction>;
  reasons: Record<"regrade" | "withdraw" | "extend", Refusal[]>;
  /** The last day a major may be moved to (DEC-6). */
  latestOn: Day | null;
  recorded?: ReactNode;
}

/** What the body may still change on an issued finding: never its words, and each time with a reason. */
export function CorrectRecord({ finding, hidden, actions, reasons, latestOn, recorded }: CorrectRecordProps) {
  const form = { hidden, version: finding.version, submitVariant: "secondary" } as const;
  const isNonconformity = finding.grade === "minor" || finding.grade === "major";
  const other = finding.grade === "major" ? "minor" : "major";
  return (
    <Card title="Correct the record" id="correct">
      <p className="mb-3 max-w-read text-muted">
        The words of an issued finding never change. Grade, deadlines and withdrawal are acts of their own;
        the other side reads the reason.
      </p>
      <div className="divide-y divide-border border-border border-y">
        {isNonconformity && (
          <Act title="Extend a deadline">
            <ActPanel
              {...form}
              action={actions.extend}
              reasons={reasons.extend}
              submitLabel="Extend deadline"
            >
              <RadioCards
                name="deadline"
                label="Which deadline?"
                options={[
                  finding.planDueOn
                    ? { value: "plan", label: "Plan", hint: `Now ${formatDay(finding.planDueOn)}` }
                    : { value: "plan", label: "Plan" },
                  {
                    value: "closure",
                    label: "Closure",
                    hint: finding.closureDueOn
                      ? `Now ${formatDay(finding.closureDueOn)}`
                      : "At the next audit",
                  },
                ]}
                columns={2}
              />
              <DateField
                name="to"
                label="New day"
                chips={latestOn ? [{ label: `Limit: ${formatDay(latestOn)}`, value: latestOn }] : []}
              />
              <Reason />
              {recorded}
            </ActPanel>
          </Act>
        )}
        {isNonconformity && (
          <Act title={`Change the grade to ${gradeNames[other].toLowerCase()}`}>
            <ActPanel
              {...form}
              hidden={{ ...hidden, grade: other }}
              action={actions.regrade}
              reasons={reasons.regrade}
              submitLabel={`Change grade to ${gradeNames[other].toLowerCase()}`}
              confirm={{
                title: `Change the grade to ${gradeNames[other].toLowerCase()}?`,
                text: "Both grades and your reason stay in the history. The closing day is counted anew.",
                label: "Change grade",
              }}
            >
              <Reason />
              {recorded}
            </ActPanel>
          </Act>
        )}
        <Act title="Withdraw the finding">
          <ActPanel
            {...form}
            action={actions.withdraw}
            reasons={reasons.withdraw}
            submitLabel="Withdraw finding"
            submitVariant="danger"
            confirm={{
              title: `Withdraw ${finding.number}?`,
              text: "It counts for nothing any more. Its number, its words and your reason stay on the record.",
              label: "Withdraw finding",
            }}
          >
            <Reason />
            {recorded}
          </ActPanel>
        </Act>
      </div>
    </Card>
  );
}

function Act({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="py-2">
      <summary className="w-fit py-1 text-link underline underline-offset-3">{title}</summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}

function Reason() {
  return <TextArea name="reason" label="Reason" hint="The other side reads it." rows={3} />;
}
