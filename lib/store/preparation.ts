import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import { NotThere, Rejected } from "../outcome";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { type CaseAct, caseOf, caseSubject } from "./cases";
import { db } from "./db";
import { readScans } from "./files";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { findProject, knownId } from "./reach";

/** An internal audit or a management review that has taken place (IS-2). */
export interface RecordHeld extends CaseAct {
  on: Day;
  coversScope: boolean;
  /** Who carried it out. */
  who: string;
  note: string | null;
  fileId: string | null;
}

/** Records an internal audit of the client (IS-2). */
export async function recordInternalAudit(
  actor: Actor,
  input: RecordHeld,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { on, coversScope } = input;
    const asked = { on, coversScope };
    const allowed = allow("certification", "recordInternalAudit", caseOf(act).state, factsOf(act), asked);
    await move(act, caseSubject(act, input.version), allowed, {}, { on });
    await keepHeld(act, "internal_audit", input);
    return null;
  });
}

/** Records a management review of the client (IS-2). */
export async function recordManagementReview(
  actor: Actor,
  input: RecordHeld,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { on, coversScope } = input;
    const asked = { on, coversScope };
    const allowed = allow("certification", "recordManagementReview", caseOf(act).state, factsOf(act), asked);
    await move(act, caseSubject(act, input.version), allowed, {}, { on });
    await keepHeld(act, "management_review", input);
    return null;
  });
}

async function keepHeld(
  act: Act,
  kind: "internal_audit" | "management_review",
  { on, coversScope, who, note, fileId }: RecordHeld,
): Promise<void> {
  const { id: projectId, clientId, bodyId } = act.project.record;
  if (!bodyId) throw new NotThere();
  if (fileId !== null) {
    const isOwn = { id: knownId(fileId), projectId, organisationId: act.actor.organisationId };
    const file = await act.tx.storedFile.findFirst({ where: isOwn, select: { id: true } });
    if (!file) throw new Rejected({ fileId: "Add the document again." });
  }
  const held = { kind, heldOn: dayToDate(on), coversScope, who, note, fileId };
  await act.tx.systemRecord.create({
    data: { id: newId(), caseId: caseOf(act).id, clientId, bodyId, ...held },
  });
}

export interface RecordSoa extends CaseAct {
  soaVersion: string;
  approvedOn: Day;
}

/** Records the version of the Statement of Applicability that is in force (IS-5). */
export async function recordSoa(actor: Actor, input: RecordSoa, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { soaVersion, approvedOn } = input;
    const stated = { version: soaVersion, approvedOn };
    const allowed = allow("certification", "recordSoa", caseOf(act).state, factsOf(act), stated);
    const columns = { soaVersion, soaApprovedOn: dayToDate(approvedOn) };
    await move(act, caseSubject(act, input.version), allowed, columns, stated);
    return null;
  });
}

const MAX_HELD = 100;

/** What the client has prepared: internal audits, management reviews, the Statement of Applicability. */
export async function readPreparation(actor: Actor, projectId: string) {
  const project = await findProject(db(actor), actor, projectId);
  const { certificationCase } = project.record;
  if (!certificationCase) return { ...project, certificationCase: null, held: [] };
  const kept = await db(actor).systemRecord.findMany({
    where: { caseId: certificationCase.id },
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    take: MAX_HELD,
  });
  const files = await db(actor).storedFile.findMany({
    where: { id: { in: kept.flatMap(({ fileId }) => fileId ?? []) }, projectId: project.record.id },
    select: { id: true, name: true },
  });
  const scans = await readScans(
    actor,
    files.map(({ id }) => id),
  );
  const documents = files.map((file) => ({ ...file, scan: scans.get(file.id) ?? null }));
  const held = kept.map(({ id, kind, heldOn, coversScope, who, note, fileId }) => ({
    id,
    kind: kind as "internal_audit" | "management_review",
    on: dateToDay(heldOn),
    coversScope,
    who,
    note,
    file: documents.find((file) => file.id === fileId) ?? null,
  }));
  return { ...project, certificationCase, held };
}
