import { formatDay } from "@/lib/day";
import { type Expectation, expectByProfile, expectDays } from "@/lib/selection/expectation";
import type { readSelection } from "@/lib/store/selection";

export type SelectionView = Awaited<ReturnType<typeof readSelection>>;

/** The days to expect of an offer: by what the bodies are told of the scope, or by the persons alone. */
export function expectationOf({ record, told }: SelectionView): Expectation {
  return told?.time.kind === "estimated"
    ? expectByProfile(told.time.own)
    : expectDays(record.standardId, record.personsInScope);
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The verdict of the page in one or two sentences. */
export function leadOfSelection({
  record,
  invited,
  chosenName,
  recommendedName,
  application,
}: SelectionView): string {
  const { sourcing } = record;
  const answers = invited.filter(({ proposal }) => proposal && !proposal.declined).length;
  const declined = invited.filter(({ proposal }) => proposal?.declined).length;
  const waiting = invited.length - answers - declined;
  switch (sourcing.state) {
    case "planning":
      return "Nobody is asked yet. Check the request, choose the bodies and issue it.";
    case "rfp_open":
      return waiting === 0
        ? `Every body has answered: ${plural(answers, "proposal is", "proposals are")} in.`
        : `${plural(answers, "proposal is", "proposals are")} in, ${plural(waiting, "body has", "bodies have")} not answered. Answers are due by ${sourcing.answerDueOn ? formatDay(sourcing.answerDueOn) : "a day not stated"}.`;
    case "evaluating":
      if (recommendedName) return `${recommendedName} is recommended. An executive confirms or returns it.`;
      return application?.outcome === "declined"
        ? "The body declined your application. Recommend another one."
        : `${plural(answers, "proposal is", "proposals are")} compared. Recommend one to the executive.`;
    case "closed":
      return "This engagement has ended.";
    default:
      return `${chosenName ?? "The body"} is your certification body.`;
  }
}
