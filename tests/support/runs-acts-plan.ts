import type { Day } from "@/lib/day";
import { alsoSchedulesStage1 } from "@/lib/lifecycle/audit-pairs";
import type { TeamRole } from "@/lib/lifecycle/record";
import { confirmPlan, planAudit, saveSession, sendPlan, setDates } from "@/lib/store/audit-plans";
import { cancelAudit } from "@/lib/store/audits";
import {
  answerObjection,
  confirmTeam,
  objectToTeam,
  proposeTeam,
  setTeam,
  waiveObjection,
} from "@/lib/store/teams";
import { type Attempt, factsOf, type World } from "./model";
import type { Call, ProductAct } from "./runs-act";
import { text } from "./runs-acts-sourcing";
import { isOfBody } from "./runs-cast";

type PlanCommand = `audit.${
  | "setTeam"
  | "proposeTeam"
  | "objectToTeam"
  | "answerObjection"
  | "waiveObjection"
  | "confirmTeam"
  | "setDates"
  | "editSession"
  | "sendPlan"
  | "confirmPlan"
  | "planAudit"
  | "cancelAudit"}`;

export const onAudit = ({ projectId, row, attempt }: Call) => ({
  projectId,
  auditId: row(attempt.subjectId),
});
export const auditOf = ({ record }: World, { subjectId }: Attempt) =>
  record.audits.find(({ id }) => id === subjectId);

export const membersIn = ({ input }: Pick<Attempt, "input">) =>
  input.members as { personId: string; role: TeamRole }[];

/** On the step to the plan of Stage 1, the case is scheduled too (TEAM-5). */
function schedulingToo(world: World, attempt: Attempt) {
  const audit = auditOf(world, attempt);
  if (!audit || !alsoSchedulesStage1(factsOf(world, attempt))) return [{ attempt }];
  const schedule = {
    ...attempt,
    command: "certification.scheduleStage1",
    subjectId: world.record.id,
  } as const;
  return [{ attempt }, { attempt: schedule }];
}

export const planRunActs: Record<PlanCommand, ProductAct> = {
  "audit.setTeam": {
    // A person is chosen from the body's own people; a name that a client types may turn out to be anybody.
    early: (_, attempt) =>
      attempt.recorded || membersIn(attempt).every(({ personId }) => isOfBody(personId)) ? null : "rejected",
    call: (call) => {
      const { recorded } = call.attempt;
      const members = membersIn(call.attempt).map(({ personId, role }) => ({
        personId: recorded ? null : call.row(personId),
        name: recorded ? personId : null,
        role,
      }));
      const team = { ...onAudit(call), members, competence: text(call, "competence") };
      return setTeam(call.actor, team, call.submission);
    },
  },
  "audit.proposeTeam": { call: (call) => proposeTeam(call.actor, onAudit(call), call.submission) },
  "audit.objectToTeam": {
    early: (world, attempt) => {
      const about = attempt.input.personId ?? null;
      const isKnown = auditOf(world, attempt)?.team.some(({ personId }) => personId === about) ?? true;
      return about === null || isKnown ? null : "rejected";
    },
    call: (call) => {
      const about = call.input.personId === null ? null : call.row(text(call, "personId"));
      const objection = { ...onAudit(call), personId: about, ground: text(call, "ground") };
      return objectToTeam(call.actor, objection, call.submission);
    },
  },
  "audit.answerObjection": {
    call: (call) => {
      const answer = { answer: text(call, "answer"), upheld: call.input.upheld === true };
      const objectionId = call.row(text(call, "objectionId"));
      return answerObjection(call.actor, { ...onAudit(call), ...answer, objectionId }, call.submission);
    },
  },
  "audit.waiveObjection": { call: (call) => waiveObjection(call.actor, onAudit(call), call.submission) },
  "audit.confirmTeam": { call: (call) => confirmTeam(call.actor, onAudit(call), call.submission) },
  "audit.setDates": {
    call: (call) => {
      const { startsOn, endsOn } = call.input as { startsOn: Day; endsOn: Day };
      const { requiredCentidays, plannedCentidays } = call.input as {
        requiredCentidays: number | null;
        plannedCentidays: number;
      };
      const dates = { startsOn, endsOn, requiredCentidays, plannedCentidays };
      const notes = { objectives: null, remoteNote: null };
      return setDates(call.actor, { ...onAudit(call), ...dates, ...notes }, call.submission);
    },
  },
  "audit.editSession": {
    call: (call) => {
      const { on, fromMinute, toMinute } = call.input as { on: Day; fromMinute: number; toMinute: number };
      const hours = { on, startsAt: clockOf(fromMinute), endsAt: clockOf(toMinute) };
      const [auditorId = null] = call.input.auditorIds as string[];
      const session = { sessionId: null, topic: text(call, "topic"), siteId: null, interviewee: null };
      const by = { auditorId: auditorId && call.row(auditorId) };
      return saveSession(call.actor, { ...onAudit(call), ...session, ...hours, ...by }, call.submission);
    },
  },
  "audit.sendPlan": { call: (call) => sendPlan(call.actor, onAudit(call), call.submission) },
  "audit.confirmPlan": { call: (call) => confirmPlan(call.actor, onAudit(call), call.submission) },
  "audit.planAudit": {
    parts: schedulingToo,
    call: (call) => planAudit(call.actor, onAudit(call), call.submission),
  },
  "audit.cancelAudit": {
    call: (call) =>
      cancelAudit(call.actor, { ...onAudit(call), reason: text(call, "reason") }, call.submission),
  },
};

export function clockOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
