import type { Day } from "@/lib/day";
import { type OwedItem, owe, type Subject } from "./owed-item";
import type { ProjectRecord } from "./record";

/** Who owes what until both sides have signed. */
export function owedInSourcing(record: ProjectRecord, today: Day): OwedItem[] {
  const { sourcing } = record;
  const subject: Subject = { kind: "sourcing", id: record.id };
  switch (sourcing.state) {
    case "planning":
      return [owe("sourcing.issueRfp", today, { subject, what: "Issue the request for proposals" })];
    case "rfp_open":
      return owedWhileAnswering(record, today, subject);
    case "evaluating":
      return sourcing.recommendedProposalId === null
        ? [owe("sourcing.recommendCb", today, { subject, what: "Recommend a certification body" })]
        : [owe("sourcing.selectCb", today, { subject, what: "Confirm the recommended certification body" })];
    case "cb_selected":
      return sourcing.application === null
        ? [owe("sourcing.sendApplication", today, { subject, what: "Send the application" })]
        : [owe("sourcing.acceptApplication", today, { subject, what: "Accept or decline the application" })];
    case "contracted_pending":
      return owedOnLetter(record, today, subject);
    default:
      return [];
  }
}

function owedWhileAnswering({ sourcing }: ProjectRecord, today: Day, subject: Subject): OwedItem[] {
  const silent = sourcing.invitedBodyIds.filter(
    (id) => !sourcing.proposals.some(({ bodyId }) => bodyId === id),
  );
  const comparing = owe("sourcing.evaluate", today, { subject, what: "Compare the proposals" });
  if (silent.length === 0) return [comparing];
  const what =
    silent.length === 1 ? "Answer the request: 1 body" : `Answer the request: ${silent.length} bodies`;
  const answering = owe("sourcing.receiveProposal", today, { subject, what, dueOn: sourcing.answerDueOn });
  return answering.overdue ? [comparing] : [answering, { ...comparing, blocks: false }];
}

function owedOnLetter({ sourcing }: ProjectRecord, today: Day, subject: Subject): OwedItem[] {
  const { letter } = sourcing;
  if (letter === null)
    return [owe("sourcing.draftLetter", today, { subject, what: "Draft the engagement letter" })];
  const items: OwedItem[] = [];
  if (letter.clientSignedOn === null)
    items.push(
      owe("sourcing.signForClient", today, { subject, what: "Sign the engagement letter for the client" }),
    );
  if (letter.bodySignedOn === null)
    items.push(
      owe("sourcing.signForBody", today, { subject, what: "Sign the engagement letter for the body" }),
    );
  return items;
}
