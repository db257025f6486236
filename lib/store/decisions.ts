import "server-only";
import type { Actor } from "../actor";
import { type Day, dayToDate } from "../day";
import type { DecisionRecord } from "../lifecycle/record";
import { Changed, NotThere } from "../outcome";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { type CaseAct, caseOf, caseSubject } from "./cases";
import { readContent } from "./certificate-content";
import { composeDossier, hashDossier } from "./dossiers";
import { allow, move } from "./move";
import { newId } from "./new-id";

/** What a decision is sent with. */
export interface DecideAct extends CaseAct {
  /** The hash of the dossier that the page showed. */
  seen?: string;
}

const DOSSIER_CHANGED =
  "The dossier changed since you opened it. Load the page again and read it before you decide.";

/** Grants certification: by somebody who audited nothing (DEC-1), on a file without gaps (DEC-4, DEC-5). */
export async function grantCertification(
  actor: Actor,
  input: DecideAct & { grounds: string; conditions: string | null },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { grounds, conditions } = input;
    const { justification } = submission;
    const allowed = allow("certification", "grant", caseOf(act).state, factsOf(act), {
      grounds,
      justification,
    });
    await keepDecision(act, "grant", { ...input, reason: grounds, conditions });
    await move(act, caseSubject(act, input.version), allowed, {}, { grounds });
    return null;
  });
}

export type ReasonedDecision = DecideAct & { reason: string };

/** Refuses certification with reasons; the client may appeal (DEC-8). */
export async function refuseCertification(
  actor: Actor,
  input: ReasonedDecision,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { reason } = input;
    const allowed = allow("certification", "refuse", caseOf(act).state, factsOf(act), { reason });
    await keepDecision(act, "refuse", input);
    await move(act, caseSubject(act, input.version), allowed, {}, { reason });
    return null;
  });
}

/** Hands the file back to the audit team, because something is missing (DEC-3). */
export async function askForMore(
  actor: Actor,
  input: ReasonedDecision,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { reason } = input;
    const allowed = allow("certification", "returnForMore", caseOf(act).state, factsOf(act), { reason });
    await keepDecision(act, "return", input);
    await move(act, caseSubject(act, input.version), allowed, {}, { reason });
    return null;
  });
}

/** Upholds the client's appeal against a refusal; who does it neither audited nor decided (APL-1). */
export async function upholdAppeal(
  actor: Actor,
  input: CaseAct & { reason: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { reason } = input;
    const allowed = allow("certification", "upholdAppeal", caseOf(act).state, factsOf(act), { reason });
    await keepDecision(act, "appeal_upheld", input);
    await move(act, caseSubject(act, input.version), allowed, {}, { reason });
    return null;
  });
}

async function keepDecision(
  act: Act,
  kind: DecisionRecord["kind"],
  input: { reason: string; seen?: string; conditions?: string | null },
): Promise<void> {
  const { clientId, bodyId, id: projectId } = act.project.record;
  if (!bodyId) throw new NotThere();
  const content = await readContent(act.tx, act.project, act.moment.on);
  const dossier = await composeDossier(act.tx, act.project, content, act.moment.today);
  const sha256 = hashDossier(dossier);
  if (input.seen !== undefined && input.seen !== sha256) throw new Changed(DOSSIER_CHANGED);
  await act.tx.decision.create({
    data: {
      id: newId(),
      caseId: caseOf(act).id,
      projectId,
      clientId,
      bodyId,
      kind,
      reason: input.reason.trim(),
      conditions: input.conditions?.trim() || null,
      decidedOn: dayToDate(act.moment.on),
      decidedById: act.moment.personId,
      decidedAt: act.submission.now,
      dossier: { dossier, sha256 },
    },
  });
}

/** Forwards the file to the accreditation body, where the body's policy asks for it; the body still decides alone. */
export async function forwardFile(
  actor: Actor,
  input: CaseAct & { to: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { state } = caseOf(act);
    const allowed = allow("certification", "forwardToAccreditationBody", state, factsOf(act), {});
    const columns = { forwardedOn: dayToDate(act.moment.on), forwardedTo: input.to };
    await move(act, caseSubject(act, input.version), allowed, columns, {});
    return null;
  });
}

/** Records what the accreditation body answered to a forwarded file. */
export async function recordAnswer(
  actor: Actor,
  input: CaseAct & { answeredOn: Day; answer: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { answeredOn, answer } = input;
    const { state } = caseOf(act);
    const allowed = allow("certification", "recordAccreditationAnswer", state, factsOf(act), {
      answeredOn,
      answer,
    });
    const columns = { forwardAnsweredOn: dayToDate(answeredOn), forwardAnswer: answer };
    await move(act, caseSubject(act, input.version), allowed, columns, { answer });
    return null;
  });
}
