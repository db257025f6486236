import "server-only";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import { MAX_PROOFS } from "../soa/statement";
import { type Act, actOnProject, type Submission } from "./act";
import { findFile } from "./files";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { knownId } from "./reach";
import { linesOf } from "./soa";

/** What shows a control, as a form has it: one of the three. */
export interface EvidenceInput {
  projectId: string;
  ref: string;
  documentId: string | null;
  fileId: string | null;
  link: string | null;
  /** What it shows; an address has to say so. */
  words: string | null;
}

/** Adds a piece of evidence to a control. Throws Rejected for none or several at once, and for what is not the client's to show. */
export async function addEvidence(
  actor: Actor,
  input: EvidenceInput,
  submission: Submission,
): Promise<{ id: string }> {
  permit(actor, "soa.edit");
  const { projectId, ref, documentId, fileId, link, words } = input;
  // Own files and those that were shared; anybody else's does not exist.
  if (fileId !== null) await findFile(actor, projectId, fileId);
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const given = [documentId, fileId, link].filter((one) => one !== null).length;
    if (given !== 1) {
      throw new Rejected({
        documentId: "Choose one: a document, a file or a link. Add them one after the other.",
      });
    }
    if (link !== null && words === null) throw new Rejected({ words: "Enter what the link shows." });
    const line = (await linesOf(act)).find((one) => one.ref === ref);
    if (!line) throw new NotThere();
    if ((line.proofs?.length ?? 0) >= MAX_PROOFS) {
      throw new Rejected({ documentId: `A control can have ${MAX_PROOFS} pieces of evidence.` });
    }
    const document = documentId === null ? null : await findDocument(act, documentId);
    const { id: project, clientId } = act.project.record;
    const by = { changedById: actor.personId, changedAt: submission.now };
    await act.tx.soaLine.createMany({
      data: [{ projectId: project, clientId, ref, ...by }],
      skipDuplicates: true,
    });
    const id = newId();
    await act.tx.soaEvidence.create({
      data: {
        ...{ id, projectId: project, clientId, ref, documentId: document, link, words },
        fileId: fileId && knownId(fileId),
        ...{ addedById: actor.personId, addedAt: submission.now },
      },
    });
    await tellEvidence(act, "soa.addEvidence", ref);
    return { id };
  });
}

/** Takes a piece of evidence away from its control; approved versions keep it. */
export async function removeEvidence(
  actor: Actor,
  { projectId, evidenceId }: { projectId: string; evidenceId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "soa.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { id: project, clientId } = act.project.record;
    const where = { id: knownId(evidenceId), projectId: project, clientId };
    const found = await act.tx.soaEvidence.findFirst({ where, select: { ref: true } });
    if (!found) throw new NotThere();
    await act.tx.soaEvidence.deleteMany({ where });
    await tellEvidence(act, "soa.removeEvidence", found.ref);
    return null;
  });
}

async function findDocument({ tx, project }: Act, documentId: string): Promise<string> {
  const { id: projectId, clientId } = project.record;
  const where = { id: knownId(documentId), projectId, clientId };
  const found = await tx.document.findFirst({ where, select: { id: true } });
  if (!found) throw new NotThere();
  return found.id;
}

async function tellEvidence(act: Act, kind: "soa.addEvidence" | "soa.removeEvidence", ref: string) {
  const subject = { type: "project", id: act.project.record.id };
  await tell(act, kind, subject, { control: ref }, { audience: "own" });
}
