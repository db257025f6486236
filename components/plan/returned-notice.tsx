import { RoundMark } from "@/components/plan/round-mark";
import { Callout } from "@/components/ui/callout";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** The body's comment stands on top until the answer is submitted again. */
export function ReturnedNotice({ view }: { view: CorrectiveView }) {
  const { returnComment, finding, bodyName } = view;
  if (!returnComment || !["open", "plan_accepted"].includes(finding.state)) return null;
  const what = finding.state === "open" ? "plan" : "evidence";
  return (
    <Callout tone="warning" title={`${bodyName} returned the ${what}`}>
      <p className="prose-plain">{returnComment}</p>
      <RoundMark
        view={view}
        kind={`nonconformity.${what === "plan" ? "returnResponse" : "returnEvidence"}`}
      />
      <p>
        {what === "plan"
          ? "Change the plan and submit it again. The due day has not changed."
          : "Add what is missing and submit the evidence again."}
      </p>
    </Callout>
  );
}
