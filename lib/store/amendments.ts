import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { NotThere, Rejected } from "../outcome";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { keepSignature, keepVersion, type LetterInput, type SignLetter } from "./letters";
import { allow, move } from "./move";
import { projectSubject, requireChosenBody, type SourcingAct } from "./sourcing";

/** Versions one letter can have; more are no history any more. */
export const MAX_LETTER_VERSIONS = 50;

/** Drafts the next version of a signed letter with its reason, or changes it while nobody has signed it (APP-6). */
export async function amendLetter(
  actor: Actor,
  { letter, reason, ...input }: SourcingAct & { letter: LetterInput; reason: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    requireChosenBody(act);
    const asked = { ...letter, reason };
    const allowed = allow("sourcing", "amendLetter", act.project.record.sourcing.state, factsOf(act), asked);
    const no = (await findOpenVersion(act)) ?? (await nextVersion(act));
    await move(act, projectSubject(act, input.version), allowed, {}, { no, reason: reason.trim() });
    await keepVersion(act, { no, reason: reason.trim(), letter });
    return null;
  });
}

/** Signs the amendment for the client; once both sides have signed it, it is the letter in force. */
export async function signAmendmentForClient(
  actor: Actor,
  input: SignLetter,
  submission: Submission,
): Promise<null> {
  return await sign(actor, input, submission, "signAmendmentForClient");
}

/** Signs the amendment for the body; once both sides have signed it, it is the letter in force. */
export async function signAmendmentForBody(
  actor: Actor,
  input: SignLetter,
  submission: Submission,
): Promise<null> {
  return await sign(actor, input, submission, "signAmendmentForBody");
}

async function sign(
  actor: Actor,
  { projectId, version, signatory }: SignLetter,
  submission: Submission,
  command: "signAmendmentForClient" | "signAmendmentForBody",
): Promise<null> {
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireChosenBody(act);
    const { state } = act.project.record.sourcing;
    const allowed = allow("sourcing", command, state, factsOf(act), { signatory });
    const no = await requireOpenVersion(act);
    await move(act, projectSubject(act, version), allowed, {}, { no, signatory: signatory.trim() });
    await keepSignature(act, no, command === "signAmendmentForClient" ? "client" : "body");
    return null;
  });
}

/** Takes an amendment back that both sides have not signed, with the reason; the letter in force stays in force. */
export async function withdrawAmendment(
  actor: Actor,
  { reason, ...input }: SourcingAct & { reason: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    requireChosenBody(act);
    const { id: projectId, sourcing } = act.project.record;
    const allowed = allow("sourcing", "withdrawAmendment", sourcing.state, factsOf(act), { reason });
    const no = await requireOpenVersion(act);
    await move(act, projectSubject(act, input.version), allowed, {}, { no, reason: reason.trim() });
    await act.tx.letter.update({
      where: { projectId_no: { projectId, no } },
      data: { withdrawnOn: dayToDate(act.moment.on), withdrawnReason: reason.trim() },
    });
    return null;
  });
}

async function findOpenVersion({ tx, project }: Act): Promise<number | null> {
  const open = await tx.letter.findFirst({
    where: {
      ...{ projectId: project.record.id, withdrawnOn: null },
      OR: [{ clientSignedOn: null }, { bodySignedOn: null }],
    },
    select: { no: true },
  });
  return open?.no ?? null;
}

async function requireOpenVersion(act: Act): Promise<number> {
  const no = await findOpenVersion(act);
  if (no === null) throw new NotThere();
  return no;
}

async function nextVersion({ tx, project }: Act): Promise<number> {
  const count = await tx.letter.count({ where: { projectId: project.record.id } });
  if (count >= MAX_LETTER_VERSIONS)
    throw new Rejected({ reason: `${MAX_LETTER_VERSIONS} versions are kept already.` });
  return count + 1;
}
