import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { writeDaysQuestion } from "@/lib/selection/expectation";
import { initialDays } from "@/lib/selection/offer";
import type { Comparison } from "./columns";

/** What has to be asked before the choice, each with the question ready to be sent. */
export function QuestionsPanel({ comparison, persons }: { comparison: Comparison; persons: number }) {
  const { columns, expectation, isOpen } = comparison;
  const asked = isOpen
    ? columns.flatMap(({ id, body, offer, days }) => {
        const question = writeDaysQuestion(initialDays(offer), expectation, persons);
        return days.warning && question ? [{ id, name: body.name, warning: days.warning, question }] : [];
      })
    : [];
  if (asked.length === 0) return null;
  return (
    <Callout
      tone="warning"
      title={asked.length === 1 ? "Ask before you choose" : "Ask these before you choose"}
    >
      <ul className="space-y-3">
        {asked.map(({ id, name, warning, question }) => (
          <li key={id} className="space-y-1.5">
            <p>{warning}</p>
            <details data-noprint>
              <summary className="w-fit py-0.5 text-link underline underline-offset-3">
                Write the question to {name}
              </summary>
              <div className="max-w-read space-y-2 pt-2">
                <p className="border-border border-s-2 ps-3">{question}</p>
                <CopyButton value={question} what={`question to ${name}`} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
