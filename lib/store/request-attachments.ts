import "server-only";
import type { Actor } from "../actor";
import type { ScanView } from "../files/scan-state";
import { Changed, NotThere, Rejected } from "../outcome";
import { type Act, actOnProject, type Submission } from "./act";
import { db } from "./db";
import { type FoundFile, findFile } from "./files";
import { tell } from "./move";
import { permit } from "./permit";
import { knownId } from "./reach";
import { SCAN_VIEW } from "./scan-sql";
import { requireSourcingState } from "./sourcing";

/** A body reads what it is given; more documents than this are no request any more. */
export const MAX_ATTACHMENTS = 20;

export interface AttachToRequest {
  projectId: string;
  fileId: string;
  note: string | null;
}

/**
 * Gives a file of the client to every body that is asked, also after the request was sent; those that were asked are then told.
 * Throws Rejected past MAX_ATTACHMENTS, for a file that is attached already and for one that somebody else keeps.
 */
export async function attachToRequest(
  actor: Actor,
  input: AttachToRequest,
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.attach");
  return await actOnProject(actor, input, submission, async (act) => {
    requireSourcingState(act, "Add a document to the request", "planning", "rfp_open", "evaluating");
    const { id: projectId, clientId } = act.project.record;
    const file = await requireFreeFile(act, knownId(input.fileId));
    const attached = await act.tx.requestAttachment.count({ where: { projectId } });
    if (attached >= MAX_ATTACHMENTS)
      throw new Rejected({ fileId: `${MAX_ATTACHMENTS} documents are added already. Put several into one.` });
    await act.tx.requestAttachment.create({
      data: {
        ...{ fileId: file.id, projectId, clientId, note: input.note },
        ...{ addedById: actor.personId, addedAt: submission.now },
      },
    });
    // Whom else the client asked is not for the bodies to know: the entry is the client's, the message goes to each.
    const subject = { type: "project", id: projectId };
    await tell(act, "proposal.attach", subject, { name: file.name }, { audience: "own" });
    return null;
  });
}

async function requireFreeFile({ tx, actor, project }: Act, id: string) {
  const file = await tx.storedFile.findFirst({
    where: { id, projectId: project.record.id, organisationId: actor.organisationId },
    select: { id: true, name: true, attachment: { select: { fileId: true } } },
  });
  if (!file) throw new Rejected({ fileId: "Add the file again." });
  if (file.attachment) throw new Rejected({ fileId: `${file.name} is added already.` });
  return file;
}

/** Takes a document back before anybody was asked. Throws NotThere for one that is not attached, Refused once the request is out. */
export async function detachFromRequest(
  actor: Actor,
  { projectId, fileId }: { projectId: string; fileId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.attach");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireSourcingState(act, "Take a document from the request", "planning");
    const where = { fileId: knownId(fileId), projectId: act.project.record.id };
    const kept = await act.tx.requestAttachment.findFirst({
      where,
      select: { file: { select: { name: true } } },
    });
    if (!kept) throw new NotThere();
    const { count } = await act.tx.requestAttachment.deleteMany({ where });
    if (count !== 1) throw new Changed();
    const subject = { type: "project", id: where.projectId };
    await tell(act, "proposal.detach", subject, { name: kept.file.name }, { audience: "own" });
    return null;
  });
}

/** A document of a request, as client and bodies read it. */
export interface Attachment {
  fileId: string;
  name: string;
  /** In bytes. */
  size: number;
  note: string | null;
  addedAt: Date;
  scan: ScanView;
}

/**
 * The documents of a request, the first one first: for its client, and for a body that was asked while its request stands. The
 * project was looked up through the actor.
 */
export async function listAttachments(actor: Actor, projectId: string): Promise<Attachment[]> {
  return await db(actor).$queryRaw<Attachment[]>`
    SELECT a.file_id::text AS "fileId", s.name, s.size, a.note, a.added_at AS "addedAt", ${SCAN_VIEW} AS scan
    FROM request_attachment a JOIN stored_file s ON s.id = a.file_id LEFT JOIN file_scan c ON c.file_id = s.id
    WHERE a.project_id = ${projectId}::uuid AND (a.client_id = ${actor.organisationId}::uuid OR is_asked_about(a.project_id))
    ORDER BY a.added_at, a.file_id LIMIT ${MAX_ATTACHMENTS}`;
}

/** A document of a request as its download sends it, and nothing else of the project. Throws NotThere for every other file. */
export async function findAttachment(actor: Actor, projectId: string, fileId: string): Promise<FoundFile> {
  const attached = await listAttachments(actor, knownId(projectId));
  if (!attached.some((one) => one.fileId === knownId(fileId))) throw new NotThere();
  return await findFile(actor, projectId, fileId);
}
