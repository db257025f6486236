import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { toldScopeNo } from "./scope-versions";
import { projectSubject, requireChosenBody, type SourcingAct, sourcingDoor } from "./sourcing";

/** The sections of an engagement letter (domain.md 5.3). */
export interface LetterInput {
  scope: string;
  siteIds: string[];
  standardText: string;
  daysText: string;
  datesText: string;
  feesText: string;
  confidentiality: string;
  terms: string | null;
}

/** Drafts the engagement letter, or changes the draft while nobody has signed (APP-6). */
export async function draftLetter(
  actor: Actor,
  { letter, ...input }: SourcingAct & { letter: LetterInput },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, input.projectId), submission, async (act) => {
    const bodyId = requireChosenBody(act);
    const { id: projectId, clientId, sourcing } = act.project.record;
    const allowed = allow("sourcing", "draftLetter", sourcing.state, factsOf(act), {
      siteIds: letter.siteIds,
    });
    await move(act, projectSubject(act, input.version), allowed, {}, {});
    const columns = { ...letter, scopeNo: await toldScopeNo(act) };
    await act.tx.letter.upsert({
      where: { projectId },
      create: { projectId, clientId, bodyId, ...columns },
      update: columns,
    });
    return null;
  });
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
    const signed = { on: dayToDate(act.moment.on), by: act.moment.personId };
    await act.tx.letter.update({
      where: { projectId: record.id },
      data:
        command === "signForClient"
          ? { clientSignedOn: signed.on, clientSignedById: signed.by }
          : { bodySignedOn: signed.on, bodySignedById: signed.by },
    });
    if (allowed.to === "engaged") await openCase(act, bodyId);
    return null;
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
