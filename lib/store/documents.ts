import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dateToDay } from "../day";
import type { ScanView } from "../files/scan-state";
import { NotThere } from "../outcome";
import type { DocumentState } from "../preparation/register";
import { countProven } from "../soa/proofs";
import type { Implementation } from "../soa/statement";
import { db, type Tx } from "./db";
import { readScans } from "./files";
import { knownId, reachProject } from "./reach";
import type { LoadedProject } from "./record";
import { readProofs } from "./soa-proofs";

/** More documents than this are kept in a system of their own, and linked. */
export const MAX_DOCUMENTS = 500;

/** A document of the register with the names of its people. */
export interface RegisteredDocument {
  id: string;
  title: string;
  clause: string | null;
  answers: string[];
  versionLabel: string;
  state: DocumentState;
  ownerId: string | null;
  owner: string | null;
  authorId: string;
  author: string;
  approverId: string | null;
  approver: string | null;
  approvedOn: Day | null;
  reviewDueOn: Day | null;
  file: { id: string; name: string; sha256: string } | null;
  link: string | null;
  version: number;
}

/** The register of a project's documents, for the people of the client who may read it. Throws NotThere for all others. */
export async function readDocuments(actor: Actor, projectId: string) {
  if (!may(actor, "preparation.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  return { ...project, ...(await loadRegister(db(actor), project)) };
}

/** The register of a project whose reach was already checked, with what the Statement of Applicability says beside it. */
export async function loadRegister(tx: Tx, project: LoadedProject) {
  const { record } = project;
  const where = { projectId: record.id, clientId: record.clientId };
  const newest = await tx.soaVersion.findFirst({ where, orderBy: { no: "desc" } });
  const recorded = record.certificationCase?.soa;
  const { internalAudits = [], managementReviews = [] } = record.certificationCase ?? {};
  const lines = await tx.soaLine.findMany({
    where,
    select: { ref: true, applicable: true, implementation: true },
  });
  const proofs = await readProofs(tx, project);
  const written = newest && {
    version: newest.label,
    approvedOn: dateToDay(newest.approvedOn),
    sha256: newest.sha256,
  };
  const soa = written ?? (recorded ? { ...recorded, sha256: null } : null);
  return {
    documents: await listDocuments(tx, where),
    soa,
    recorded: new Set([
      ...(soa ? ["soa"] : []),
      ...(internalAudits.some(({ coversScope }) => coversScope) ? ["internal-audit"] : []),
      ...(managementReviews.some(({ coversScope }) => coversScope) ? ["management-review"] : []),
    ]),
    proofs,
    proven: countProven(
      lines.map(({ ref, applicable, implementation }) => ({
        ...{ applicable, implementation: implementation as Implementation | null },
        proofs: proofs.get(ref)?.length ?? 0,
      })),
    ),
    applicable: new Map(
      lines.flatMap(({ ref, applicable }) => (applicable === null ? [] : [[ref, applicable] as const])),
    ),
  };
}

/** The register with what the Statement of Applicability says of it. */
export type LoadedRegister = Awaited<ReturnType<typeof loadRegister>>;

/** One document of a project with the project's record, and what the scanner said of its file. */
export async function readDocument(actor: Actor, projectId: string, documentId: string) {
  const { documents, ...project } = await readDocuments(actor, projectId);
  const document = documents.find(({ id }) => id === knownId(documentId));
  if (!document) throw new NotThere();
  const scans = await readScans(actor, document.file ? [document.file.id] : []);
  const scan: ScanView | null = document.file ? (scans.get(document.file.id) ?? null) : null;
  return { ...project, document, scan };
}

/** By title. */
async function listDocuments(
  tx: Tx,
  where: { projectId: string; clientId: string },
): Promise<RegisteredDocument[]> {
  const rows = await tx.document.findMany({
    where,
    include: { file: { select: { id: true, name: true, sha256: true } } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: MAX_DOCUMENTS,
  });
  const ids = rows.flatMap(({ ownerId, authorId, approverId }) => [ownerId, authorId, approverId]);
  const people = await tx.person.findMany({
    where: { id: { in: ids.flatMap((id) => id ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  return rows.map(({ projectId: _project, clientId: _client, fileId: _file, createdAt: _at, ...row }) => ({
    ...row,
    state: row.state as DocumentState,
    owner: nameOf(row.ownerId),
    author: nameOf(row.authorId) ?? "Somebody who has left",
    approver: nameOf(row.approverId),
    approvedOn: row.approvedOn && dateToDay(row.approvedOn),
    reviewDueOn: row.reviewDueOn && dateToDay(row.reviewDueOn),
  }));
}

/** The people of the actor's organisation who can own or write a document, by name. */
export async function listColleagues(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!may(actor, "document.edit")) return [];
  const members = await db(actor).membership.findMany({
    where: { organisationId: actor.organisationId, active: true },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: "asc" } },
    take: MAX_DOCUMENTS,
  });
  return members.map(({ person }) => person);
}
