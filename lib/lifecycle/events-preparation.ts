import { countOf, onDay, told } from "./event-text";

type Task = { task: string };

type Document = { document: string; version: string };

/** How a client prepares: its plan and its documents. All of it is the client's own to read. */
export const preparationEvents = {
  "preparation.plan": told<{ target: string; months: number; laid: number; moved: number }>(
    "Plan laid out",
    ({ target, months, laid, moved }) =>
      `laid the plan out over ${months} months until ${onDay(target)}: ${countOf(laid, "new milestone", "new milestones")}, ${moved} moved`,
  ),
  "task.add": told<Task & { due: string }>(
    "Task added",
    ({ task, due }) => `added the task “${task}”, due on ${onDay(due)}`,
  ),
  "task.edit": told<Task & { due: string }>(
    "Task changed",
    ({ task, due }) => `changed the task “${task}”, due on ${onDay(due)}`,
  ),
  "task.remove": told<Task>("Task removed", ({ task }) => `took the task “${task}” out of the plan`),
  "task.complete": told<Task & { on: string }>(
    "Task done",
    ({ task, on }) => `marked the task “${task}” as done on ${onDay(on)}`,
  ),
  "task.reopen": told<Task>("Task opened again", ({ task }) => `opened the task “${task}” again`),
  "awareness.add": told<{ count: number }>(
    "Training entered",
    ({ count }) => `entered ${countOf(count, "training", "trainings")} of persons`,
  ),
  "awareness.remove": told<{ topic: string; on: string }>(
    "Training removed",
    ({ topic, on }) => `removed an entry of the training “${topic}” of ${onDay(on)}`,
  ),
  "task.assign": told<Task & { owner: string }>(
    "Task assigned",
    ({ task, owner }) => `gave the task “${task}” to ${owner}`,
  ),
  "soa.addEvidence": told<{ control: string }>(
    "Evidence added",
    ({ control }) => `added evidence of ${control} to the Statement of Applicability`,
  ),
  "soa.removeEvidence": told<{ control: string }>(
    "Evidence removed",
    ({ control }) => `took evidence of ${control} out of the Statement of Applicability`,
  ),
  "treatment.add": told<{ risk: string }>("Risk added", ({ risk }) => `added ${risk} to the risk treatment`),
  "treatment.edit": told<{ risk: string }>("Risk changed", ({ risk }) => `changed the treatment of ${risk}`),
  "treatment.remove": told<{ risk: string }>(
    "Risk removed",
    ({ risk }) => `took ${risk} out of the risk treatment`,
  ),
  "treatment.import": told<{ file: string; count: number }>(
    "Risks imported",
    ({ file, count }) => `imported ${countOf(count, "risk", "risks")} from ${file} into the risk treatment`,
  ),
  "document.add": told<Document>(
    "Document added",
    ({ document, version }) => `added ${document}, version ${version}, to the register of documents`,
  ),
  "document.edit": told<{ document: string }>(
    "Document changed",
    ({ document }) => `changed the entry of ${document} in the register of documents`,
  ),
  "document.renew": told<Document>(
    "New version of a document",
    ({ document, version }) => `entered version ${version} of ${document}, as a draft`,
  ),
  "document.approve": told<Document & { on: string }>(
    "Document approved",
    ({ document, version, on }) => `approved version ${version} of ${document} on ${onDay(on)}`,
  ),
  "document.remove": told<Document>(
    "Document removed",
    ({ document, version }) => `took ${document}, version ${version}, out of the register of documents`,
  ),
  "document.freeze": told<{ for: string; documents: number; sha256: string }>(
    "Register frozen",
    (data) =>
      `froze the register for ${data.for} with ${countOf(data.documents, "document", "documents")}, SHA-256 ${data.sha256}`,
  ),
};
