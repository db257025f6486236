import "server-only";
import type { Actor } from "../actor";
import type { KeptFile } from "../files/folder";
import { MAX_FILE_NAME } from "../files/limits";
import { NotThere } from "../outcome";
import { db, type Prisma } from "./db";
import { newId } from "./new-id";
import { knownId, projectsOfOwnActions, reachableProjects } from "./reach";

/** A project whose files the actor may add to: engaged, the client's own, or one it was invited to propose for. */
function projectsWithFiles(actor: Actor): Prisma.ProjectWhereInput {
  if (actor.side === "client") return { OR: [reachableProjects(actor), projectsOfOwnActions(actor)] };
  return { OR: [reachableProjects(actor), { requests: { some: { bodyId: actor.organisationId } } }] };
}

/** The project a file may be added to. Throws NotThere for a stranger, before a byte is read. */
export async function requireFileProject(
  actor: Actor,
  projectId: string,
): Promise<{ id: string; clientId: string }> {
  const project = await db().project.findFirst({
    where: { AND: [{ id: knownId(projectId) }, projectsWithFiles(actor)] },
    select: { id: true, clientId: true },
  });
  if (!project) throw new NotThere();
  return project;
}

/** Keeps the row of a file whose bytes are in the folder. Returns the file's id. */
export async function addFile(
  actor: Actor,
  projectId: string,
  name: string,
  kept: KeptFile,
  now: Date,
): Promise<string> {
  const project = await requireFileProject(actor, projectId);
  const id = newId();
  await db().storedFile.create({
    data: {
      id,
      projectId: project.id,
      clientId: project.clientId,
      organisationId: actor.organisationId,
      side: actor.side,
      name: name.slice(-MAX_FILE_NAME),
      ...kept,
      uploadedById: actor.personId,
      uploadedAt: now,
    },
  });
  return id;
}

/**
 * A file the actor may read: the own side's always; the other side's once it is attached to something shared (evidence
 * of a finding, a proposal of one's own, the proof of a recorded act). Throws NotThere for everything else.
 */
export async function findFile(actor: Actor, projectId: string, fileId: string) {
  const project = await requireFileProject(actor, projectId);
  const file = await db().storedFile.findFirst({
    where: { id: knownId(fileId), projectId: project.id },
    include: { evidence: { select: { fileId: true }, take: 1 } },
  });
  if (!file) throw new NotThere();
  const isOwn = file.organisationId === actor.organisationId;
  if (!isOwn && file.evidence.length === 0 && !(await isShared(actor, project.id, file.id)))
    throw new NotThere();
  return {
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    keeper: file.organisationId,
  };
}

async function isShared(actor: Actor, projectId: string, fileId: string): Promise<boolean> {
  if (actor.side === "client") {
    const proposal = await db().proposal.findFirst({ where: { projectId, fileId }, select: { id: true } });
    if (proposal) return true;
  }
  const proof = await db().recordedAct.findFirst({ where: { projectId, fileId }, select: { eventId: true } });
  return proof !== null;
}
