import "server-only";
import { cache } from "react";
import { may } from "../access";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import { db, Prisma, type Tx } from "./db";
import { type LoadedProject, loadRecords } from "./record";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id from outside, or NotThere: an id that is none cannot be anybody's. */
export function knownId(id: string): string {
  if (!UUID.test(id)) throw new NotThere();
  return id.toLowerCase();
}

/** Matches no project: what a person without the right to read projects can reach. */
const NOWHERE: Prisma.ProjectWhereInput = { id: { in: [] } };

/** Where a project is open to the actor: the client's own, and the body's once the engagement letter is signed. */
export function reachableProjects(actor: Actor): Prisma.ProjectWhereInput {
  if (!may(actor, "project.read")) return NOWHERE;
  return actor.side === "client"
    ? { clientId: actor.organisationId }
    : { bodyId: actor.organisationId, certificationCase: { isNot: null } };
}

/** The same reach as a condition on `project p`, for statements written by hand. */
export function reachSql(actor: Actor): Prisma.Sql {
  if (!may(actor, "project.read")) return Prisma.sql`false`;
  return actor.side === "client"
    ? Prisma.sql`p.client_id = ${actor.organisationId}::uuid`
    : Prisma.sql`(p.body_id = ${actor.organisationId}::uuid AND EXISTS (SELECT FROM certification_case k WHERE k.project_id = p.id))`;
}

/** The projects in which the actor owns a corrective action: an action owner's only way in, to the own actions alone. */
export function projectsOfOwnActions(actor: Actor): Prisma.ProjectWhereInput {
  return {
    clientId: actor.organisationId,
    certificationCase: { findings: { some: { plan: { actions: { some: { ownerId: actor.personId } } } } } },
  };
}

/** The projects in which the actor owns a task of the plan: an action owner's only way to that task, and to nothing else. */
export function projectsOfOwnTasks(actor: Actor): Prisma.ProjectWhereInput {
  return { clientId: actor.organisationId, planTasks: { some: { ownerId: actor.personId } } };
}

/** The same condition for SQL of our own, over `project p`. The two are tested against each other. */
export function reachableProjectSql(actor: Actor): Prisma.Sql {
  if (!may(actor, "project.read")) return Prisma.sql`false`;
  const { side, organisationId } = actor;
  return side === "client"
    ? Prisma.sql`p.client_id = ${organisationId}::uuid`
    : Prisma.sql`p.body_id = ${organisationId}::uuid
        AND EXISTS (SELECT FROM certification_case c WHERE c.project_id = p.id)`;
}

/** The project's record, looked up through the actor. Throws NotThere for a project of somebody else. */
export async function findProject(tx: Tx, actor: Actor, projectId: string): Promise<LoadedProject> {
  const found = await tx.project.findFirst({
    where: { AND: [{ id: knownId(projectId) }, reachableProjects(actor)] },
    select: { id: true },
  });
  if (!found) throw new NotThere();
  return await loadOne(tx, found.id);
}

/**
 * The project's record for reading. The readers of one page share what the first of them found; anywhere else each looks it up
 * anew, as acts always do with findProject. Throws NotThere for a project of somebody else.
 */
export const reachProject = cache(
  async (actor: Actor, projectId: string): Promise<LoadedProject> =>
    await findProject(db(actor), actor, projectId),
);

/** The record of a project whose reach was already checked. */
export async function loadOne(db: Tx, projectId: string): Promise<LoadedProject> {
  const loaded = (await loadRecords(db, [projectId])).get(projectId);
  if (!loaded) throw new NotThere();
  return loaded;
}
