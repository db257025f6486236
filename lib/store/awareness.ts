import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { headcount } from "../audit-time/persons";
import type { AwarenessCount, AwarenessEntry } from "../awareness/awareness";
import { dateToDay } from "../day";
import { NotThere } from "../outcome";
import { db, type Tx } from "./db";
import { reachProject } from "./reach";
import type { LoadedProject } from "./record";
import { KeptFacts } from "./scope-content";

const PAGE_ROWS = 100;

/** An entry with its id and its proof. */
export interface KeptAwareness extends AwarenessEntry {
  id: string;
  file: { id: string; name: string } | null;
}

async function findTrained(actor: Actor, projectId: string): Promise<LoadedProject> {
  if (!may(actor, "preparation.read")) throw new NotThere();
  return await reachProject(actor, projectId);
}

/** One page of who was trained, by name, with the count of the whole; `after` is the last line of the page before it. */
export async function readAwareness(actor: Actor, projectId: string, after: string | undefined) {
  const project = await findTrained(actor, projectId);
  const rows = await findEntries(actor, project, PAGE_ROWS + 1, after);
  return {
    ...project,
    entries: rows.slice(0, PAGE_ROWS),
    hasMore: rows.length > PAGE_ROWS,
    count: await countAwareness(db(actor), project),
  };
}

/** Everybody who was trained. MAX_AWARENESS bounds them. */
export async function listAwareness(actor: Actor, projectId: string): Promise<KeptAwareness[]> {
  return await findEntries(actor, await findTrained(actor, projectId));
}

/** How many were trained, for readiness and the plan. */
export async function readAwarenessCount(actor: Actor, projectId: string): Promise<AwarenessCount> {
  return await countAwareness(db(actor), await findTrained(actor, projectId));
}

async function findEntries(actor: Actor, { record }: LoadedProject, take?: number, after?: string) {
  const rows = await db(actor).awarenessEntry.findMany({
    where: { projectId: record.id, clientId: record.clientId },
    include: { file: { select: { id: true, name: true } } },
    orderBy: [{ person: "asc" }, { heldOn: "desc" }, { id: "asc" }],
    ...(take ? { take } : {}),
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
  });
  return rows.map(({ id, person, topic, heldOn, words, file }) => ({
    ...{ id, person, topic, words, file },
    heldOn: dateToDay(heldOn),
  }));
}

async function countAwareness(from: Tx, { record }: LoadedProject): Promise<AwarenessCount> {
  const [counted] = await from.$queryRaw<{ trained: number; facts: unknown }[]>`
    SELECT (SELECT count(DISTINCT lower(person))::int FROM awareness_entry
        WHERE project_id = ${record.id}::uuid AND client_id = ${record.clientId}::uuid) AS trained,
      (SELECT facts FROM scope_profile WHERE project_id = ${record.id}::uuid AND client_id = ${record.clientId}::uuid
        ORDER BY no DESC LIMIT 1) AS facts`;
  const facts = counted?.facts ? KeptFacts.parse(counted.facts) : null;
  return { trained: counted?.trained ?? 0, persons: facts && headcount(facts.sites) };
}
