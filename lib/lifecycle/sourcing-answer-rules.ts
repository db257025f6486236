import { isAfter } from "@/lib/day";
import { asks, type Facts, type Justifiable } from "./machine";
import type { WithReason } from "./requirements";

export interface ReceiveProposalInput extends Justifiable {
  bodyId: string;
}

export interface DeclineToProposeInput extends WithReason {
  bodyId: string;
}

/** Only an invited body answers, and each only for itself. */
export const answersForInvitedBody = asks(
  "body-not-invited",
  ({ moment, record }: Facts, { bodyId }: { bodyId: string }) =>
    record.sourcing.invitedBodyIds.includes(bodyId) &&
    (moment.who.side === "client" || moment.who.organisationId === bodyId),
);

export const answeredInTime = asks(
  "proposal-late",
  ({ moment, record }: Facts, _: ReceiveProposalInput) =>
    record.sourcing.answerDueOn === null || !isAfter(moment.on, record.sourcing.answerDueOn),
  ({ record, moment }) => ({ dueOn: record.sourcing.answerDueOn ?? moment.on }),
);

/** What a body answered online is its own word: the client enters an offer by hand only where there is none. */
export const offerNotTheBodys = asks(
  "proposal-of-body",
  ({ moment, record }: Facts, { bodyId }: ReceiveProposalInput) =>
    moment.who.side === "body" ||
    !record.sourcing.proposals.some((proposal) => proposal.bodyId === bodyId && proposal.enteredByBody),
);
