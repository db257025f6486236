import * as choice from "./choice-rules";
import { letterCommands } from "./letter-commands";
import type { Command, Facts, Machine } from "./machine";
import {
  bodyDidNoInternalAudit,
  bodyGaveNoConsultancy,
  editionUsable,
  reasonGiven,
  type WithReason,
} from "./requirements";
import * as answers from "./sourcing-answer-rules";
import * as rules from "./sourcing-rules";
import { type SourcingState, sourcingStates } from "./sourcing-states";

export type SourcingFacts = Facts;

const to = <I>(command: Command<SourcingState, SourcingFacts, I>) => command;
const ISO_17021 = "ISO/IEC 17021-1";

const commands = {
  issueRfp: to<rules.IssueRfpInput>({
    label: "Issue request for proposals",
    rule: "APP-1",
    clause: `${ISO_17021} 9.1.1`,
    from: ["planning"],
    to: ["rfp_open"],
    by: ["client:manager"],
    requires: [
      rules.scopeStated,
      editionUsable,
      rules.siteStated,
      rules.personsStated,
      rules.answerDueAhead,
      rules.bodyInvited,
    ],
  }),
  receiveProposal: to<answers.ReceiveProposalInput>({
    label: "Enter proposal",
    rule: "APP-1",
    clause: `${ISO_17021} 9.1.1`,
    from: ["rfp_open", "evaluating"],
    to: ["stay"],
    by: ["body:planner", "client:manager"],
    requires: [answers.answersForInvitedBody, answers.answeredInTime, answers.offerNotTheBodys],
  }),
  declineToPropose: to<answers.DeclineToProposeInput>({
    label: "Decline to propose",
    rule: "APP-4",
    clause: `${ISO_17021} 9.1.2.2`,
    from: ["rfp_open", "evaluating"],
    to: ["stay"],
    by: ["body:planner"],
    requires: [answers.answersForInvitedBody, reasonGiven],
  }),
  evaluate: to<{ justification?: string }>({
    label: "Compare proposals",
    rule: "SRC-1",
    clause: "",
    from: ["rfp_open"],
    to: ["evaluating"],
    by: ["client:manager"],
    requires: [rules.hasProposal, rules.hasEnoughProposals],
  }),
  recommendCb: to<choice.RecommendCbInput>({
    label: "Recommend certification body",
    rule: "SRC-1",
    clause: "",
    from: ["evaluating"],
    to: ["stay"],
    by: ["client:manager"],
    requires: [
      rules.proposalKnown,
      rules.proposalUnexpired,
      choice.recommendationReasoned,
      choice.choosersNamed,
      choice.conflictsDeclared,
      choice.workStated,
      choice.profileAnswered,
      rules.bodyAccredited,
      rules.daysStated,
      rules.daysPlausible,
      rules.accreditationLasts,
      rules.proposerDidNoInternalAudit,
      rules.proposerGaveNoConsultancy,
      choice.statedNoInternalAudit,
      choice.statedNoConsultancy,
      choice.personKeptOut,
    ],
  }),
  selectCb: to<object>({
    label: "Confirm certification body",
    rule: "SRC-1",
    clause: "",
    from: ["evaluating"],
    to: ["cb_selected"],
    by: ["client:executive"],
    requires: [
      rules.bodyRecommended,
      rules.recommendedUnexpired,
      rules.recommendedDidNoInternalAudit,
      rules.recommendedGaveNoConsultancy,
    ],
  }),
  returnRecommendation: to<WithReason>({
    label: "Return recommendation",
    rule: "SRC-1",
    clause: "",
    from: ["evaluating"],
    to: ["stay"],
    by: ["client:executive"],
    requires: [rules.bodyRecommended, reasonGiven],
  }),
  sendApplication: to<rules.SendApplicationInput>({
    label: "Send application",
    rule: "APP-1",
    clause: `${ISO_17021} 9.1.1`,
    from: ["cb_selected"],
    to: ["stay"],
    by: ["client:manager", "client:executive"],
    requires: [rules.applicationNotSent, rules.applicationSigned, rules.consultancyStated],
  }),
  acceptApplication: to<rules.AcceptApplicationInput>({
    label: "Accept application",
    rule: "APP-3",
    clause: `${ISO_17021} 9.1.2.1`,
    from: ["cb_selected"],
    to: ["contracted_pending"],
    by: ["body:planner"],
    requires: [
      rules.applicationSent,
      bodyDidNoInternalAudit,
      bodyGaveNoConsultancy,
      rules.declaredConsultancyOver,
      rules.competenceNoted,
    ],
  }),
  declineApplication: to<WithReason>({
    label: "Decline application",
    rule: "APP-4",
    clause: `${ISO_17021} 9.1.2.2`,
    from: ["cb_selected"],
    to: ["evaluating"],
    by: ["body:planner"],
    requires: [rules.applicationSent, reasonGiven],
  }),
  ...letterCommands,
  terminateEngagement: to<WithReason>({
    label: "End engagement",
    rule: "SRC-1",
    clause: "",
    from: ["contracted_pending", "engaged"],
    to: ["closed"],
    by: ["client:executive", "body:planner"],
    requires: [reasonGiven],
  }),
};

/** Choosing a certification body, from the plan to both signatures (domain.md 6.1). */
export const sourcing: Machine<SourcingState, SourcingFacts, typeof commands> = {
  name: "sourcing",
  title: "Choosing a certification body",
  states: sourcingStates,
  initial: "planning",
  terminal: ["closed"],
  commands,
};
