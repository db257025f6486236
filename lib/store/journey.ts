import "server-only";
import type { Actor } from "../actor";
import { db } from "./db";
import { readProjectHead } from "./project-head";
import { knownId, loadOne } from "./reach";

/** What the journey and the overview show beside the record: names of the parties and sites. */
export async function readJourney(actor: Actor, projectId: string) {
  const head = await readProjectHead(actor, projectId);
  const [loaded, sites] = await Promise.all([
    loadOne(db(actor), head.id),
    db(actor).site.findMany({
      where: { organisation: { projects: { some: { id: knownId(projectId) } } } },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  const inScope = new Set(loaded.record.siteIds);
  return {
    ...loaded,
    ...head,
    siteNames: sites.filter(({ id }) => inScope.has(id)).map(({ name }) => name),
  };
}
