import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { environment } from "../env";
import { didNotStay, FileRefused, type KeptFile, keptBytes } from "../files/folder";
import { keepName } from "../files/name";
import { refuseForRoom } from "../files/quota";
import type { ScanState, ScanView } from "../files/scan-state";
import { keyOf } from "../files/storage";
import { NotThere } from "../outcome";
import { db, type Prisma, withAsker } from "./db";
import { newId } from "./new-id";
import { knownId, projectsOfOwnActions, reachableProjects } from "./reach";
import { SCAN_VIEW } from "./scan-sql";
import { listSharedFiles } from "./shared-files";

/** A project whose files the actor may add to: engaged, the client's own, or one it was invited to propose for. */
function projectsWithFiles(actor: Actor): Prisma.ProjectWhereInput {
  if (actor.side === "client") return { OR: [reachableProjects(actor), projectsOfOwnActions(actor)] };
  return { OR: [reachableProjects(actor), { requests: { some: { bodyId: actor.organisationId } } }] };
}

/** The project a file may be added to or read from. Throws NotThere for a stranger, before a byte is read. */
export async function requireFileProject(actor: Actor, projectId: string): Promise<FoundFile["project"]> {
  const project = await db(actor).project.findFirst({
    where: { AND: [{ id: knownId(projectId) }, projectsWithFiles(actor)] },
    select: { id: true, clientId: true, bodyId: true },
  });
  if (!project) throw new NotThere();
  return project;
}

/** Throws FileRefused when the organisation has no room for so many bytes more. The same bytes count once, as they are kept. */
export async function requireRoom(actor: Actor, name: string, size: number): Promise<void> {
  const [kept] = await db(actor).$queryRaw<{ bytes: bigint }[]>`
    SELECT coalesce(sum(size), 0)::bigint AS bytes FROM
      (SELECT DISTINCT sha256, size FROM stored_file WHERE organisation_id = ${actor.organisationId}::uuid) AS kept`;
  const refusal = refuseForRoom(name, size, Number(kept?.bytes ?? 0), environment().CERTTRAIL_QUOTA_GB);
  if (refusal) throw new FileRefused(refusal);
}

/**
 * Keeps the row of a file whose bytes are kept, with what the scanner said of it. Returns the file's id. Throws FileRefused
 * when the sweeper has removed the bytes meanwhile: they were there before, long without a row.
 */
export async function addFile(
  actor: Actor,
  projectId: string,
  name: string,
  { scan, ...kept }: KeptFile,
  now: Date,
): Promise<string> {
  const project = await requireFileProject(actor, projectId);
  const id = newId();
  const keys = { projectId: project.id, clientId: project.clientId };
  const key = keyOf(actor.organisationId, kept.sha256);
  await withAsker(actor, async (tx) => {
    // The sweeper takes the same lock alone before it looks for a row and removes.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`;
    if (!(await keptBytes().has(key))) throw new FileRefused(didNotStay(name));
    await tx.storedFile.create({
      data: {
        id,
        ...keys,
        organisationId: actor.organisationId,
        side: actor.side,
        name: keepName(name),
        ...kept,
        uploadedById: actor.personId,
        uploadedAt: now,
        awaitsScan: scan === "quarantined",
      },
    });
    if (scan === "clean") await tx.fileScan.create({ data: { fileId: id, ...keys, scannedAt: now } });
  });
  return id;
}

/** A file as the download sends it; `keeper` is the organisation under which its bytes are kept. */
export interface FoundFile {
  id: string;
  project: { id: string; clientId: string; bodyId: string | null };
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  keeper: string;
  scan: ScanState;
}

/** What the scanner said of each of these files, by their ids; those the actor's organisation cannot reach are missing. */
export async function readScans(actor: Actor, fileIds: readonly string[]): Promise<Map<string, ScanView>> {
  if (fileIds.length === 0) return new Map();
  const files = await db(actor).$queryRaw<{ id: string; scan: ScanView }[]>`
    SELECT s.id, ${SCAN_VIEW} AS scan FROM stored_file s LEFT JOIN file_scan c ON c.file_id = s.id
    WHERE s.id = ANY(${[...new Set(fileIds)]}::uuid[])`;
  return new Map(files.map(({ id, scan }) => [id, scan]));
}

/**
 * A file the actor may read: the own side's, and the other side's once it is part of something shared (submitted
 * evidence, a proposal, the proof of a recorded act, a record of the client's own reviews). An action owner reads own
 * uploads and the evidence of own actions. Throws NotThere for everything else.
 */
export async function findFile(actor: Actor, projectId: string, fileId: string): Promise<FoundFile> {
  const project = await requireFileProject(actor, projectId);
  const file = await db(actor).storedFile.findFirst({
    where: { id: knownId(fileId), projectId: project.id },
  });
  if (!file) throw new NotThere();
  const isReadable = may(actor, "project.read")
    ? file.organisationId === actor.organisationId ||
      (await listSharedFiles(actor, project.id, [file.id])).has(file.id)
    : file.uploadedById === actor.personId || (await provesOwnAction(actor, file.id));
  if (!isReadable) throw new NotThere();
  const { name, mediaType, size, sha256, organisationId } = file;
  const scan = (await readScans(actor, [file.id])).get(file.id)?.state;
  if (!scan) throw new NotThere();
  return { id: file.id, project, name, mediaType, size, sha256, keeper: organisationId, scan };
}

async function provesOwnAction(actor: Actor, fileId: string): Promise<boolean> {
  const own = await db(actor).$queryRaw<unknown[]>`
    SELECT 1 FROM evidence e JOIN plan_action a ON a.id = e.action_id
    WHERE e.file_id = ${fileId}::uuid AND a.owner_id = ${actor.personId}::uuid LIMIT 1`;
  return own.length > 0;
}
