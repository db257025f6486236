import type { AccreditationAnswerInput } from "./certification-rules";
import { type CaseFacts, type CaseState, caseStates, openCaseStates } from "./certification-states";
import { preparationCommands, stageCommands } from "./certification-steps";
import * as decision from "./decision-rules";
import type { Command, Machine } from "./machine";
import {
  bodyDidNoInternalAudit,
  bodyGaveNoConsultancy,
  editionUsable,
  findingsReady,
  independentDecider,
  letterSigned,
  personUnconflicted,
  personUntied,
  reasonGiven,
  type WithReason,
} from "./requirements";

const to = <I>(command: Command<CaseState, CaseFacts, I>) => command;
const ISO_17021 = "ISO/IEC 17021-1";

const outcome = {
  returnForMore: to<WithReason>({
    label: "Ask for more information",
    rule: "DEC-3",
    clause: `${ISO_17021} 9.5.1.5`,
    from: ["review_pending"],
    to: ["findings_open"],
    by: ["body:decider"],
    keeper: "INV-19",
    requires: [...independentDecider, reasonGiven],
  }),
  forwardToAccreditationBody: to<object>({
    label: "Forward to the accreditation body",
    rule: "FWD-1",
    clause: `${ISO_17021} 9.5.1`,
    from: ["review_pending"],
    to: ["stay"],
    by: ["body:decider", "body:planner"],
    requires: [decision.forwardingOn, decision.notForwardedYet],
  }),
  recordAccreditationAnswer: to<AccreditationAnswerInput>({
    label: "Record answer of the accreditation body",
    rule: "FWD-1",
    clause: `${ISO_17021} 9.5.1`,
    from: ["review_pending"],
    to: ["stay"],
    by: ["body:decider", "body:planner"],
    requires: [decision.answerAwaited, decision.answerGiven, decision.answerNotInFuture],
  }),
  grant: to<decision.GrantInput>({
    label: "Grant certification",
    rule: "DEC-4",
    clause: `${ISO_17021} 9.5.2`,
    from: ["review_pending"],
    to: ["certified"],
    by: ["body:decider"],
    keeper: "INV-19",
    requires: [
      ...independentDecider,
      bodyDidNoInternalAudit,
      bodyGaveNoConsultancy,
      letterSigned,
      decision.reportIssued,
      decision.teamRecommended,
      decision.followsRecommendation,
      ...findingsReady,
      decision.internalAuditDone,
      decision.managementReviewDone,
      decision.soaApproved,
      editionUsable,
      decision.forwardAnswered,
      decision.groundsGiven,
    ],
  }),
  refuse: to<WithReason>({
    label: "Refuse certification",
    rule: "DEC-8",
    clause: `${ISO_17021} 9.5.1`,
    from: ["review_pending"],
    to: ["refused"],
    by: ["body:decider"],
    keeper: "INV-19",
    requires: [...independentDecider, reasonGiven],
  }),
  upholdAppeal: to<WithReason>({
    label: "Uphold appeal",
    rule: "APL-1",
    clause: `${ISO_17021} 9.7`,
    from: ["refused"],
    to: ["review_pending"],
    by: ["body:quality"],
    requires: [decision.appealHandlerDidNotAudit, personUntied, personUnconflicted, reasonGiven],
  }),
  withdrawApplication: to<WithReason>({
    label: "Withdraw application",
    rule: "CASE-1",
    clause: "",
    from: [...openCaseStates, "refused"],
    to: ["closed"],
    by: ["client:manager", "client:executive"],
    requires: [reasonGiven],
  }),
};

const commands = { ...preparationCommands, ...stageCommands, ...outcome };

/** One initial certification, from the signed letter to the decision (domain.md 6.2). */
export const certification: Machine<CaseState, CaseFacts, typeof commands> = {
  name: "certification",
  title: "Certification case",
  states: caseStates,
  initial: "engaged",
  terminal: ["certified", "closed"],
  commands,
};
