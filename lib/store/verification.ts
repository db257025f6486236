import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import type { FindingFacts, VerificationMethod } from "../lifecycle/nonconformity-rules";
import { nameCarryTarget } from "../lifecycle/verification-words";
import { type Act, actOnProject, type Submission } from "./act";
import { type FindingAct, findingSubject } from "./finding-act";
import { handOverWhenReady } from "./handover";
import { allow, move } from "./move";
import { factsOfFinding, type IssuedFinding } from "./nonconformities";

/** Whether the act removed the last obstacle, so that the decision opened by itself. */
export interface Reviewed {
  handedOver: boolean;
}

type Facts = FindingFacts & IssuedFinding;

/** One act of the body on a nonconformity, then the hand-over to the decision if nothing stands against it any more. */
async function review(
  actor: Actor,
  input: FindingAct,
  submission: Submission,
  run: (act: Act, facts: Facts) => Promise<void>,
): Promise<Reviewed> {
  return await actOnProject(actor, input, submission, async (act) => {
    await run(act, factsOfFinding(act, input.findingId));
    return { handedOver: await handOverWhenReady(act) };
  });
}

export interface AcceptPlan extends FindingAct {
  /** What the body will need to verify it: documents, a limited or a full audit (CAP-3); null = not said yet. */
  method: VerificationMethod | null;
}

/** Accepts the plan (CAP-2) and tells the client how it will be verified (CAP-3). */
export async function acceptPlan(actor: Actor, input: AcceptPlan, submission: Submission): Promise<Reviewed> {
  return await review(actor, input, submission, async (act, facts) => {
    const allowed = allow("nonconformity", "acceptPlan", facts.finding.state, facts, {});
    await act.tx.actionPlan.update({
      where: { findingId: facts.finding.id },
      data: { acceptedOn: dayToDate(act.moment.on), acceptedById: act.moment.personId },
    });
    const columns = { returnComment: null, verificationMethod: input.method };
    await move(act, findingSubject(facts.finding, input.version), allowed, columns, { number: facts.number });
  });
}

export interface ReturnWork extends FindingAct {
  comment: string;
}

/** Returns the plan with reasons (CAP-2): the client writes it anew, the due day stays. */
export async function returnPlan(actor: Actor, input: ReturnWork, submission: Submission): Promise<Reviewed> {
  return await review(actor, input, submission, async (act, facts) => {
    const { comment } = input;
    const allowed = allow("nonconformity", "returnResponse", facts.finding.state, facts, { comment });
    const told = { number: facts.number, comment };
    await move(act, findingSubject(facts.finding, input.version), allowed, { returnComment: comment }, told);
  });
}

/** Returns the evidence with reasons (CAP-2): the files stay, the client adds to them. */
export async function returnEvidence(
  actor: Actor,
  input: ReturnWork,
  submission: Submission,
): Promise<Reviewed> {
  return await review(actor, input, submission, async (act, facts) => {
    const { comment } = input;
    const allowed = allow("nonconformity", "returnEvidence", facts.finding.state, facts, { comment });
    const told = { number: facts.number, comment };
    await move(act, findingSubject(facts.finding, input.version), allowed, { returnComment: comment }, told);
  });
}

export interface Verify extends FindingAct {
  method: VerificationMethod;
  effectiveness: string;
}

/** Verifies the correction and the corrective action, with what showed that they work (CAP-2, CAP-3). */
export async function verifyFinding(actor: Actor, input: Verify, submission: Submission): Promise<Reviewed> {
  return await review(actor, input, submission, async (act, facts) => {
    const { method, effectiveness } = input;
    const allowed = allow("nonconformity", "verify", facts.finding.state, facts, { method, effectiveness });
    const columns = {
      verificationMethod: method,
      effectiveness,
      verifiedOn: dayToDate(act.moment.on),
      verifiedById: act.moment.personId,
      returnComment: null,
    };
    const told = { number: facts.number, method };
    await move(act, findingSubject(facts.finding, input.version), allowed, columns, told);
  });
}

/** Closes a verified nonconformity. */
export async function closeFinding(
  actor: Actor,
  input: FindingAct,
  submission: Submission,
): Promise<Reviewed> {
  return await review(actor, input, submission, async (act, facts) => {
    const allowed = allow("nonconformity", "close", facts.finding.state, facts, {});
    const columns = { closedOn: dayToDate(act.moment.on) };
    await move(act, findingSubject(facts.finding, input.version), allowed, columns, { number: facts.number });
  });
}

export interface CarryFinding extends FindingAct {
  /** Id of a later audit, or NEXT_SURVEILLANCE. */
  to: string;
}

/** Carries a minor with an accepted plan to the next audit, which verifies it (DEC-4). */
export async function carryFinding(
  actor: Actor,
  input: CarryFinding,
  submission: Submission,
): Promise<Reviewed> {
  return await review(actor, input, submission, async (act, facts) => {
    const { to } = input;
    const allowed = allow("nonconformity", "carryToNextAudit", facts.finding.state, facts, { to });
    const told = { number: facts.number, audit: nameCarryTarget(facts.record, to) };
    await move(act, findingSubject(facts.finding, input.version), allowed, { carriedTo: to }, told);
  });
}
