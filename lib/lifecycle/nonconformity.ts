import type { Command, Justifiable, Machine } from "./machine";
import type { FindingFacts } from "./nonconformity-rules";
import * as rules from "./nonconformity-rules";
import { type NonconformityState, nonconformityStates } from "./nonconformity-states";
import * as changes from "./regrade-rules";
import { actsAsLead, actsOnTeam, notDecided, reasonGiven, type WithReason } from "./requirements";

const to = <I>(command: Command<NonconformityState, FindingFacts, I>) => command;
const FINDING = { rule: "NC-3", clause: "ISO/IEC 17021-1 9.4.5.3", keeper: "INV-19" };
const RESPONSE = { rule: "CAP-1", clause: "ISO/IEC 17021-1 9.4.9" };
const REVIEW = { rule: "CAP-2", clause: "ISO/IEC 17021-1 9.4.10", keeper: "INV-19" };

/** Nonconformities that are neither closed nor taken off the record. */
const live: NonconformityState[] = [
  "open",
  "response_submitted",
  "plan_accepted",
  "evidence_submitted",
  "verified",
];

const draftCommands = {
  raise: to<object>({
    ...FINDING,
    label: "Issue finding",
    from: ["draft"],
    to: ["open", "recorded"],
    choose: ({ finding }) => (finding.grade === "minor" || finding.grade === "major" ? "open" : "recorded"),
    by: ["body:auditor"],
    requires: [
      rules.raisedInStage2,
      actsAsLead,
      rules.raisedWhileRunning,
      rules.requirementCited,
      rules.graded,
      rules.statementWritten,
      rules.evidenceDetailed,
    ],
  }),
  editDraft: to<object>({
    ...FINDING,
    label: "Edit draft finding",
    from: ["draft"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsOnTeam],
  }),
  discardDraft: to<object>({
    ...FINDING,
    label: "Delete draft finding",
    from: ["draft"],
    to: ["void"],
    by: ["body:auditor"],
    requires: [rules.ownDraftOrLead],
  }),
};

const planCommands = {
  savePlan: to<object>({
    ...RESPONSE,
    label: "Save plan",
    from: ["open"],
    to: ["stay"],
    by: ["client:manager"],
    requires: [],
  }),
  submitResponse: to<Justifiable>({
    ...RESPONSE,
    label: "Submit plan",
    from: ["open"],
    to: ["response_submitted"],
    by: ["client:manager"],
    requires: [
      rules.correctionPlanned,
      rules.extentPlanned,
      rules.causePlanned,
      rules.actionPlanned,
      rules.actionsComplete,
      rules.actionsInTime,
      rules.planInTime,
    ],
  }),
  returnResponse: to<rules.CommentInput>({
    ...REVIEW,
    label: "Return plan",
    from: ["response_submitted"],
    to: ["open"],
    by: ["body:auditor"],
    requires: [rules.auditsInCase, rules.commented],
  }),
  acceptPlan: to<object>({
    ...REVIEW,
    label: "Accept plan",
    from: ["response_submitted"],
    to: ["plan_accepted"],
    by: ["body:auditor", "body:planner"],
    requires: [rules.auditsInCaseOrPlans],
  }),
  extendDeadline: to<changes.ExtendDeadlineInput>({
    ...REVIEW,
    label: "Extend deadline",
    from: ["open", "response_submitted", "plan_accepted", "evidence_submitted"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [
      rules.auditsInCase,
      changes.deadlineExists,
      changes.deadlineMovesOut,
      changes.withinSixMonths,
      changes.planBeforeClosure,
      reasonGiven,
    ],
  }),
};

const evidenceCommands = {
  addEvidence: to<rules.AddEvidenceInput>({
    ...RESPONSE,
    label: "Add evidence",
    from: ["open", "response_submitted", "plan_accepted"],
    to: ["stay"],
    by: ["client:manager", "client:owner"],
    requires: [rules.actionKnown, rules.ownAction],
  }),
  completeAction: to<rules.ActionInput>({
    ...RESPONSE,
    label: "Mark action as done",
    from: ["open", "response_submitted", "plan_accepted"],
    to: ["stay"],
    by: ["client:manager", "client:owner"],
    requires: [rules.actionKnown, rules.ownAction],
  }),
  submitEvidence: to<Justifiable>({
    ...RESPONSE,
    label: "Submit evidence",
    from: ["plan_accepted"],
    to: ["evidence_submitted"],
    by: ["client:manager"],
    requires: [rules.evidenceAdded, rules.actionsDone, rules.evidenceInTime],
  }),
  returnEvidence: to<rules.CommentInput>({
    ...REVIEW,
    label: "Return evidence",
    from: ["evidence_submitted"],
    to: ["plan_accepted"],
    by: ["body:auditor"],
    requires: [rules.auditsInCase, rules.commented],
  }),
  verify: to<rules.VerifyInput>({
    ...REVIEW,
    label: "Verify effectiveness",
    from: ["evidence_submitted"],
    to: ["verified"],
    by: ["body:auditor", "body:planner"],
    requires: [rules.auditsInCaseOrPlans, rules.effectivenessStated],
  }),
  close: to<object>({
    ...REVIEW,
    label: "Close nonconformity",
    from: ["verified"],
    to: ["closed"],
    by: ["body:auditor", "system"],
    requires: [],
  }),
  carryToNextAudit: to<rules.CarryInput>({
    ...REVIEW,
    label: "Carry to the next audit",
    from: ["plan_accepted"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [rules.auditsInCase, rules.isMinor, rules.carryTargetKnown],
  }),
  notEffective: to<WithReason>({
    label: "Raise as major: not effective",
    rule: "NC-8",
    clause: "",
    keeper: "INV-19",
    from: ["plan_accepted", "evidence_submitted"],
    to: ["superseded"],
    by: ["body:auditor"],
    requires: [rules.isMinor, rules.policyRaisesMinor, rules.laterAuditRuns, reasonGiven],
  }),
};

const correctionCommands = {
  regrade: to<changes.RegradeInput>({
    ...FINDING,
    label: "Change grade",
    rule: "NC-1",
    from: live,
    to: ["stay"],
    by: ["body:auditor", "body:decider"],
    requires: [
      changes.leadsOrDecides,
      notDecided,
      changes.staysNonconformity,
      changes.gradeChanges,
      reasonGiven,
    ],
  }),
  withdrawFinding: to<WithReason>({
    ...FINDING,
    label: "Withdraw finding",
    rule: "NC-6",
    clause: "ISO/IEC 17021-1 9.4.5.4",
    from: [...live, "recorded"],
    to: ["void"],
    by: ["body:auditor", "body:decider", "body:quality"],
    requires: [changes.leadsOrDecides, reasonGiven],
  }),
};

const commands = { ...draftCommands, ...planCommands, ...evidenceCommands, ...correctionCommands };

/** One finding, from the draft to its closing (domain.md 6.4). */
export const nonconformity: Machine<NonconformityState, FindingFacts, typeof commands> = {
  name: "nonconformity",
  title: "Finding and nonconformity",
  states: nonconformityStates,
  initial: "draft",
  terminal: ["closed", "superseded", "void"],
  commands,
};
