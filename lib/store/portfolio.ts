import "server-only";
import type { Actor } from "../actor";
import { db } from "./db";
import { reachableProjects } from "./reach";
import { type LoadedProject, loadRecords } from "./record";

/** Projects one page shows; a longer list is paged. */
export const PROJECTS_PER_PAGE = 50;

export interface PortfolioProject extends LoadedProject {
  clientName: string;
  bodyName: string | null;
}

/** The actor's projects, newest first, each with its record: two statements however many there are. */
export async function listProjects(actor: Actor, after?: string): Promise<PortfolioProject[]> {
  const found = await db(actor).project.findMany({
    where: reachableProjects(actor),
    select: { id: true, client: { select: { name: true } }, body: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PROJECTS_PER_PAGE,
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const records = await loadRecords(
    db(actor),
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, client, body }) => {
    const loaded = records.get(id);
    return loaded ? [{ ...loaded, clientName: client.name, bodyName: body?.name ?? null }] : [];
  });
}
