import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { dayToDate, today } from "../day";
import { NotThere, Rejected } from "../outcome";
import { type BodyNote, isGraded } from "../selection/body-notes";
import type { Submission } from "./act";
import { visibleBodies } from "./bodies";
import { db, type Tx } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { knownId } from "./reach";
import { withTx } from "./tx";

/** What one client keeps of one body at most. */
export const MAX_BODY_NOTES = 100;

/** A note as the register shows it, with who wrote it. */
export interface ShownBodyNote extends BodyNote {
  id: string;
  bodyId: string;
  by: string;
}

/**
 * Notes what the client knows of a body, its own or one on CertTrail; it is the client's alone to read. Throws Rejected for a day that
 * lies ahead, a missing grade or source, and once there are too many.
 */
export async function addBodyNote(
  actor: Actor,
  { bodyId, ...note }: BodyNote & { bodyId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "register.note");
  if (isGraded(note.kind) !== (note.grade !== null)) throw new Rejected({ grade: "Choose a grade." });
  if (note.kind !== "experience" && note.source === null)
    throw new Rejected({ source: "Enter where this comes from." });
  if (note.notedOn > today(actor.timeZone, submission.now))
    throw new Rejected({ notedOn: "Enter today or an earlier day." });
  return await withTx(actor, submission, async (tx) => {
    const body = await findVisibleBody(tx, actor, bodyId);
    const own = { clientId: actor.organisationId, bodyId: body.id };
    if ((await tx.bodyNote.count({ where: own })) >= MAX_BODY_NOTES)
      throw new Rejected({ words: `Up to ${MAX_BODY_NOTES} notes are kept on one body. Remove one.` });
    const by = { notedById: actor.personId, notedAt: submission.now };
    await tx.bodyNote.create({
      data: { id: newId(), ...own, ...note, notedOn: dayToDate(note.notedOn), ...by },
    });
    const data = { body: body.name, kind: note.kind };
    await tellOrganisation(tx, actor, "register.addNote", body.id, data, submission.now);
    return null;
  });
}

/** Takes a note away that was a mistake. */
export async function removeBodyNote(
  actor: Actor,
  { bodyId, noteId }: { bodyId: string; noteId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "register.note");
  return await withTx(actor, submission, async (tx) => {
    const body = await findVisibleBody(tx, actor, bodyId);
    const where = { id: knownId(noteId), clientId: actor.organisationId, bodyId: body.id };
    const note = await tx.bodyNote.findFirst({ where });
    if (!note) throw new NotThere();
    await tx.bodyNote.delete({ where: { id: note.id } });
    const data = { body: body.name, kind: note.kind };
    await tellOrganisation(tx, actor, "register.removeNote", body.id, data, submission.now);
    return null;
  });
}

/** The client's notes on these bodies, the newest first; none for who may not read its register. One statement. */
export async function listBodyNotes(actor: Actor, bodyIds: readonly string[]): Promise<ShownBodyNote[]> {
  if (actor.side !== "client" || !may(actor, "register.read")) return [];
  return await db(actor).$queryRaw<ShownBodyNote[]>`
    SELECT n.id, n.body_id AS "bodyId", n.kind, n.noted_on::text AS "notedOn", n.source, n.words, n.grade,
      coalesce(p.name, 'Somebody who has left') AS by
    FROM body_note n LEFT JOIN person p ON p.id = n.noted_by_id
    WHERE n.client_id = ${actor.organisationId}::uuid AND n.body_id = ANY (${[...bodyIds]}::uuid[])
    ORDER BY n.noted_on DESC, n.id DESC LIMIT ${MAX_BODY_NOTES * Math.max(1, bodyIds.length)}`;
}

async function findVisibleBody(tx: Tx, actor: Actor, bodyId: string) {
  const body = await tx.organisation.findFirst({
    where: { AND: [{ id: knownId(bodyId) }, visibleBodies(actor)] },
    select: { id: true, name: true },
  });
  if (!body) throw new NotThere();
  return body;
}
