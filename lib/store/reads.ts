import "server-only";
import type { Actor } from "../actor";
import type { EventDataOf, ReadKind } from "../lifecycle/event";
import { NotThere } from "../outcome";
import { db, type Prisma, type Tx, withAsker } from "./db";
import type { FoundFile } from "./files";
import { tell } from "./move";
import { permit } from "./permit";
import { reachProject } from "./reach";

/** What a person opens again within this time is the same read. */
export const SAME_READ_MS = 60 * 60 * 1000;

interface Read<K extends ReadKind = ReadKind> {
  project: { id: string; clientId: string };
  kind: K;
  subject: { type: string; id: string };
  data: EventDataOf<K>;
  audience: "both" | "own";
}

/**
 * Leaves an entry that the actor has opened a file. The side that keeps the file sees who of the other side did; what
 * one's own side opens stays with it, and so does the client's look at an offer: another body must not learn of it.
 */
export async function recordFileRead(actor: Actor, file: FoundFile, now: Date): Promise<void> {
  const isOwn = file.keeper === actor.organisationId;
  const isShared = !isOwn && (actor.side === "body" || file.keeper === file.project.bodyId);
  await recordRead(
    actor,
    {
      project: file.project,
      kind: "file.read",
      subject: { type: "file", id: file.id },
      data: { name: file.name },
      audience: isShared ? "both" : "own",
    },
    now,
  );
}

/** Leaves an entry that the actor has opened an issued report, for both sides to see. */
export async function recordReportRead(
  actor: Actor,
  project: Read["project"],
  report: { auditId: string; name: string },
  now: Date,
): Promise<void> {
  const subject = { type: "audit", id: report.auditId };
  const data = { report: report.name };
  await recordRead(actor, { project, kind: "report.read", subject, data, audience: "both" }, now);
}

/**
 * Leaves an entry that the actor takes the whole project away, each time. Both sides see it; that is all it says, because
 * a number of files would tell a body how many others were asked. Throws NotThere for somebody else's project and Refused
 * for a role that may not.
 */
export async function recordExport(actor: Actor, projectId: string, now: Date): Promise<void> {
  const { record: project } = await reachProject(actor, projectId);
  permit(actor, "project.export");
  await withAsker(actor, async (tx) => {
    const act = { tx, actor, project: { record: project }, submission: { now }, recorded: null };
    await tell(act, "project.export", { type: "project", id: project.id }, {});
  });
}

async function recordRead<K extends ReadKind>(actor: Actor, read: Read<K>, now: Date): Promise<void> {
  if (await isRecorded(db(actor), actor, read, now)) return;
  await withAsker(actor, async (tx) => {
    // Two windows opened at once are one read: the second waits here, then sees the first one's entry.
    const locked = await tx.$executeRaw`SELECT FROM project WHERE id = ${read.project.id}::uuid FOR UPDATE`;
    if (locked !== 1) throw new NotThere();
    if (await isRecorded(tx, actor, read, now)) return;
    const { kind, subject, data, audience } = read;
    const act = { tx, actor, project: { record: read.project }, submission: { now }, recorded: null };
    await tell(act, kind, subject, data, { audience });
  });
}

async function isRecorded(tx: Tx, { personId, organisationId }: Actor, read: Read, now: Date) {
  const earlier = await tx.event.findFirst({
    where: {
      projectId: read.project.id,
      subjectId: read.subject.id,
      kind: read.kind,
      personId,
      organisationId,
      at: { gt: new Date(now.getTime() - SAME_READ_MS) },
      data: { equals: read.data as Prisma.InputJsonValue },
    },
    select: { no: true },
  });
  return earlier !== null;
}
