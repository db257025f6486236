import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay } from "../day";
import type { TieKind } from "../lifecycle/record";
import type { Need } from "../lifecycle/team-competence";
import type { TieDecision, TieThreat } from "../lifecycle/tie-words";
import type { Role } from "../lifecycle/who";
import { NotThere } from "../outcome";
import { mayReadPerson, needOf } from "./competences";
import { db } from "./db";
import { knownId } from "./reach";
import { listKnownClients } from "./ties";

export interface CompetenceView extends Need {
  id: string;
  validUntil: Day | null;
  proof: string;
  recordedBy: string;
  recordedAt: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
}

export interface TieView {
  id: string;
  client: string;
  kind: TieKind;
  startedOn: Day | null;
  endedOn: Day | null;
  words: string | null;
  threat: TieThreat | null;
  /** Whether the client stated it, with its choice of the body. */
  isOfClient: boolean;
  declaredBy: string | null;
  decision: TieDecision | null;
  decisionWords: string | null;
  decidedBy: string | null;
  decidedOn: Day | null;
}

export interface PersonPage {
  personId: string;
  name: string;
  roles: Role[];
  active: boolean;
  competences: CompetenceView[];
  ties: TieView[];
  /** Whom a tie can be declared to. */
  clients: { id: string; name: string }[];
}

/** The most rows of one kind that the page shows, the newest first. */
const MAX_ROWS = 200;

/**
 * A person of the own body with competences and ties. Throws NotThere for everybody but planning, quality, administration
 * and the person.
 */
export async function readPerson(actor: Actor, personId: string): Promise<PersonPage> {
  const id = knownId(personId);
  if (!mayReadPerson(actor, id)) throw new NotThere();
  const bodyId = actor.organisationId;
  const member = await db(actor).membership.findUnique({
    where: { organisationId_personId: { organisationId: bodyId, personId: id } },
    select: { roles: true, active: true, person: { select: { name: true } } },
  });
  if (!member) throw new NotThere();
  const competences = await db(actor).competence.findMany({
    where: { bodyId, personId: id },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MAX_ROWS,
  });
  const ties = await db(actor).tie.findMany({
    where: { bodyId, personId: id },
    orderBy: [{ endedOn: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: MAX_ROWS,
  });
  const clients = await listKnownClients(db(actor), actor);
  const names = await nameAll(actor, [
    ...competences.flatMap((one) => [one.recordedById, one.withdrawnById]),
    ...ties.flatMap((one) => [one.declaredById, one.decidedById]),
  ]);
  const nameOf = (person: string | null) => (person === null ? null : (names.get(person) ?? "Somebody"));
  const clientOf = (client: string) => clients.find((one) => one.id === client)?.name ?? "A former client";
  return {
    ...{
      personId: id,
      name: member.person.name,
      roles: member.roles as Role[],
      active: member.active,
      clients,
    },
    competences: competences.map(({ recordedById, withdrawnById, validUntil, ...one }) => ({
      ...needOf(one),
      ...{ id: one.id, proof: one.proof, recordedAt: one.recordedAt, withdrawnAt: one.withdrawnAt },
      validUntil: validUntil && dateToDay(validUntil),
      recordedBy: nameOf(recordedById) ?? "Somebody",
      withdrawnBy: nameOf(withdrawnById),
    })),
    ties: ties.map((tie) => ({
      ...{ id: tie.id, words: tie.words, decisionWords: tie.decisionWords },
      ...{ kind: tie.kind as TieKind, threat: tie.threat as TieThreat | null },
      client: clientOf(tie.clientId),
      startedOn: tie.startedOn && dateToDay(tie.startedOn),
      endedOn: tie.endedOn && dateToDay(tie.endedOn),
      isOfClient: tie.declaredByOrganisationId === tie.clientId,
      declaredBy: nameOf(tie.declaredById),
      decision: tie.decision as TieDecision | null,
      decidedBy: nameOf(tie.decidedById),
      decidedOn: tie.decidedOn && dateToDay(tie.decidedOn),
    })),
  };
}

async function nameAll(actor: Actor, ids: (string | null)[]): Promise<Map<string, string>> {
  const people = await db(actor).person.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
