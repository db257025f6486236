import { type Day, minDay } from "@/lib/day";
import { nameOfFinding } from "./naming";
import { type OwedItem, owe, type Subject } from "./owed-item";
import type { FindingRecord } from "./record";

/** Who owes what on one nonconformity: plan, review, actions, evidence, verification. */
export function owedOnFinding(finding: FindingRecord, today: Day): OwedItem[] {
  const subject: Subject = { kind: "finding", id: finding.id };
  const name = nameOfFinding(finding);
  const dueOn = finding.closureDueOn;
  switch (finding.state) {
    case "open":
      return [
        owe("nonconformity.submitResponse", today, {
          subject,
          what: `Submit the plan of ${name}`,
          dueOn: finding.planDueOn,
        }),
      ];
    case "response_submitted":
      return [
        owe("nonconformity.acceptPlan", today, { subject, what: `Accept or return the plan of ${name}` }),
      ];
    case "plan_accepted":
      return owedAfterAcceptance(finding, today, subject);
    case "evidence_submitted":
      return [
        owe("nonconformity.verify", today, {
          subject,
          what: `Verify or return the evidence for ${name}`,
          dueOn,
          blocks: finding.grade === "major",
        }),
      ];
    case "verified":
      return [owe("nonconformity.close", today, { subject, what: `Close ${name}`, blocks: false })];
    default:
      return [];
  }
}

/** A minor with an accepted plan no longer stands in the way (DEC-4 c): its actions go on, or it is carried. */
function owedAfterAcceptance(finding: FindingRecord, today: Day, subject: Subject): OwedItem[] {
  const name = nameOfFinding(finding);
  const blocks = finding.grade === "major";
  const open = finding.plan?.actions.filter(({ done }) => !done) ?? [];
  if (open.length === 0)
    return [
      owe("nonconformity.submitEvidence", today, {
        subject,
        what: `Submit the evidence for ${name}`,
        dueOn: finding.closureDueOn,
        blocks,
      }),
    ];
  return open.map(({ ownerId, dueOn }) =>
    owe("nonconformity.completeAction", today, {
      subject,
      what: `Do an action of ${name}`,
      dueOn: earlier(dueOn, finding.closureDueOn),
      personId: ownerId,
      blocks,
    }),
  );
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return minDay(one, other);
}
