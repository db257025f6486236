import { planningCommands } from "./audit-planning";
import { type AuditFacts, caseLetsRun, startDayReached } from "./audit-rules";
import * as run from "./audit-run-rules";
import { type AuditState, auditStates } from "./audit-states";
import type { Command, Machine } from "./machine";
import {
  actsAsLead,
  actsAsLeadOrPlanner,
  actsOnTeam,
  letterSigned,
  reasonGiven,
  type WithReason,
} from "./requirements";
import { teamUnconflicted, teamUntied } from "./team-rules";

const to = <I>(command: Command<AuditState, AuditFacts, I>) => command;
const STAGE_1 = { rule: "ST1-2", clause: "ISO/IEC 17021-1 9.3.1.2.3" };
const FINDING = { rule: "NC-3", clause: "ISO/IEC 17021-1 9.4.5.3", keeper: "INV-19" };

/** A concern is answered and accepted while the audit runs and after its report. */
const answering: AuditState[] = ["running", "reported", "concluded"];

const runningCommands = {
  startAudit: to<object>({
    label: "Start audit",
    rule: "INV-13",
    clause: "ISO/IEC 17021-1 5.1.2",
    from: ["planned"],
    to: ["running"],
    by: ["body:auditor"],
    requires: [actsAsLead, letterSigned, teamUntied, teamUnconflicted, startDayReached, caseLetsRun],
  }),
  holdOpening: to<run.HoldMeetingInput>({
    label: "Record opening meeting",
    rule: "CON-1",
    clause: "ISO/IEC 17021-1 9.4.2",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsAsLead, run.openingNotHeld, run.attendanceNamed],
  }),
  holdClosing: to<run.HoldMeetingInput>({
    label: "Record closing meeting",
    rule: "CON-3",
    clause: "ISO/IEC 17021-1 9.4.7",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsAsLead, run.openingHeld, run.closingNotHeld, run.attendanceNamed],
  }),
  setReadiness: to<run.SetReadinessInput>({
    label: "Note document readiness",
    rule: "IS-3",
    clause: "ISO/IEC 27006-1 9.3",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsOnTeam, run.isStage1],
  }),
  addInterview: to<run.AddInterviewInput>({
    label: "Note interview",
    rule: "ST1-1",
    clause: "ISO/IEC 17021-1 9.3.1.2.2",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsOnTeam, run.interviewStated],
  }),
  draftConcern: to<run.DraftConcernInput>({
    ...STAGE_1,
    label: "Draft area of concern",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsOnTeam, run.isStage1, run.concernStated],
  }),
  issueConcern: to<run.ConcernInput>({
    ...STAGE_1,
    label: "Issue area of concern",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsAsLead, run.concernIsDraft],
  }),
  discardConcern: to<run.ConcernInput>({
    ...STAGE_1,
    label: "Delete draft concern",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsOnTeam, run.concernIsDraft],
  }),
  answerConcern: to<run.AnswerConcernInput>({
    ...STAGE_1,
    label: "Answer area of concern",
    from: answering,
    to: ["stay"],
    by: ["client:manager"],
    requires: [run.concernIsOpen, run.concernAnswered],
  }),
  acceptConcern: to<run.ConcernInput>({
    ...STAGE_1,
    label: "Accept answer to concern",
    from: answering,
    to: ["stay"],
    by: ["body:auditor"],
    keeper: "INV-19",
    requires: [actsOnTeam, run.concernIsAnswered],
  }),
  returnConcern: to<run.ReturnConcernInput>({
    ...STAGE_1,
    label: "Return answer to concern",
    from: answering,
    to: ["stay"],
    by: ["body:auditor"],
    keeper: "INV-19",
    requires: [actsOnTeam, run.concernIsAnswered, run.concernReturnCommented],
  }),
  draftFinding: to<object>({
    ...FINDING,
    label: "Draft finding",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    requires: [actsOnTeam, run.isNotStage1],
  }),
  draftReport: to<object>({
    label: "Save report draft",
    rule: "REP-1",
    clause: "ISO/IEC 17021-1 9.4.8.1",
    from: ["running"],
    to: ["stay"],
    by: ["body:auditor"],
    keeper: "INV-19",
    requires: [actsOnTeam],
  }),
  reportAudit: to<run.ReportAuditInput>({
    label: "Issue report",
    rule: "REP-1",
    clause: "ISO/IEC 17021-1 9.4.8.1",
    from: ["running"],
    to: ["reported"],
    by: ["body:auditor"],
    requires: [
      actsAsLead,
      run.lastDayReached,
      run.closingHeld,
      run.noDraftFindings,
      run.noDraftConcerns,
      run.readinessLookedAt,
      run.conclusionGiven,
      run.conclusionFitsConcerns,
      run.recommendationGiven,
      run.statementGiven,
      run.scopeConcluded,
      run.objectivesConfirmed,
    ],
  }),
  concludeAudit: to<object>({
    label: "Conclude audit",
    rule: "AUD-1",
    clause: "ISO/IEC 17021-1 9.4.10",
    from: ["reported"],
    to: ["concluded"],
    by: ["body:auditor", "body:planner"],
    requires: [actsAsLeadOrPlanner, run.findingsSettled],
  }),
  terminateAudit: to<WithReason>({
    label: "Terminate audit",
    rule: "CON-2",
    clause: "ISO/IEC 17021-1 9.4.3.2",
    from: ["running"],
    to: ["terminated"],
    by: ["body:auditor"],
    requires: [actsAsLead, reasonGiven],
  }),
};

const commands = { ...planningCommands, ...runningCommands };

/** One audit of any kind, from the team to the conclusion (domain.md 6.3). */
export const audit: Machine<AuditState, AuditFacts, typeof commands> = {
  name: "audit",
  title: "Audit",
  states: auditStates,
  initial: "draft",
  terminal: ["concluded", "cancelled", "terminated"],
  commands,
};
