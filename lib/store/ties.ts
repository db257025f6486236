import "server-only";
import type { Actor } from "../actor";
import { type Day, dayToDate, isAfter, today } from "../day";
import { isWork } from "../lifecycle/reading";
import type { TieKind } from "../lifecycle/record";
import { refuse } from "../lifecycle/refusal";
import type { TieDecision, TieThreat } from "../lifecycle/tie-words";
import { NotThere, Refused, Rejected } from "../outcome";
import type { Submission } from "./act";
import { findColleague } from "./competences";
import type { Tx } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { knownId } from "./reach";
import { withTx } from "./tx";

export interface DeclareTie {
  personId: string;
  clientId: string;
  kind: TieKind;
  startedOn: Day | null;
  /** Null = it goes on. */
  endedOn: Day | null;
  threat: TieThreat;
  words: string;
}

/**
 * Declares what ties a person of the own body to a client (IMP-7): everybody the own, planning and quality those of anybody.
 * Throws Refused for somebody else's and Rejected for days that cannot be.
 */
export async function declareTie(
  actor: Actor,
  { personId, clientId, ...tie }: DeclareTie,
  submission: Submission,
): Promise<null> {
  permit(actor, "tie.declare");
  if (actor.personId !== personId) permit(actor, "competence.record");
  const day = today(actor.timeZone, submission.now);
  if (tie.endedOn !== null && isAfter(tie.endedOn, day))
    throw new Rejected({ endedOn: "Enter today or an earlier day. Leave it empty while it goes on." });
  if (tie.startedOn !== null && isAfter(tie.startedOn, tie.endedOn ?? day))
    throw new Rejected({ startedOn: "Enter a day that is not after the last day." });
  return await withTx(actor, submission, async (tx) => {
    const person = await findColleague(tx, actor, personId);
    const client = (await listKnownClients(tx, actor)).find(({ id }) => id === clientId);
    if (!client) throw new Rejected({ clientId: "Choose a client from the list." });
    await tx.tie.create({
      data: {
        ...{ id: newId(), bodyId: actor.organisationId, clientId: client.id, personId: person.personId },
        ...{ kind: tie.kind, threat: tie.threat, words: tie.words.trim() },
        startedOn: tie.startedOn && dayToDate(tie.startedOn),
        endedOn: tie.endedOn && dayToDate(tie.endedOn),
        declaredByOrganisationId: actor.organisationId,
        ...{ declaredById: actor.personId, declaredAt: submission.now },
      },
    });
    const data = { person: person.name, client: client.name };
    await tellOrganisation(tx, actor, "tie.declare", person.personId, data, submission.now);
    return null;
  });
}

export interface DecideTie {
  personId: string;
  tieId: string;
  decision: TieDecision;
  words: string;
}

/**
 * Decides whether the person may take part all the same, with the safeguards or the reason (IMP-7). Work for the client
 * cannot be cleared (IMP-4), and nobody decides on the own.
 */
export async function decideTie(
  actor: Actor,
  { personId, tieId, decision, words }: DecideTie,
  submission: Submission,
): Promise<null> {
  permit(actor, "tie.decide");
  return await withTx(actor, submission, async (tx) => {
    const person = await findColleague(tx, actor, personId);
    const tie = await tx.tie.findFirst({
      where: { id: knownId(tieId), bodyId: actor.organisationId, personId: person.personId },
    });
    if (!tie) throw new NotThere();
    const refusals = [
      ...(person.personId === actor.personId ? [refuse("conflict-own", {})] : []),
      ...(decision === "cleared" && isWork(tie.kind as TieKind) ? [refuse("conflict-is-work", {})] : []),
    ];
    if (refusals.length > 0) throw new Refused(refusals);
    const decidedOn = dayToDate(today(actor.timeZone, submission.now));
    await tx.tie.update({
      where: { id: tie.id },
      data: { decision, decisionWords: words.trim(), decidedById: actor.personId, decidedOn },
    });
    const data = { person: person.name, cleared: decision === "cleared" };
    await tellOrganisation(tx, actor, "tie.decide", person.personId, data, submission.now);
    return null;
  });
}

/** Notes the last day of a tie that goes on; from then the two years count. */
export async function endTie(
  actor: Actor,
  { personId, tieId, endedOn }: { personId: string; tieId: string; endedOn: Day },
  submission: Submission,
): Promise<null> {
  permit(actor, "competence.record");
  if (isAfter(endedOn, today(actor.timeZone, submission.now)))
    throw new Rejected({ endedOn: "Enter today or an earlier day." });
  return await withTx(actor, submission, async (tx) => {
    const person = await findColleague(tx, actor, personId);
    // What the body declared is the body's own: no other can declare a tie of one of its people.
    const own = { personId: person.personId, declaredByOrganisationId: actor.organisationId };
    const tie = await tx.tie.findFirst({ where: { id: knownId(tieId), ...own, endedOn: null } });
    if (!tie) throw new NotThere();
    if (tie.startedOn && dayToDate(endedOn) < tie.startedOn)
      throw new Rejected({ endedOn: "Enter a day that is not before the first day." });
    await tx.tie.update({ where: { id: tie.id }, data: { endedOn: dayToDate(endedOn) } });
    await tellOrganisation(tx, actor, "tie.end", person.personId, { person: person.name }, submission.now);
    return null;
  });
}

/** Clients at most in a list to choose from. */
const MAX_CLIENTS = 500;

/** The clients that the body works for or was asked by, by name. */
export async function listKnownClients(tx: Tx, actor: Actor): Promise<{ id: string; name: string }[]> {
  const bodyId = actor.organisationId;
  return await tx.organisation.findMany({
    where: { kind: "client", projects: { some: { OR: [{ bodyId }, { requests: { some: { bodyId } } }] } } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MAX_CLIENTS,
  });
}
