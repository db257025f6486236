import { Pill } from "@/components/ui/pill";
import { type Day, isAfter } from "@/lib/day";

export interface AnswerOfBody {
  viewed: boolean;
  connected: boolean;
  proposal: { declined: boolean; receivedOn: Day; validUntil: Day | null } | null;
}

/** How an invited body stands: invited, viewed, proposal in, declined, late. */
export function BodyState({ answer, dueOn, today }: { answer: AnswerOfBody; dueOn: Day | null; today: Day }) {
  const { proposal, viewed } = answer;
  if (proposal?.declined) return <Pill kind="neutral">Declined</Pill>;
  if (proposal?.validUntil && isAfter(today, proposal.validUntil))
    return <Pill kind="warning">Offer ended</Pill>;
  if (proposal) {
    const isLate = dueOn !== null && isAfter(proposal.receivedOn, dueOn);
    return isLate ? <Pill kind="warning">Proposal in, late</Pill> : <Pill kind="success">Proposal in</Pill>;
  }
  if (dueOn !== null && isAfter(today, dueOn)) return <Pill kind="overdue">No answer in time</Pill>;
  return viewed ? <Pill kind="waiting">Viewed</Pill> : <Pill kind="waiting">Invited</Pill>;
}
