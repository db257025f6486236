import { PlanText, Words } from "@/components/plan/plan-text";
import { formatDay, formatInstant } from "@/lib/day";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** Every submission as it was sent, newest first; nothing in them can change. */
export function SubmittedVersions({ view }: { view: CorrectiveView }) {
  const { submissions, number, record } = view;
  return (
    <ul className="space-y-3">
      {submissions.map(({ no, content, by, at }) => (
        <li key={no}>
          <details>
            <summary className="w-fit py-1 text-link underline underline-offset-3">
              {number}-{no}, submitted by {by} on {formatInstant(new Date(at), record.timeZone)}
            </summary>
            <div className="mt-2 border-border border-s-2 ps-4">
              <PlanText plan={content}>
                <Words term="Corrective actions">
                  <ol className="list-decimal space-y-1 ps-5">
                    {content.actions.map((action) => (
                      <li key={`${action.what} ${action.dueOn}`}>
                        {action.what} ({action.owner ?? "no owner"}
                        {action.dueOn && `, due ${formatDay(action.dueOn)}`}). Proof:{" "}
                        {action.proof ?? "not stated"}.
                      </li>
                    ))}
                  </ol>
                </Words>
              </PlanText>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
