import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import type { Side } from "../lifecycle/who";
import { Rejected } from "../outcome";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { knownId } from "./reach";
import { toldScopeNo } from "./scope-versions";
import { projectSubject, requireChosenBody, type SourcingAct, sourcingDoor } from "./sourcing";

/** What a version of the engagement letter says (domain.md 5.3). */
export interface LetterInput {
  scope: string;
  siteIds: string[];
  /** Keys of the duties of the client that it names (APP-7). */
  duties: string[];
  /** Written here section by section, or a letter of the body in a file, of which the key facts are entered. */
  form: "written" | "file";
  /** The file of the letter; null keeps the one that the version has. */
  fileId: string | null;
  /** May be left to the file, as dates and confidentiality may. */
  standardText: string | null;
  daysText: string;
  datesText: string | null;
  feesText: string;
  confidentiality: string | null;
  terms: string | null;
}

/** Drafts the engagement letter, or changes the draft while nobody has signed (APP-6). */
export async function draftLetter(
  actor: Actor,
  { letter, ...input }: SourcingAct & { letter: LetterInput },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, input.projectId), submission, async (act) => {
    requireChosenBody(act);
    const allowed = allow("sourcing", "draftLetter", act.project.record.sourcing.state, factsOf(act), letter);
    await move(act, projectSubject(act, input.version), allowed, {}, {});
    await keepVersion(act, { no: 1, reason: null, letter });
    return null;
  });
}

/** Writes the draft of a version, new or again. Throws Rejected where a section or the file of the letter is missing. */
export async function keepVersion(
  act: Act,
  { no, reason, letter }: { no: number; reason: string | null; letter: LetterInput },
): Promise<void> {
  const bodyId = requireChosenBody(act);
  const { id: projectId, clientId } = act.project.record;
  const { form, fileId: sent, ...sections } = letter;
  const before = await act.tx.letter.findUnique({ where: { projectId_no: { projectId, no } } });
  const fileId = form === "file" ? await findLetterFile(act, sent, before?.fileId ?? null) : null;
  if (form === "written") requireSections(letter);
  const text = { ...sections, reason, fileId, scopeNo: await toldScopeNo(act) };
  await act.tx.letter.upsert({
    where: { projectId_no: { projectId, no } },
    create: { projectId, no, clientId, bodyId, ...text },
    update: text,
  });
}

async function findLetterFile({ tx, actor, project }: Act, sent: string | null, kept: string | null) {
  if (sent === null && kept !== null) return kept;
  const file =
    sent &&
    (await tx.storedFile.findFirst({
      where: { id: knownId(sent), projectId: project.record.id, organisationId: actor.organisationId },
      select: { id: true },
    }));
  if (!file) throw new Rejected({ fileId: "Add the file of the letter." });
  return file.id;
}

function requireSections({ standardText, datesText, confidentiality }: LetterInput): void {
  const missing = {
    ...(standardText === null && { standardText: "Write the standard and the programme" }),
    ...(datesText === null && { datesText: "Write the dates" }),
    ...(confidentiality === null && { confidentiality: "Write what is kept confidential" }),
  };
  if (Object.keys(missing).length > 0) throw new Rejected(missing);
}

export interface SignLetter extends SourcingAct {
  /** Name and function, as they stand under the letter. */
  signatory: string;
}

/** Signs for the client; the second signature of the two engages the body. */
export async function signForClient(actor: Actor, input: SignLetter, submission: Submission): Promise<null> {
  return await sign(actor, input, submission, "signForClient");
}

/** Signs for the body; the second signature of the two engages the body. */
export async function signForBody(actor: Actor, input: SignLetter, submission: Submission): Promise<null> {
  return await sign(actor, input, submission, "signForBody");
}

async function sign(
  actor: Actor,
  { projectId, version, signatory }: SignLetter,
  submission: Submission,
  command: "signForClient" | "signForBody",
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, projectId), submission, async (act) => {
    const bodyId = requireChosenBody(act);
    const { record } = act.project;
    const allowed = allow("sourcing", command, record.sourcing.state, factsOf(act), { signatory });
    await move(act, projectSubject(act, version), allowed, {}, { signatory: signatory.trim() });
    await keepSignature(act, 1, command === "signForClient" ? "client" : "body");
    if (allowed.to === "engaged") await openCase(act, bodyId);
    return null;
  });
}

/** Puts the signature of one side under a version, with the person and the day of the act. */
export async function keepSignature({ tx, project, moment }: Act, no: number, side: Side): Promise<void> {
  const signed = { on: dayToDate(moment.on), by: moment.personId };
  await tx.letter.update({
    where: { projectId_no: { projectId: project.record.id, no } },
    data:
      side === "client"
        ? { clientSignedOn: signed.on, clientSignedById: signed.by }
        : { bodySignedOn: signed.on, bodySignedById: signed.by },
  });
}

/** The signed letter opens the case in its first state (invariant 13: no case without both signatures). */
async function openCase({ tx, project, submission }: Act, bodyId: string): Promise<void> {
  const { id: projectId, clientId } = project.record;
  await tx.certificationCase.create({
    data: { id: newId(), projectId, clientId, bodyId, createdAt: submission.now },
  });
}

/** Ends the engagement with its reason: open audits are called off, and the case is closed (domain.md 6.1). */
export async function terminateEngagement(
  actor: Actor,
  { reason, ...input }: SourcingAct & { reason: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, input.projectId), submission, async (act) => {
    requireChosenBody(act);
    const { certificationCase, sourcing } = act.project.record;
    const allowed = allow("sourcing", "terminateEngagement", sourcing.state, factsOf(act), { reason });
    const data = { reason: reason.trim() };
    await move(act, projectSubject(act, input.version), allowed, {}, data);
    await callOffAudits(act, reason.trim());
    if (certificationCase && !["certified", "closed"].includes(certificationCase.state)) {
      const { id, version, state: from } = certificationCase;
      const closing = { kind: allowed.kind, machine: "certification", from, to: "closed", justified: [] };
      await move(act, { type: "certificationCase", id, version }, closing, {}, data);
    }
    return null;
  });
}

async function callOffAudits(act: Act, reason: string): Promise<void> {
  const open = ["draft", "team_proposed", "team_confirmed", "planned", "running"];
  for (const { id, version, state: from } of act.project.record.audits) {
    if (!open.includes(from)) continue;
    const to = from === "running" ? "terminated" : "cancelled";
    const kind = "sourcing.terminateEngagement" as const;
    const ending = { kind, machine: "audit", from, to, justified: [] };
    await move(act, { type: "audit", id, version }, ending, { endedReason: reason }, { reason });
  }
}
