import { addDocument, approveDocument, renewDocument } from "../../lib/store/document-acts";
import { readDocuments } from "../../lib/store/documents";
import { freezeRegister } from "../../lib/store/register-pictures";
import type { Stage } from "./auditing";

/** What is registered, each as title, what it answers of the standard, and its version. */
const register: readonly (readonly [title: string, answers: readonly string[], version: string])[] = [
  ["Scope and context of the ISMS", ["scope"], "1.1"],
  ["Information security policy", ["policy", "objectives"], "2.0"],
  ["Method of risk assessment and treatment", ["risk-method", "treatment-method"], "1.2"],
  ["Risk register with treatment plan", ["risk-results", "treatment-results", "treatment-plan"], "2027-1"],
  ["Statement of Applicability", ["soa"], "2.0"],
  ["Register of training", ["competence"], "4"],
  ["Control of documents", ["own-documents", "external-documents"], "1.0"],
];

/** The documents of the management system, written by the manager and approved by the executive; the last one is still a draft. */
export async function registerDocuments({ teller, plan, projectId }: Stage): Promise<void> {
  const { manager, executive, stage2Ends: end } = plan;
  for (const [index, [title, answers, versionLabel]] of register.entries()) {
    const entry = {
      title,
      answers,
      clause: null,
      ownerId: manager.personId,
      reviewDueOn: teller.day(end + 260),
    };
    const link = `https://intranet.example/isms/${index + 1}`;
    const version = { versionLabel, authorId: manager.personId, fileId: null, link };
    const { id } = await addDocument(manager, { projectId, ...entry, ...version }, teller.on(end - 111));
    if (index === register.length - 1) continue;
    const approval = { projectId, documentId: id, approvedOn: teller.day(end - 108) };
    await approveDocument(executive, approval, teller.on(end - 108));
  }
}

/** Freezes the register for Stage 1; after it the draft is entered anew, so that there is a difference to see. */
export async function handOverRegister({ teller, plan, projectId }: Stage, day: number): Promise<void> {
  const { manager } = plan;
  await freezeRegister(manager, { projectId, kind: "stage1" }, teller.on(day));
  const { documents } = await readDocuments(manager, projectId);
  const draft = documents.find(({ state }) => state === "draft");
  if (!draft) throw new Error("The demo lacks a draft.");
  const version = { versionLabel: "1.1", authorId: manager.personId, fileId: null, link: draft.link };
  await renewDocument(manager, { projectId, documentId: draft.id, ...version }, teller.on(day + 6));
}
