import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { may } from "../access";
import type { Actor } from "../actor";
import { canonicalJson } from "../documents/canonical-json";
import { NotThere, Rejected } from "../outcome";
import { checkRegister, documentStates } from "../preparation/register";
import { type PictureKind, pictureNames, type RegisterContent } from "../preparation/register-picture";
import { proofText } from "../soa/proofs";
import { mandatoryDocuments } from "../standards/documents";
import { findStandard } from "../standards/editions";
import { actOnProject, type Submission } from "./act";
import { db } from "./db";
import { type LoadedRegister, loadRegister } from "./documents";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { reachProject } from "./reach";

const MAX_PICTURES = 50;

/** A picture's text, read again. */
const Content: z.ZodType<RegisterContent> = z.object({
  standard: z.string(),
  documents: z.array(
    z.object({
      ...{ id: z.string(), title: z.string(), clause: z.string().nullable(), answers: z.array(z.string()) },
      ...{ versionLabel: z.string(), state: z.enum(documentStates), owner: z.string().nullable() },
      ...{ author: z.string(), approver: z.string().nullable(), approvedOn: z.string().nullable() },
      file: z.object({ name: z.string(), sha256: z.string() }).nullable(),
      link: z.string().nullable(),
    }),
  ),
  soa: z.object({ version: z.string(), approvedOn: z.string(), sha256: z.string().nullable() }).nullable(),
  missing: z.array(z.string()),
  evidence: z.array(z.object({ ref: z.string(), pieces: z.array(z.string()) })).optional(),
});

/**
 * Keeps the register as it is handed to an auditor, with the hash of exactly that text, and marks what is approved as frozen.
 * Returns the hash. Throws Rejected for a register without a document.
 */
export async function freezeRegister(
  actor: Actor,
  { projectId, kind }: { projectId: string; kind: PictureKind },
  submission: Submission,
): Promise<{ sha256: string }> {
  permit(actor, "document.freeze");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { tx, project } = act;
    const { id, clientId } = project.record;
    const keys = { projectId: id, clientId };
    const approved = { ...keys, state: "approved" };
    await tx.document.updateMany({ where: approved, data: { state: "frozen", version: { increment: 1 } } });
    const register = await loadRegister(tx, project);
    if (register.documents.length === 0)
      throw new Rejected({ kind: "Add a document first: the register is empty." });
    const content = canonicalJson(pictureOf(project.record.standardId, register));
    const sha256 = createHash("sha256").update(content).digest("hex");
    const frozen = { frozenById: actor.personId, frozenAt: submission.now };
    await tx.registerPicture.create({ data: { id: newId(), ...keys, kind, content, sha256, ...frozen } });
    const data = { for: pictureNames[kind], documents: register.documents.length, sha256 };
    await tell(act, "document.freeze", { type: "project", id }, data, { audience: "own" });
    return { sha256 };
  });
}

/** The register as it stands now, in the words of a picture. */
export function pictureOf(
  standardId: string,
  { documents, soa, proofs, ...beside }: LoadedRegister,
): RegisterContent {
  return {
    standard: findStandard(standardId)?.name ?? standardId,
    documents: documents.map((document) => ({
      ...{ id: document.id, title: document.title, clause: document.clause, answers: document.answers },
      ...{ versionLabel: document.versionLabel, state: document.state, owner: document.owner },
      ...{ author: document.author, approver: document.approver, approvedOn: document.approvedOn },
      file: document.file && { name: document.file.name, sha256: document.file.sha256 },
      link: document.link,
    })),
    soa,
    evidence: [...proofs].map(([ref, pieces]) => ({ ref, pieces: pieces.map(proofText) })),
    missing: checkRegister(mandatoryDocuments(standardId), documents, beside)
      .filter(({ standing }) => standing === "missing")
      .map((line) => line.wanted.title),
  };
}

/** A picture that was taken, with its text as it was kept. */
export interface RegisterPicture {
  id: string;
  kind: PictureKind;
  frozenAt: Date;
  frozenBy: string;
  sha256: string;
  text: string;
  content: RegisterContent;
}

/** The pictures of a project's register, the newest first. */
export async function listPictures(actor: Actor, projectId: string): Promise<RegisterPicture[]> {
  if (!may(actor, "preparation.read")) throw new NotThere();
  const { record } = await reachProject(actor, projectId);
  const rows = await db(actor).registerPicture.findMany({
    where: { projectId: record.id, clientId: record.clientId },
    orderBy: [{ frozenAt: "desc" }, { id: "desc" }],
    take: MAX_PICTURES,
  });
  const people = await db(actor).person.findMany({
    where: { id: { in: rows.map(({ frozenById }) => frozenById) } },
    select: { id: true, name: true },
  });
  return rows.map(({ id, kind, frozenAt, frozenById, sha256, content }) => ({
    ...{ id, frozenAt, sha256, text: content },
    kind: kind as PictureKind,
    frozenBy: people.find((person) => person.id === frozenById)?.name ?? "Somebody who has left",
    content: Content.parse(JSON.parse(content)),
  }));
}
