import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { NotThere } from "../outcome";
import type { Submission } from "./act";
import { type AuditAct, type AuditActing, actOnAudit, auditKeys } from "./audit-acts";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { takeNumber } from "./numbers";
import { knownId } from "./reach";

export interface DraftConcern extends AuditAct {
  /** The draft that is rewritten; null makes a new one. */
  concernId: string | null;
  requirementRef: string;
  statement: string;
  blocking: boolean;
}

/** Drafts an area of concern, or rewrites a draft. Only the own side sees it until it is issued (ST1-2, invariant 18). */
export async function draftConcern(actor: Actor, input: DraftConcern, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { concernId, requirementRef, statement, blocking } = input;
    const allowed = allow("audit", "draftConcern", audit.state, facts, { text: statement, blocking });
    await move(act, subject, allowed, {}, { audit: name }, { audience: "own" });
    if (concernId === null) {
      const draft = { requirementRef, statement, blocking, draftedByOrganisationId: actor.organisationId };
      await act.tx.concern.create({ data: { id: newId(), ...auditKeys(acting), ...draft } });
      return null;
    }
    const rewritten = await act.tx.concern.updateMany({
      where: { id: knownId(concernId), auditId: audit.id, state: "draft" },
      data: { requirementRef, statement, blocking },
    });
    if (rewritten.count === 0) throw new NotThere();
    return null;
  });
}

export interface ConcernAct extends AuditAct {
  concernId: string;
}

/** Issues a drafted area of concern under its number, S1-01 and so on: both sides see it from now on (ST1-2). */
export async function issueConcern(actor: Actor, input: ConcernAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { concernId } = input;
    const allowed = allow("audit", "issueConcern", audit.state, facts, { concernId });
    const { id, blocking } = await findConcern(acting, concernId);
    const number = await takeNumber(act.tx, act.project.record.id, "S1");
    await move(act, subject, allowed, {}, { audit: name, concern: number, blocking });
    await act.tx.concern.update({ where: { id }, data: { number, state: "open" } });
    return null;
  });
}

/** Deletes a draft that was never issued. */
export async function discardConcern(actor: Actor, input: ConcernAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { concernId } = input;
    const allowed = allow("audit", "discardConcern", audit.state, facts, { concernId });
    await move(act, subject, allowed, {}, { audit: name }, { audience: "own" });
    await act.tx.concern.delete({ where: { id: concernId } });
    return null;
  });
}

export interface AnswerConcern extends ConcernAct {
  answer: string;
}

/** The client answers an area of concern. */
export async function answerConcern(
  actor: Actor,
  input: AnswerConcern,
  submission: Submission,
): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { concernId, answer } = input;
    const allowed = allow("audit", "answerConcern", audit.state, facts, { concernId, answer });
    const { id, number } = await findConcern(acting, concernId);
    await move(act, subject, allowed, {}, { audit: name, concern: number });
    const answered = { answeredById: act.moment.personId, answeredOn: dayToDate(act.moment.on) };
    await act.tx.concern.update({ where: { id }, data: { state: "answered", answer, ...answered } });
    return null;
  });
}

/** The body accepts the client's answer: a blocking concern blocks no more (ST1-3, INV-19). */
export async function acceptConcern(actor: Actor, input: ConcernAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { concernId } = input;
    const allowed = allow("audit", "acceptConcern", audit.state, facts, { concernId });
    const { id, number } = await findConcern(acting, concernId);
    await move(act, subject, allowed, {}, { audit: name, concern: number });
    const accepted = { acceptedById: act.moment.personId, acceptedOn: dayToDate(act.moment.on) };
    await act.tx.concern.update({ where: { id }, data: { state: "accepted", comment: null, ...accepted } });
    return null;
  });
}

export interface ReturnConcern extends ConcernAct {
  comment: string;
}

/** The body returns the answer with what is still missing; the concern is open again, the answer stays to be changed. */
export async function returnConcern(
  actor: Actor,
  input: ReturnConcern,
  submission: Submission,
): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { concernId, comment } = input;
    const allowed = allow("audit", "returnConcern", audit.state, facts, { concernId, comment });
    const { id, number } = await findConcern(acting, concernId);
    await move(act, subject, allowed, {}, { audit: name, concern: number, comment });
    await act.tx.concern.update({ where: { id }, data: { state: "open", comment } });
    return null;
  });
}

/** The row of a concern that the table has just found in this audit. */
async function findConcern({ act }: AuditActing, concernId: string) {
  const { id, number, blocking } = await act.tx.concern.findUniqueOrThrow({ where: { id: concernId } });
  return { id, blocking, number: number ?? "without number" };
}
