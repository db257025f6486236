import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate, isBefore, today } from "../day";
import type { AuditRecord } from "../lifecycle/record";
import {
  type Competence,
  type CompetenceKind,
  type CompetenceRegister,
  isSameNeed,
  type Need,
} from "../lifecycle/team-competence";
import { NotThere, Rejected } from "../outcome";
import { schemeOf } from "../selection/accreditation-gate";
import { findStandard, listStandards } from "../standards/editions";
import type { Submission } from "./act";
import type { Tx } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { knownId } from "./reach";
import { withTx } from "./tx";

/** Standing competences of one person at most. */
export const MAX_COMPETENCES = 100;
/** Days before its end in which a competence is on the worklist: time for training or a witnessed audit. */
export const COMPETENCE_WARNING_DAYS = 60;

export interface RecordCompetence extends Need {
  personId: string;
  validUntil: Day | null;
  proof: string;
}

/**
 * Records what a person of the own body is competent in, with its proof (ISO/IEC 17021-1 7.2). The same competence recorded
 * again takes the place of the standing one, which stays in the record.
 */
export async function recordCompetence(
  actor: Actor,
  { personId, ...input }: RecordCompetence,
  submission: Submission,
): Promise<null> {
  permit(actor, "competence.record");
  if (input.validUntil !== null && isBefore(input.validUntil, today(actor.timeZone, submission.now)))
    throw new Rejected({ validUntil: "Enter a day that has not passed, or leave it empty." });
  if (
    input.kind === "standard" &&
    !knownSchemes().some((what) => isSameNeed({ kind: "standard", what }, input))
  )
    throw new Rejected({ what: `Enter one of these standards: ${knownSchemes().join(", ")}.` });
  return await withTx(actor, submission, async (tx) => {
    const person = await findColleague(tx, actor, personId);
    const own = { bodyId: actor.organisationId, personId: person.personId };
    const standing = await tx.competence.findMany({
      where: { ...own, withdrawnAt: null },
      select: { id: true, kind: true, what: true },
    });
    const earlier = standing.find((one) => isSameNeed(needOf(one), input));
    if (!earlier && standing.length >= MAX_COMPETENCES)
      throw new Rejected({
        what: `Up to ${MAX_COMPETENCES} competences stand for one person. Withdraw one.`,
      });
    if (earlier) await withdraw(tx, actor, earlier.id, submission.now);
    await tx.competence.create({
      data: {
        ...{ id: newId(), ...own, kind: input.kind, what: input.what.trim(), proof: input.proof.trim() },
        validUntil: input.validUntil && dayToDate(input.validUntil),
        ...{ recordedById: actor.personId, recordedAt: submission.now },
      },
    });
    const data = { person: person.name, what: input.what.trim() };
    await tellOrganisation(tx, actor, "competence.record", person.personId, data, submission.now);
    return null;
  });
}

/** Withdraws a standing competence: it counts no more, and stays in the record. */
export async function withdrawCompetence(
  actor: Actor,
  { personId, competenceId }: { personId: string; competenceId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "competence.record");
  return await withTx(actor, submission, async (tx) => {
    const person = await findColleague(tx, actor, personId);
    const found = await tx.competence.findFirst({
      where: {
        ...{ id: knownId(competenceId), bodyId: actor.organisationId, personId: person.personId },
        withdrawnAt: null,
      },
      select: { id: true, what: true },
    });
    if (!found) throw new NotThere();
    await withdraw(tx, actor, found.id, submission.now);
    const data = { person: person.name, what: found.what };
    await tellOrganisation(tx, actor, "competence.withdraw", person.personId, data, submission.now);
    return null;
  });
}

/** The standards that a competence can be in: an edition follows another, the competence is in the standard. */
function knownSchemes(): string[] {
  return [...new Set(listStandards().map(({ name }) => schemeOf(name)))];
}

async function withdraw(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  await tx.competence.update({ where: { id }, data: { withdrawnById: actor.personId, withdrawnAt: now } });
}

/** A person of the actor's own body; its row is locked, so that two acts on one person follow each other. */
export async function findColleague(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<{ personId: string; name: string }> {
  if (actor.side !== "body") throw new NotThere();
  const key = { organisationId: actor.organisationId, personId: knownId(personId) };
  await tx.$executeRaw`SELECT FROM membership WHERE organisation_id = ${key.organisationId}::uuid
    AND person_id = ${key.personId}::uuid FOR NO KEY UPDATE`;
  const found = await tx.membership.findUnique({
    where: { organisationId_personId: key },
    select: { personId: true, person: { select: { name: true } } },
  });
  if (!found) throw new NotThere();
  return { personId: found.personId, name: found.person.name };
}

/** A kept row's competence; the database knows the three kinds alone. */
export function needOf({ kind, what }: { kind: string; what: string }): Need {
  return { kind: kind as CompetenceKind, what };
}

/** What an audit needs of its team: its standard, and the areas and languages that were named (TEAM-2). */
export function needsOf(
  standardId: string,
  named: { areas: readonly string[]; languages: readonly string[] },
): Need[] {
  const standard = findStandard(standardId);
  const of = (kind: CompetenceKind, words: readonly string[]) => words.map((what) => ({ kind, what }));
  return [
    ...(standard ? [{ kind: "standard" as const, what: schemeOf(standard.name) }] : []),
    ...of("area", named.areas),
    ...of("language", named.languages),
  ];
}

/**
 * What the body has on record for a team, to be asked with TEAM-2; null where it keeps no competence of anybody here, and
 * its written statement stands alone. The audit was reached through the actor.
 */
export async function readRegisterOf(
  tx: Tx,
  bodyId: string,
  audit: Pick<AuditRecord, "endsOn">,
  needs: readonly Need[],
  on: Day,
): Promise<CompetenceRegister | null> {
  const rows = await tx.competence.findMany({
    where: {
      bodyId,
      withdrawnAt: null,
      OR: needs.map(({ kind, what }) => ({ kind, what: sameWords(what) })),
    },
    select: { personId: true, kind: true, what: true, validUntil: true },
    orderBy: { id: "asc" },
  });
  if (rows.length === 0 && !(await tx.competence.findFirst({ where: { bodyId }, select: { id: true } })))
    return null;
  const held: Competence[] = rows.map(({ personId, validUntil, ...row }) => ({
    ...needOf(row),
    personId,
    validUntil: validUntil && dateToDay(validUntil),
  }));
  return { needs, held, on: audit.endsOn ?? on };
}

const sameWords = (what: string) => ({ equals: what.trim(), mode: "insensitive" as const });

/** Whether the actor may open the page of this person: planning, quality and administration, and everybody the own. */
export function mayReadPerson(actor: Actor, personId: string): boolean {
  return actor.side === "body" && (may(actor, "competence.read") || actor.personId === personId);
}
