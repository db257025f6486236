import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import type { TeamRole } from "../lifecycle/record";
import { Rejected } from "../outcome";
import type { Submission } from "./act";
import { type AuditAct, type AuditActing, actOnAudit, auditKeys } from "./audit-acts";
import { needsOf, readRegisterOf } from "./competences";
import { db } from "./db";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { knownId } from "./reach";
import { findOrNamePerson } from "./recorded";

/** A member as the form sends it: a person of the body, or, in a recorded act, a name. */
export interface MemberInput {
  personId: string | null;
  name: string | null;
  role: TeamRole;
  /** The form's row, where an error belongs; without it the place in the list. */
  row?: number;
}

export interface SetTeam extends AuditAct {
  members: readonly MemberInput[];
  competence: string;
  /** Technical areas that the audit needs, besides its standard. */
  areas?: readonly string[];
  languages?: readonly string[];
}

/** Sets the whole team of an audit, with how it covers the needed competence (TEAM-1, TEAM-2, IMP-4). */
export async function setTeam(actor: Actor, input: SetTeam, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { competence, areas = [], languages = [] } = input;
    const members = await findMembers(acting, input.members);
    const register = await findRegister(acting, { areas, languages });
    const allowed = allow("audit", "setTeam", audit.state, facts, { members, competence, register });
    const columns = { teamCompetence: competence, neededAreas: [...areas], neededLanguages: [...languages] };
    await move(act, subject, allowed, columns, { audit: name, count: members.length });
    await act.tx.teamMember.deleteMany({ where: { auditId: audit.id } });
    await act.tx.teamMember.createMany({
      data: members.map((member) => ({ ...auditKeys(acting), ...member })),
    });
    return null;
  });
}

/** What the body has on record for this audit's team; what a client records rests on the body's own statement. */
async function findRegister(
  acting: AuditActing,
  named: { areas: readonly string[]; languages: readonly string[] },
) {
  const { tx, recorded, project, moment } = acting.act;
  if (recorded) return null;
  const needs = needsOf(project.record.standardId, named);
  return await readRegisterOf(tx, auditKeys(acting).bodyId, acting.audit, needs, moment.on);
}

async function findMembers(acting: AuditActing, members: readonly MemberInput[]) {
  const { tx, recorded, submission } = acting.act;
  const { bodyId, clientId } = auditKeys(acting);
  const ofBody = await tx.membership.findMany({
    where: {
      organisationId: bodyId,
      active: true,
      personId: { in: members.flatMap(({ personId }) => (personId === null ? [] : knownId(personId))) },
    },
    select: { personId: true },
  });
  const known = new Set(ofBody.map(({ personId }) => personId));
  const found: { personId: string; role: TeamRole }[] = [];
  const errors: Record<string, string> = {};
  // One after the other: a name that stands twice must be found as the person it was just kept as.
  for (const [index, { personId, name, role, row = index }] of members.entries()) {
    if (recorded && name !== null)
      found.push({
        role,
        personId: await findOrNamePerson(tx, { name, bodyId, clientId, now: submission.now }),
      });
    else if (personId !== null && known.has(personId)) found.push({ personId, role });
    else errors[`members.${row}.personId`] = "Choose a person of the certification body.";
  }
  if (Object.keys(errors).length > 0) throw new Rejected(errors);
  return found;
}

/** Tells the client who will audit; it may now object (TEAM-5). */
export async function proposeTeam(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { neededAreas: areas, neededLanguages: languages } = await act.tx.audit.findUniqueOrThrow({
      where: { id: audit.id },
      select: { neededAreas: true, neededLanguages: true },
    });
    const register = await findRegister(acting, { areas, languages });
    const allowed = allow("audit", "proposeTeam", audit.state, facts, { register });
    await move(act, subject, allowed, { teamProposedOn: dayToDate(act.moment.on) }, { audit: name });
    return null;
  });
}

export interface ObjectToTeam extends AuditAct {
  /** Whom the objection is about; null = the team as a whole. */
  personId: string | null;
  ground: string;
}

/** The client objects to the team or one of its members, with its ground (TEAM-5, TEAM-6). */
export async function objectToTeam(actor: Actor, input: ObjectToTeam, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { personId, ground } = input;
    if (personId !== null && !audit.team.some((member) => member.personId === personId))
      throw new Rejected({ personId: "Choose a member of the team, or the team as a whole." });
    const allowed = allow("audit", "objectToTeam", audit.state, facts, { personId, ground });
    await move(act, subject, allowed, { objectionWaivedOn: null }, { audit: name, ground });
    const raised = { personId, ground, raisedById: act.moment.personId, raisedOn: dayToDate(act.moment.on) };
    await act.tx.objection.create({ data: { id: newId(), ...auditKeys(acting), ...raised } });
    return null;
  });
}

export interface AnswerObjection extends AuditAct {
  objectionId: string;
  upheld: boolean;
  answer: string;
}

/** The body answers an objection; upheld, the team is set anew (TEAM-5). */
export async function answerObjection(
  actor: Actor,
  input: AnswerObjection,
  submission: Submission,
): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { objectionId, upheld, answer } = input;
    const allowed = allow("audit", "answerObjection", audit.state, facts, { objectionId, upheld, answer });
    const cleared = upheld ? { teamProposedOn: null, objectionWaivedOn: null } : {};
    await move(act, subject, allowed, cleared, { audit: name, upheld, answer });
    const answered = { answeredById: act.moment.personId, answeredOn: dayToDate(act.moment.on) };
    await act.tx.objection.update({ where: { id: objectionId }, data: { upheld, answer, ...answered } });
    return null;
  });
}

/** The client says that it will not object: the days need not pass (TEAM-5). */
export async function waiveObjection(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const allowed = allow("audit", "waiveObjection", audit.state, facts, {});
    await move(act, subject, allowed, { objectionWaivedOn: dayToDate(act.moment.on) }, { audit: name });
    return null;
  });
}

/** The body confirms the team after the days to object, or the client's acceptance (TEAM-5). */
export async function confirmTeam(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    await move(act, subject, allow("audit", "confirmTeam", audit.state, facts, {}), {}, { audit: name });
    return null;
  });
}

const MAX_PEOPLE = 200;

/** The people of the actor's own body who can be put on a team, auditors first. Empty for everybody else. */
export async function listTeamCandidates(
  actor: Actor,
): Promise<{ personId: string; name: string; isAuditor: boolean }[]> {
  if (actor.side !== "body") return [];
  const found = await db(actor).membership.findMany({
    where: { organisationId: actor.organisationId, active: true },
    select: { personId: true, roles: true, person: { select: { name: true } } },
    orderBy: { person: { name: "asc" } },
    take: MAX_PEOPLE,
  });
  return found
    .map(({ personId, roles, person }) => ({
      personId,
      name: person.name,
      isAuditor: roles.includes("auditor"),
    }))
    .toSorted((a, b) => Number(b.isAuditor) - Number(a.isAuditor));
}
