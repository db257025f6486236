import { addDays, type Day, daysBetween, isAfter, isBefore, isOnOrBefore } from "@/lib/day";
import { asks, type Facts, isStated, type Justifiable, MIN_REASON, needs } from "./machine";
import { findAudit, isTied } from "./reading";
import type { AuditRecord, TeamRole } from "./record";

/** The facts of an audit's commands. */
export interface AuditFacts extends Facts {
  audit: AuditRecord;
}

export interface SetTeamInput {
  members: readonly { personId: string; role: TeamRole }[];
  /** How the team covers the competence that the audit needs (TEAM-2). */
  competence: string;
}

export interface ObjectToTeamInput {
  /** Whom the objection is about; null = the team as a whole. */
  personId: string | null;
  /** The ground, in words (TEAM-6). */
  ground: string;
}

export interface AnswerObjectionInput {
  objectionId: string;
  upheld: boolean;
  answer: string;
}

export interface SetDatesInput extends Justifiable {
  startsOn: Day;
  endsOn: Day;
  /** Hundredths of an auditor day; null = not calculated. */
  requiredCentidays: number | null;
  plannedCentidays: number;
}

export interface EditSessionInput {
  on: Day;
  /** Minutes since midnight in the project's time zone. */
  fromMinute: number;
  toMinute: number;
  topic: string;
  auditorIds: readonly string[];
}

export const oneLead = asks(
  "team-one-lead",
  (_: AuditFacts, { members }: SetTeamInput) => members.filter(({ role }) => role === "lead").length === 1,
);

export const memberOnce = asks(
  "team-member-twice",
  (_: AuditFacts, { members }: SetTeamInput) =>
    new Set(members.map(({ personId }) => personId)).size === members.length,
);

export const membersNotOfClient = asks(
  "team-member-of-client",
  ({ record }: AuditFacts, { members }: SetTeamInput) =>
    !members.some(({ personId }) => record.clientPersonIds.includes(personId)),
);

export const membersUntied = asks(
  "team-member-tied",
  ({ moment, record }: AuditFacts, { members }: SetTeamInput) =>
    !members.some(({ personId }) => isTied(record, personId, moment.on)),
);

/** IMP-4 once more over the team as it stands: a tie may have been declared since it was set. */
export const teamUntied = needs(
  "team-member-tied",
  ({ moment, record, audit }: AuditFacts) =>
    !audit.team.some(({ personId }) => isTied(record, personId, moment.on)),
);

/** DEC-1 seen from the other end: who decided in this case does not audit in it. */
export const membersDidNotDecide = asks(
  "team-member-decided",
  ({ record }: AuditFacts, { members }: SetTeamInput) =>
    !members.some(({ personId }) => record.decisions.some(({ deciderId }) => deciderId === personId)),
);

export const competenceCovered = asks(
  "team-competence-missing",
  (_: AuditFacts, { competence }: SetTeamInput) => isStated(competence, MIN_REASON),
);

export const teamHasLead = needs("team-one-lead", ({ audit }: AuditFacts) =>
  audit.team.some(({ role }) => role === "lead"),
);

export const groundGiven = asks(
  "ground-missing",
  (_: AuditFacts, { ground }: ObjectToTeamInput) => isStated(ground, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

export const objectionOpen = asks(
  "objection-unknown",
  ({ audit }: AuditFacts, { objectionId }: AnswerObjectionInput) =>
    audit.objections.some(({ id, answered }) => id === objectionId && !answered),
);

export const objectionReasoned = asks(
  "reason-missing",
  (_: AuditFacts, { answer }: AnswerObjectionInput) => isStated(answer, MIN_REASON),
  () => ({ least: MIN_REASON }),
);

export const noOpenObjection = needs("objection-open", ({ audit }: AuditFacts) =>
  audit.objections.every(({ answered }) => answered),
);

/** TEAM-5: the client has had the policy's days to object, or has said that it will not. */
export const objectionWindowOver = needs(
  "objection-window-open",
  (facts: AuditFacts) =>
    facts.audit.objectionWaivedOn !== null || isAfter(facts.moment.on, objectionUntil(facts)),
  (facts) => ({ until: objectionUntil(facts) }),
);

/** The last day on which the client may object to the team. */
export function objectionUntil({ audit, moment }: AuditFacts): Day {
  return addDays(audit.teamProposedOn ?? moment.on, moment.policy.objectionDays);
}

export const endsAfterStart = asks("end-before-start", (_: AuditFacts, { startsOn, endsOn }: SetDatesInput) =>
  isOnOrBefore(startsOn, endsOn),
);

/** The planner plans ahead; a recorded act may tell of dates that have passed. */
export const startsAhead = asks(
  "day-in-past",
  ({ moment }: AuditFacts, { startsOn }: SetDatesInput) =>
    moment.recorded || isOnOrBefore(moment.today, startsOn),
  (_, { startsOn }) => ({ on: startsOn }),
);

export const timeCalculated = asks(
  "required-days-missing",
  (_: AuditFacts, { requiredCentidays }: SetDatesInput) => requiredCentidays !== null,
);

export const timeEnough = asks(
  "planned-days-too-low",
  (_: AuditFacts, { requiredCentidays, plannedCentidays }: SetDatesInput) =>
    requiredCentidays === null || plannedCentidays >= requiredCentidays,
  (_, { requiredCentidays, plannedCentidays }) => ({
    required: (requiredCentidays ?? 0) / 100,
    planned: plannedCentidays / 100,
  }),
);

export const stage2AfterStage1 = asks(
  "stage2-before-stage1",
  ({ audit, record }: AuditFacts, { startsOn }: SetDatesInput) => {
    const stage1EndsOn = findAudit(record, "stage1")?.endsOn ?? null;
    return audit.kind !== "stage2" || stage1EndsOn === null || isAfter(startsOn, stage1EndsOn);
  },
  ({ record }) => ({ on: findAudit(record, "stage1")?.endsOn ?? "" }),
);

export const sessionInAudit = asks(
  "session-outside-audit",
  ({ audit }: AuditFacts, { on }: EditSessionInput) =>
    audit.startsOn === null || audit.endsOn === null || (on >= audit.startsOn && on <= audit.endsOn),
  ({ audit }) => ({ from: audit.startsOn ?? "", to: audit.endsOn ?? "" }),
);

export const sessionHasLength = asks(
  "session-without-length",
  (_: AuditFacts, input: EditSessionInput) => input.fromMinute < input.toMinute,
);

export const sessionHasTopic = asks("session-topic-missing", (_: AuditFacts, { topic }: EditSessionInput) =>
  isStated(topic),
);

export const sessionByTeam = asks(
  "session-auditor-unknown",
  ({ audit }: AuditFacts, { auditorIds }: EditSessionInput) =>
    auditorIds.every((id) => audit.team.some(({ personId }) => personId === id)),
);

export const datesSet = needs(
  "dates-missing",
  ({ audit }: AuditFacts) => audit.startsOn !== null && audit.endsOn !== null,
);

/** PLAN-1; Stage 1 needs no formal plan. */
export const planHasSession = needs(
  "session-missing",
  ({ audit }: AuditFacts) => audit.kind === "stage1" || audit.sessions > 0,
);

/** PLAN-2: how long before the audit the plan is sent is the body's policy. */
export const planSentAhead = needs(
  "plan-sent-late",
  ({ audit, moment }: AuditFacts) =>
    audit.startsOn === null || daysBetween(moment.on, audit.startsOn) >= moment.policy.planLeadDays,
  ({ moment }) => ({ days: moment.policy.planLeadDays }),
);

export const planSent = needs("plan-not-sent", ({ audit }: AuditFacts) => audit.planSentOn !== null);

export const planSentUnlessStage1 = needs(
  "plan-not-sent",
  ({ audit }: AuditFacts) => audit.kind === "stage1" || audit.planSentOn !== null,
);

export const planUnconfirmed = needs(
  "plan-already-confirmed",
  ({ audit }: AuditFacts) => audit.planConfirmedOn === null,
);

export const startDayReached = needs(
  "audit-not-yet",
  ({ audit, moment }: AuditFacts) => audit.startsOn === null || !isBefore(moment.on, audit.startsOn),
  ({ audit }) => ({ on: audit.startsOn ?? "" }),
);

const runningCaseStates = {
  stage1: "stage1_planned",
  stage2: "stage2_running",
  follow_up: "findings_open",
} as const;

/** The case lets this kind of audit run: Stage 2 only after the gates of startStage2 (invariant 8). */
export const caseLetsRun = needs(
  "case-not-there",
  ({ audit, record }: AuditFacts) => record.certificationCase?.state === runningCaseStates[audit.kind],
  ({ audit }) => ({ kind: audit.kind }),
);
