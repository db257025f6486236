import type { AuditFacts } from "./audit-rules";
import * as rules from "./audit-rules";
import type { AuditState } from "./audit-states";
import type { Command, Justifiable } from "./machine";
import { actsAsLeadOrPlanner, letterSigned, reasonGiven, type WithReason } from "./requirements";
import * as team from "./team-rules";

const to = <I>(command: Command<AuditState, AuditFacts, I>) => command;
const TEAM = { rule: "TEAM-1", clause: "ISO/IEC 17021-1 9.2.2.1" };
const OBJECTION = { rule: "TEAM-5", clause: "ISO/IEC 17021-1 9.2.3.5" };
const PLAN = { rule: "PLAN-2", clause: "ISO/IEC 17021-1 9.2.3.4" };

/** Team, dates and plan: everything before the audit's first day. */
export const planningCommands = {
  setTeam: to<team.SetTeamInput>({
    ...TEAM,
    label: "Set team",
    from: ["draft"],
    to: ["stay"],
    by: ["body:planner"],
    requires: [
      team.oneLead,
      team.memberOnce,
      team.membersNotOfClient,
      team.membersUntied,
      team.membersUnconflicted,
      team.membersDidNotDecide,
      team.competenceCovered,
      team.competenceOnRecord,
    ],
  }),
  proposeTeam: to<team.ProposeTeamInput>({
    ...OBJECTION,
    label: "Propose team",
    from: ["draft"],
    to: ["team_proposed"],
    by: ["body:planner"],
    requires: [
      letterSigned,
      team.teamHasLead,
      team.teamUntied,
      team.teamUnconflicted,
      team.teamCompetenceOnRecord,
    ],
  }),
  objectToTeam: to<team.ObjectToTeamInput>({
    ...OBJECTION,
    label: "Object to the team",
    from: ["team_proposed"],
    to: ["stay"],
    by: ["client:manager", "client:executive"],
    requires: [team.groundGiven],
  }),
  answerObjection: to<team.AnswerObjectionInput>({
    ...OBJECTION,
    label: "Answer objection",
    from: ["team_proposed"],
    to: ["draft", "stay"],
    choose: (_, { upheld }) => (upheld ? "draft" : "stay"),
    by: ["body:planner"],
    requires: [team.objectionOpen, team.objectionReasoned],
  }),
  waiveObjection: to<object>({
    ...OBJECTION,
    label: "Accept the team",
    from: ["team_proposed"],
    to: ["stay"],
    by: ["client:manager", "client:executive"],
    requires: [team.noOpenObjection],
  }),
  confirmTeam: to<object>({
    ...OBJECTION,
    label: "Confirm team",
    from: ["team_proposed"],
    to: ["team_confirmed"],
    by: ["body:planner"],
    requires: [team.noOpenObjection, team.objectionWindowOver],
  }),
  setDates: to<rules.SetDatesInput>({
    ...PLAN,
    label: "Set dates",
    from: ["draft", "team_proposed", "team_confirmed"],
    to: ["stay"],
    by: ["body:planner"],
    requires: [
      rules.endsAfterStart,
      rules.startsAhead,
      rules.stage2AfterStage1,
      rules.timeCalculated,
      rules.timeEnough,
    ],
  }),
  editSession: to<rules.EditSessionInput>({
    label: "Edit session",
    rule: "PLAN-1",
    clause: "ISO/IEC 17021-1 9.2.3.1",
    from: ["team_confirmed", "planned", "running"],
    to: ["stay"],
    by: ["body:auditor", "body:planner"],
    requires: [
      actsAsLeadOrPlanner,
      rules.sessionInAudit,
      rules.sessionHasLength,
      rules.sessionHasTopic,
      rules.sessionByTeam,
    ],
  }),
  sendPlan: to<Justifiable>({
    ...PLAN,
    label: "Send plan",
    from: ["team_confirmed"],
    to: ["stay"],
    by: ["body:auditor", "body:planner"],
    requires: [actsAsLeadOrPlanner, rules.datesSet, rules.planHasSession, rules.planSentAhead],
  }),
  confirmPlan: to<object>({
    ...PLAN,
    label: "Confirm plan",
    from: ["team_confirmed", "planned"],
    to: ["stay"],
    by: ["client:manager"],
    requires: [rules.planSent, rules.planUnconfirmed],
  }),
  planAudit: to<object>({
    ...PLAN,
    label: "Agree dates and plan",
    from: ["team_confirmed"],
    to: ["planned"],
    by: ["body:planner", "body:auditor"],
    requires: [actsAsLeadOrPlanner, rules.datesSet, rules.planSentUnlessStage1],
  }),
  cancelAudit: to<WithReason>({
    label: "Cancel audit",
    rule: "AUD-1",
    clause: "",
    from: ["draft", "team_proposed", "team_confirmed", "planned"],
    to: ["cancelled"],
    by: ["body:planner"],
    requires: [reasonGiven],
  }),
};
