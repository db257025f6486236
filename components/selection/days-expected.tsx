import { Card } from "@/components/ui/card";
import { auditDaysInWords } from "@/lib/audit-time/days";
import type { Expectation } from "@/lib/selection/expectation";
import { auditKeyNames, auditKeys } from "@/lib/selection/offer";

/** The days the published table expects, and how they came about. */
export function DaysExpected({ expectation }: { expectation: Expectation }) {
  if (expectation.kind === "manual") {
    return (
      <Card title="Expected days">
        <p className="max-w-read text-muted">{expectation.sentence}</p>
      </Card>
    );
  }
  const { initial, days, source, steps } = expectation;
  return (
    <Card title={`Expected: ${auditDaysInWords(initial)} for Stage 1 and Stage 2`}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {auditKeys.map((key) => (
          <div key={key}>
            <dt className="text-compact text-muted">{auditKeyNames[key]}</dt>
            <dd className="figures font-medium">{auditDaysInWords(days[key])}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-3">
        <summary className="w-fit py-0.5 text-link underline underline-offset-3">How we got this</summary>
        <ol className="mt-2 max-w-read list-decimal space-y-1 ps-5">
          {steps.map(({ text, rule }) => (
            <li key={text}>
              {text} <span className="text-meta text-subtle">Rule {rule}</span>
            </li>
          ))}
        </ol>
        <p className="pt-2 text-meta text-subtle">Source: {source}</p>
      </details>
    </Card>
  );
}
