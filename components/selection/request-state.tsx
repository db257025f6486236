import { Pill } from "@/components/ui/pill";
import { type Day, isAfter } from "@/lib/day";

export interface RequestStanding {
  /** State of the sourcing machine. */
  state: string;
  isChosen: boolean;
  applicationOutcome: string | null;
  answerDueOn: Day | null;
  proposal: { declined: boolean } | null;
}

/** Where a request stands for the body that was invited. */
export function RequestState({ request, today }: { request: RequestStanding; today: Day }) {
  const { state, isChosen, applicationOutcome, answerDueOn, proposal } = request;
  if (isChosen) return <ChosenState state={state} applicationOutcome={applicationOutcome} />;
  if (proposal?.declined) return <Pill kind="neutral">You declined</Pill>;
  if (state !== "rfp_open" && state !== "evaluating")
    return <Pill kind="neutral">Another body was chosen</Pill>;
  if (proposal) return <Pill kind="success">Proposal sent</Pill>;
  if (answerDueOn && isAfter(today, answerDueOn)) return <Pill kind="overdue">Answer overdue</Pill>;
  return <Pill kind="info">Answer the request</Pill>;
}

function ChosenState({ state, applicationOutcome }: { state: string; applicationOutcome: string | null }) {
  if (state === "closed") return <Pill kind="neutral">Ended</Pill>;
  if (state === "engaged") return <Pill kind="success">Engaged</Pill>;
  if (state === "contracted_pending") return <Pill kind="info">Engagement letter</Pill>;
  return applicationOutcome === "waiting" ? (
    <Pill kind="info">Review the application</Pill>
  ) : (
    <Pill kind="waiting">Waiting for the application</Pill>
  );
}
