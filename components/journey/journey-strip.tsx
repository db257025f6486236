import { type Step, type StepState, Steps } from "@/components/ui/steps";
import { formatDay } from "@/lib/day";
import type { JourneyStep, StepStatus } from "@/lib/lifecycle/journey";

const states: Record<StepStatus, StepState> = {
  done: "done",
  in_progress: "current",
  scheduled: "later",
  overdue: "trouble",
  skipped: "skipped",
  not_started: "later",
  not_needed: "optional",
};

/** The eleven steps of the cycle; the first one that is not behind us is the current one. */
export function JourneyStrip({
  steps,
  hrefs,
}: {
  steps: JourneyStep[];
  hrefs: Partial<Record<string, string>>;
}) {
  const shown = steps.map(
    ({ id, label, status, word, on }): Step => ({
      name: label,
      state: states[status],
      word,
      date: on ? formatDay(on) : undefined,
      href: hrefs[id],
    }),
  );
  return <Steps label="The way to the certificate and through its three years" steps={shown} />;
}
