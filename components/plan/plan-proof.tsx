import { PromisedAndProof } from "@/components/plan/promised-proof";
import { ProveForm } from "@/components/plan/prove-form";
import { ActPanel } from "@/components/project/act-panel";
import { Card } from "@/components/ui/card";
import type { Day } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import type { FindingFacts } from "@/lib/lifecycle/nonconformity-rules";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** The actions of the plan with their proof: the client adds to it and submits it, the body reads it. */
export function PlanProof({
  org,
  view,
  today,
  facts,
  prove,
  submit,
}: {
  org: string;
  view: CorrectiveView;
  today: Day;
  facts: FindingFacts;
  prove: FormAction;
  submit: FormAction;
}) {
  const { finding, record, actions, evidence } = view;
  if (actions.length === 0) return null;
  const project = record.id;
  const canProve = reasonsAgainst("nonconformity", "addEvidence", finding.state, facts).length === 0;
  const submitting = reasonsAgainst("nonconformity", "submitEvidence", finding.state, facts);
  const isClientsTurn = finding.state === "plan_accepted" && facts.moment.who.side === "client";
  return (
    <Card title={finding.state === "open" ? "Proof of what is done already" : "Actions and proof"} id="proof">
      <div className="space-y-5">
        {finding.state === "open" && canProve && (
          <p className="max-w-read text-muted">
            You can add proof before the plan is accepted. {view.bodyName} sees it once you submit the
            evidence.
          </p>
        )}
        <PromisedAndProof {...{ org, project, today, actions, evidence }} timeZone={record.timeZone}>
          {(action) =>
            canProve && (
              <details>
                <summary className="w-fit py-1 text-link underline underline-offset-3">
                  Add proof<span className="sr-only"> to action {action.no}</span>
                </summary>
                <div className="mt-3">
                  <ProveForm
                    action={prove}
                    {...{ org, project }}
                    finding={finding.id}
                    actionId={action.id}
                    version={finding.version}
                    isDone={action.doneOn !== null}
                  />
                </div>
              </details>
            )
          }
        </PromisedAndProof>
        {isClientsTurn && (
          <ActPanel
            action={submit}
            hidden={{ org, project, finding: finding.id }}
            version={finding.version}
            reasons={submitting}
            submitLabel="Submit evidence"
            confirm={{
              title: "Check your evidence",
              text: `You submit ${evidence.length} ${evidence.length === 1 ? "file" : "files"} for ${view.number} to ${view.bodyName}. You can add more only if ${view.bodyName} returns it.`,
              label: "Submit evidence",
            }}
          />
        )}
      </div>
    </Card>
  );
}
