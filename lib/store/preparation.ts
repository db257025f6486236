import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import { NotThere, Rejected } from "../outcome";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { type CaseAct, caseOf, caseSubject } from "./cases";
import { db, type Tx } from "./db";
import { readScans } from "./files";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { knownId, reachProject } from "./reach";

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

/**
 * Records by hand which version of the Statement of Applicability is in force (IS-5). Once versions are approved here, only
 * the newest of them can be recorded; throws Rejected for any other.
 */
export async function recordSoa(actor: Actor, input: RecordSoa, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const newest = await newestSoaVersion(act.tx, act.project.record.id);
    const isNewest = newest?.label === input.soaVersion && newest.approvedOn === input.approvedOn;
    if (newest && !isNewest) {
      throw new Rejected({
        soaVersion: `Record version ${newest.label}, or approve another one in the Statement of Applicability.`,
      });
    }
    await recordSoaVersion(act, input);
    return null;
  });
}

/** The same within another act: what was approved is what the certificate will name. */
export async function recordSoaVersion(
  act: Act,
  { soaVersion, approvedOn, version }: Pick<RecordSoa, "soaVersion" | "approvedOn" | "version">,
): Promise<void> {
  const stated = { version: soaVersion, approvedOn };
  const allowed = allow("certification", "recordSoa", caseOf(act).state, factsOf(act), stated);
  const columns = { soaVersion, soaApprovedOn: dayToDate(approvedOn) };
  await move(act, caseSubject(act, version), allowed, columns, stated);
}

async function newestSoaVersion(
  from: Tx,
  projectId: string,
): Promise<{ label: string; approvedOn: Day } | null> {
  const newest = await from.soaVersion.findFirst({
    where: { projectId },
    select: { label: true, approvedOn: true },
    orderBy: { no: "desc" },
  });
  return newest && { ...newest, approvedOn: dateToDay(newest.approvedOn) };
}

const MAX_HELD = 100;

/** What the client has prepared: internal audits, management reviews, the Statement of Applicability. */
export async function readPreparation(actor: Actor, projectId: string) {
  const project = await reachProject(actor, projectId);
  const { certificationCase } = project.record;
  if (!certificationCase) return { ...project, certificationCase: null, held: [], approvedSoa: null };
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
  const approvedSoa = await newestSoaVersion(db(actor), project.record.id);
  return { ...project, certificationCase, held, approvedSoa };
}
