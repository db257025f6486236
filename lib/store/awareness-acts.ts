import "server-only";
import type { Actor } from "../actor";
import { type AwarenessEntry, MAX_AWARENESS } from "../awareness/awareness";
import { dateToDay, formatDay } from "../day";
import { NotThere, Rejected } from "../outcome";
import { actOnProject, type Submission } from "./act";
import { findFile } from "./files";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { knownId } from "./reach";

export interface AddAwareness {
  projectId: string;
  entries: readonly AwarenessEntry[];
  /** A file that shows all of them. */
  fileId: string | null;
}

/**
 * Enters who was trained, all of them or none; what is entered already stays as it is. Throws Rejected for a day that has not
 * come and for more than a project can have.
 */
export async function addAwareness(
  actor: Actor,
  { projectId, entries, fileId }: AddAwareness,
  submission: Submission,
): Promise<{ count: number }> {
  permit(actor, "awareness.edit");
  if (fileId !== null) await findFile(actor, projectId, fileId);
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { id, clientId } = act.project.record;
    const { today } = act.moment;
    if (entries.some(({ heldOn }) => heldOn > today)) {
      throw new Rejected({ heldOn: `Enter today, ${formatDay(today)}, or a day before it.` });
    }
    const column = <Value>(pick: (entry: AwarenessEntry) => Value) => entries.map(pick);
    const count = await act.tx.$executeRaw`
      INSERT INTO awareness_entry (id, project_id, client_id, person, topic, held_on, file_id, words, added_by_id, added_at)
      SELECT r.id, ${id}::uuid, ${clientId}::uuid, r.person, r.topic, r.held_on, ${fileId && knownId(fileId)}::uuid, r.words,
        ${actor.personId}::uuid, ${submission.now}
      FROM unnest(${column(() => newId())}::uuid[], ${column(({ person }) => person)}::text[],
        ${column(({ topic }) => topic)}::text[], ${column(({ heldOn }) => heldOn)}::date[],
        ${column(({ words }) => words)}::text[]) AS r (id, person, topic, held_on, words)
      ON CONFLICT (client_id, project_id, person, topic, held_on) DO NOTHING`;
    if ((await act.tx.awarenessEntry.count({ where: { projectId: id, clientId } })) > MAX_AWARENESS) {
      throw new Rejected({ list: `A project can have ${MAX_AWARENESS} entries.` });
    }
    if (count === 0) return { count };
    // The trail keeps what it is told for ever: how many, and no name.
    await tell(act, "awareness.add", { type: "project", id }, { count }, { audience: "own" });
    return { count };
  });
}

/** Takes an entry away; the trail says that there was one, not whose. */
export async function removeAwareness(
  actor: Actor,
  { projectId, entryId }: { projectId: string; entryId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "awareness.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { id, clientId } = act.project.record;
    const where = { id: knownId(entryId), projectId: id, clientId };
    const found = await act.tx.awarenessEntry.findFirst({ where, select: { topic: true, heldOn: true } });
    if (!found) throw new NotThere();
    await act.tx.awarenessEntry.deleteMany({ where });
    const data = { topic: found.topic, on: dateToDay(found.heldOn) };
    await tell(act, "awareness.remove", { type: "project", id }, data, { audience: "own" });
    return null;
  });
}
