import type { Day } from "@/lib/day";
import { formatDay, isAfter, relativeDay } from "@/lib/day";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** The verdict of the page: whose turn it is, and by when. */
export function PlanLead({ view, today }: { view: CorrectiveView; today: Day }) {
  return <>{sentence(view, today)}</>;
}

function sentence({ finding, bodyName, clientName, carriedTo }: CorrectiveView, today: Day): string {
  const closing = finding.closureDueOn
    ? ` ${deadline("It must be closed by", finding.closureDueOn, today)}`
    : "";
  switch (finding.state) {
    case "open":
      return finding.planDueOn
        ? `${clientName} answers with a plan. ${deadline("It is due on", finding.planDueOn, today)}`
        : `${clientName} answers with a plan.`;
    case "response_submitted":
      return `${bodyName} reviews the plan: it accepts it or returns it with reasons.`;
    case "plan_accepted":
      if (carriedTo) return `The plan is accepted. The next audit verifies it.`;
      return `The plan is accepted. ${clientName} carries out the actions and submits the evidence.${closing}`;
    case "evidence_submitted":
      return `${bodyName} verifies the evidence.${closing}`;
    case "verified":
      return `${bodyName} has verified that the actions work.`;
    case "closed":
      return "This nonconformity is closed.";
    case "superseded":
      return "The actions did not work. A major replaces this minor.";
    case "void":
      return "This finding was withdrawn.";
    default:
      return "";
  }
}

/** "It is due on 7 Feb 2027 (in 12 days)." */
function deadline(words: string, on: Day, today: Day): string {
  const late = isAfter(today, on) ? "that day has passed" : relativeDay(on, today);
  return `${words} ${formatDay(on)} (${late}).`;
}
