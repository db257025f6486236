import "server-only";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import { db } from "./db";
import { knownId, reachableProjects } from "./reach";
import { type LoadedProject, loadRecords } from "./record";

/** Projects one page shows; a longer list is paged. */
export const PROJECTS_PER_PAGE = 50;

export interface PortfolioProject extends LoadedProject {
  clientName: string;
  bodyName: string | null;
}

/** A page of the actor's projects, newest first. */
export interface Portfolio {
  projects: PortfolioProject[];
  /** Where the next page begins; null when there is none. */
  next: string | null;
}

/**
 * The actor's projects, newest first, each with its record: two statements however many there are, and one more from the
 * second page on. Throws NotThere when the page is to begin at a project that the actor does not reach.
 */
export async function listProjects(actor: Actor, after?: string): Promise<Portfolio> {
  const from =
    after &&
    (await db(actor).project.findFirst({
      where: { AND: [reachableProjects(actor), { id: knownId(after) }] },
      select: { id: true, createdAt: true },
    }));
  if (after && !from) throw new NotThere();
  const older = from && {
    OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }],
  };
  const found = await db(actor).project.findMany({
    where: { AND: [reachableProjects(actor), older || {}] },
    select: { id: true, client: { select: { name: true } }, body: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PROJECTS_PER_PAGE + 1,
  });
  const shown = found.slice(0, PROJECTS_PER_PAGE);
  const records = await loadRecords(
    db(actor),
    shown.map(({ id }) => id),
  );
  const projects = shown.flatMap(({ id, client, body }) => {
    const loaded = records.get(id);
    return loaded ? [{ ...loaded, clientName: client.name, bodyName: body?.name ?? null }] : [];
  });
  return { projects, next: found.length > PROJECTS_PER_PAGE ? (shown.at(-1)?.id ?? null) : null };
}
