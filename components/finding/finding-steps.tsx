import { type Step, type StepState, Steps } from "@/components/ui/steps";
import { findingStateNames } from "@/lib/lifecycle/finding-words";
import type { NonconformityState } from "@/lib/lifecycle/nonconformity-states";

const names = ["Issued", "Plan submitted", "Plan accepted", "Evidence submitted", "Verified", "Closed"];

/** How many of the steps each state has behind it. */
const done: Partial<Record<NonconformityState, number>> = {
  open: 1,
  response_submitted: 2,
  plan_accepted: 3,
  evidence_submitted: 4,
  verified: 5,
  closed: 6,
};

/** The way of a nonconformity from issue to closing; one that ended early says so in words. */
export function FindingSteps({ state }: { state: NonconformityState }) {
  const behind = done[state];
  if (behind === undefined) {
    return <p className="font-medium">{findingStateNames[state]}</p>;
  }
  const steps = names.map((name, index): Step => {
    const stepState: StepState = index < behind ? "done" : index === behind ? "current" : "later";
    return { name, state: stepState, word: stepWord(stepState) };
  });
  return <Steps label="State of the finding" steps={steps} />;
}

function stepWord(state: StepState): string {
  if (state === "done") return "Completed";
  return state === "current" ? "Next" : "Not started";
}
