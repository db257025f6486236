import { Pill } from "@/components/ui/pill";
import { type Day, isAfter } from "@/lib/day";
import { type AnswerDays, marksOf } from "@/lib/selection/answer-marks";

export interface AnswerOfBody {
  viewed: boolean;
  proposal: AnswerDays | null;
}

/** How an invited body stands: invited, viewed, proposal in, declined; and where its answer is late or its offer has ended. */
export function BodyState({ answer, dueOn, today }: { answer: AnswerOfBody; dueOn: Day | null; today: Day }) {
  const { proposal, viewed } = answer;
  if (!proposal) {
    if (dueOn !== null && isAfter(today, dueOn)) return <Pill kind="overdue">No answer in time</Pill>;
    return <Pill kind="waiting">{viewed ? "Viewed" : "Invited"}</Pill>;
  }
  return (
    <span className="flex flex-wrap gap-1.5">
      {proposal.declined ? <Pill kind="neutral">Declined</Pill> : <Pill kind="success">Proposal in</Pill>}
      {marksOf(proposal, dueOn, today).map(({ kind, word }) => (
        <Pill key={kind} kind="warning">
          {word}
        </Pill>
      ))}
    </span>
  );
}
