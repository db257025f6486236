import "server-only";
import type { Actor } from "../actor";
import { db } from "./db";

/** Documents offered again: a report or minutes prove several acts of one audit. */
const MAX_OFFERED = 10;

/** The own documents that proved recorded acts of this project, the latest used first. The reach was checked before. */
export async function listKnownProofs(
  actor: Actor,
  projectId: string,
): Promise<{ id: string; name: string }[]> {
  return await db(actor).$queryRaw<{ id: string; name: string }[]>`
    SELECT s.id, s.name
    FROM recorded_act r JOIN event e ON e.id = r.event_id JOIN stored_file s ON s.id = r.file_id
    WHERE r.project_id = ${projectId}::uuid
    GROUP BY s.id, s.name ORDER BY max(e.no) DESC LIMIT ${MAX_OFFERED}`;
}
