import { type Day, isAfter } from "@/lib/day";
import type { AuditFacts } from "./audit-rules";
import { objectionDueOn } from "./deadlines";
import { asks, isStated, MIN_REASON, needs } from "./machine";
import { hasOpenConflict, isTied } from "./reading";
import type { TeamRole } from "./record";
import { refuse } from "./refusal";
import { type CompetenceRegister, listGaps, nameNeeds } from "./team-competence";

export interface SetTeamInput {
  members: readonly { personId: string; role: TeamRole }[];
  /** How the team covers the competence that the audit needs (TEAM-2). */
  competence: string;
  /** What the body has on record about it; none where it keeps no competences here, or the act is recorded. */
  register?: CompetenceRegister | null;
}

export interface ProposeTeamInput {
  register?: CompetenceRegister | null;
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

export const membersUnconflicted = asks(
  "team-member-conflict",
  ({ moment, record }: AuditFacts, { members }: SetTeamInput) =>
    !members.some(({ personId }) => hasOpenConflict(record, personId, moment.on)),
);

export const teamUnconflicted = needs(
  "team-member-conflict",
  ({ moment, record, audit }: AuditFacts) =>
    !audit.team.some(({ personId }) => hasOpenConflict(record, personId, moment.on)),
);

/** TEAM-2: a body that keeps its people's competences here composes the team from them. */
export const competenceOnRecord = asks(
  "team-competence-gap",
  (_: AuditFacts, { members, register }: SetTeamInput) => gapsOf(members, register) === "",
  (_, { members, register }) => ({ gaps: gapsOf(members, register) }),
);

/** TEAM-2 once more over the team as it stands: a competence may have ended since it was set. */
export const teamCompetenceOnRecord = asks(
  "team-competence-gap",
  ({ audit }: AuditFacts, { register }: ProposeTeamInput) => gapsOf(audit.team, register) === "",
  ({ audit }, { register }) => ({ gaps: gapsOf(audit.team, register) }),
);

function gapsOf(team: SetTeamInput["members"], register: CompetenceRegister | null | undefined): string {
  return register ? nameNeeds(listGaps(register, team)) : "";
}

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
  return objectionDueOn(audit.teamProposedOn ?? moment.on, moment.policy).on;
}

/** The rule that keeps a person off this audit's team whatever else is chosen; null when none does (IMP-4, IMP-7, DEC-1). */
export function ruleAgainstMember(facts: AuditFacts, personId: string): string | null {
  const alone = { members: [{ personId, role: "observer" as const }], competence: "" };
  const rules = [membersNotOfClient, membersUntied, membersUnconflicted, membersDidNotDecide];
  const broken = rules.find((rule) => !rule.holds(facts, alone));
  return broken ? refuse(broken.code, broken.data(facts, alone)).rule : null;
}
