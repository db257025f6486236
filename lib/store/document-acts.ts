import "server-only";
import type { Actor } from "../actor";
import { type Day, dayToDate, formatDay } from "../day";
import { refuse } from "../lifecycle/refusal";
import { Changed, NotThere, Refused, Rejected } from "../outcome";
import { mandatoryDocuments } from "../standards/documents";
import { type Act, actOnProject, type Submission } from "./act";
import { MAX_DOCUMENTS } from "./documents";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { knownId } from "./reach";

/** What is said about a document, whatever its version. */
export interface DocumentEntry {
  title: string;
  /** A requirement of its own; those of the documents it answers are known. */
  clause: string | null;
  /** Ids of `mandatoryDocuments` that it answers. */
  answers: readonly string[];
  ownerId: string | null;
  reviewDueOn: Day | null;
}

/** One version of a document: who wrote it and where it is. */
export interface DocumentVersion {
  versionLabel: string;
  authorId: string;
  fileId: string | null;
  link: string | null;
}

/** Which document an act is about, and the version of its row that the page showed. */
export interface DocumentAct {
  projectId: string;
  documentId: string;
  version?: number;
}

/** Adds a document as a draft. Throws Rejected for people who are nobody of the client and a file that is not its own. */
export async function addDocument(
  actor: Actor,
  { projectId, ...input }: DocumentEntry & DocumentVersion & { projectId: string },
  submission: Submission,
): Promise<{ id: string }> {
  permit(actor, "document.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { id: project, clientId } = act.project.record;
    if ((await act.tx.document.count({ where: { projectId: project } })) >= MAX_DOCUMENTS) {
      throw new Rejected({ title: `A register can have ${MAX_DOCUMENTS} documents.` });
    }
    const columns = { ...entryOf(act, input), ...(await versionOf(act, input)) };
    const id = newId();
    const keys = { id, projectId: project, clientId, createdAt: act.submission.now };
    await act.tx.document.create({ data: { ...keys, ...columns } });
    await tellDocument(act, "document.add", id, { document: input.title, version: input.versionLabel });
    return { id };
  });
}

/** Changes what is said about a document; its version and its approval stay. */
export async function editDocument(
  actor: Actor,
  { projectId, documentId, version, ...entry }: DocumentEntry & DocumentAct,
  submission: Submission,
): Promise<null> {
  permit(actor, "document.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const before = await findDocument(act, documentId);
    await updateDocument(act, before, version, entryOf(act, entry, before.ownerId));
    await tellDocument(act, "document.edit", before.id, { document: entry.title });
    return null;
  });
}

/** Enters another version: it is a draft again, whatever was approved or frozen before. */
export async function renewDocument(
  actor: Actor,
  { projectId, documentId, version, ...input }: DocumentVersion & DocumentAct,
  submission: Submission,
): Promise<null> {
  permit(actor, "document.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const before = await findDocument(act, documentId);
    const draft = { state: "draft", approverId: null, approvedOn: null };
    await updateDocument(act, before, version, { ...(await versionOf(act, input)), ...draft });
    const data = { document: before.title, version: input.versionLabel };
    await tellDocument(act, "document.renew", before.id, data);
    return null;
  });
}

/** Approves the version that is a draft, as the actor: never who wrote it. There has to be something to approve. */
export async function approveDocument(
  actor: Actor,
  { projectId, documentId, version, approvedOn }: DocumentAct & { approvedOn: Day },
  submission: Submission,
): Promise<null> {
  permit(actor, "document.approve");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const before = await findDocument(act, documentId);
    if (before.authorId === actor.personId) throw new Refused([refuse("own-document", {})]);
    if (before.state !== "draft") throw new Changed("This version is approved already.");
    if (!before.fileId && !before.link) {
      throw new Rejected({
        approvedOn: "Enter a version with a file or a link first, so that it is clear what is approved.",
      });
    }
    const { today } = act.moment;
    if (approvedOn > today) {
      throw new Rejected({ approvedOn: `Enter today, ${formatDay(today)}, or a day before it.` });
    }
    const approval = { state: "approved", approverId: actor.personId, approvedOn: dayToDate(approvedOn) };
    await updateDocument(act, before, version, approval);
    const data = { document: before.title, version: before.versionLabel, on: approvedOn };
    await tellDocument(act, "document.approve", before.id, data);
    return null;
  });
}

/** Takes a document out of the register; pictures that were handed over keep it. */
export async function removeDocument(
  actor: Actor,
  input: DocumentAct,
  submission: Submission,
): Promise<null> {
  permit(actor, "document.edit");
  return await actOnProject(actor, input, submission, async (act) => {
    const { id, title, versionLabel, version } = await findDocument(act, input.documentId);
    const { count } = await act.tx.document.deleteMany({ where: { id, version: input.version ?? version } });
    if (count !== 1) throw new Changed();
    await tellDocument(act, "document.remove", id, { document: title, version: versionLabel });
    return null;
  });
}

async function findDocument({ tx, project }: Act, documentId: string) {
  const { id: projectId, clientId } = project.record;
  const document = await tx.document.findFirst({ where: { id: knownId(documentId), projectId, clientId } });
  if (!document) throw new NotThere();
  return document;
}

type Columns = Parameters<Act["tx"]["document"]["updateMany"]>[0]["data"];

async function updateDocument(
  { tx }: Act,
  before: { id: string; version: number },
  seen: number | undefined,
  columns: Columns,
): Promise<void> {
  const { count } = await tx.document.updateMany({
    where: { id: before.id, version: seen ?? before.version },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count !== 1) throw new Changed();
}

/** Who has left may keep a document, and is not given another one. */
function entryOf({ project }: Act, entry: DocumentEntry, ownerBefore: string | null = null) {
  const { ownerId, answers, reviewDueOn, title, clause } = entry;
  const { clientPersonIds, standardId } = project.record;
  if (ownerId !== null && ownerId !== ownerBefore && !clientPersonIds.includes(ownerId)) {
    throw new Rejected({ ownerId: "Choose an owner from the people of your organisation." });
  }
  const wanted = mandatoryDocuments(standardId).filter(({ id }) => answers.includes(id));
  if (wanted.length !== new Set(answers).size) {
    throw new Rejected({ covers: "Choose from the documents that the standard asks for." });
  }
  const ids = wanted.map(({ id }) => id);
  return { title, clause, ownerId, answers: ids, reviewDueOn: reviewDueOn && dayToDate(reviewDueOn) };
}

async function versionOf({ tx, actor, project }: Act, input: DocumentVersion) {
  const { versionLabel, authorId, fileId, link } = input;
  if (!project.record.clientPersonIds.includes(authorId)) {
    throw new Rejected({ authorId: "Choose who wrote it from the people of your organisation." });
  }
  if (fileId !== null) {
    const isOwn = { id: knownId(fileId), projectId: project.record.id, organisationId: actor.organisationId };
    const file = await tx.storedFile.findFirst({ where: isOwn, select: { id: true } });
    if (!file) throw new Rejected({ fileId: "Add the document again." });
  }
  return { versionLabel, authorId, fileId: fileId && knownId(fileId), link };
}

type DocumentEvent =
  | "document.add"
  | "document.edit"
  | "document.renew"
  | "document.approve"
  | "document.remove";

async function tellDocument<K extends DocumentEvent>(
  act: Act,
  kind: K,
  id: string,
  data: Parameters<typeof tell<K>>[3],
): Promise<void> {
  await tell(act, kind, { type: "document", id }, data, { audience: "own" });
}
