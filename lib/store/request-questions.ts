import "server-only";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import { actOnProject, type Submission } from "./act";
import { db } from "./db";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { knownId } from "./reach";
import { keepFromBodies, nameOfBody, requireSourcingState, sourcingDoor } from "./sourcing";

/** Questions one body may leave on one request. */
export const MAX_QUESTIONS = 50;

/** Asks the client something about its request. The client alone sees who asks. Throws Rejected past MAX_QUESTIONS. */
export async function askQuestion(
  actor: Actor,
  { projectId, question }: { projectId: string; question: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.ask");
  return await actOnProject(actor, sourcingDoor(actor, projectId), submission, async (act) => {
    requireSourcingState(act, "Ask a question", "rfp_open", "evaluating");
    const { id, clientId } = act.project.record;
    const bodyId = actor.organisationId;
    const asked = await act.tx.requestQuestion.count({ where: { projectId: id, bodyId } });
    if (asked >= MAX_QUESTIONS)
      throw new Rejected({ question: `You asked ${MAX_QUESTIONS} questions already. Write to the client.` });
    await act.tx.requestQuestion.create({
      data: {
        ...{ id: newId(), projectId: id, clientId, bodyId, question },
        ...{ askedById: actor.personId, askedAt: submission.now },
      },
    });
    const data = { body: await nameOfBody(act, bodyId) };
    await tell(act, "proposal.ask", { type: "project", id }, data, keepFromBodies(actor));
    return null;
  });
}

/** Answers a question once, for every body that was asked to propose (equal terms). Throws NotThere for an answered one. */
export async function answerQuestion(
  actor: Actor,
  { projectId, questionId, answer }: { projectId: string; questionId: string; answer: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.answer");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireSourcingState(act, "Answer a question", "rfp_open", "evaluating");
    const { id } = act.project.record;
    const { count } = await act.tx.requestQuestion.updateMany({
      where: { id: knownId(questionId), projectId: id, answeredAt: null },
      data: { answer, answeredById: actor.personId, answeredAt: submission.now },
    });
    if (count !== 1) throw new NotThere();
    await tell(act, "proposal.answer", { type: "project", id }, {}, { audience: "own" });
    return null;
  });
}

/** A question on a request, as it is shown. */
export interface ShownQuestion {
  id: string;
  question: string;
  answer: string | null;
  /** Who asked: for the client alone; a body reads its own as "You". */
  by: string | null;
  askedAt: Date | null;
}

/** Every question of the client's request, those without an answer first. The project was looked up through the actor. */
export async function listQuestions(actor: Actor, projectId: string): Promise<ShownQuestion[]> {
  return await db(actor).$queryRaw<ShownQuestion[]>`
    SELECT q.id::text, q.question, q.answer, b.name AS by, q.asked_at AS "askedAt"
    FROM request_question q LEFT JOIN organisation b ON b.id = q.body_id
    WHERE q.project_id = ${projectId}::uuid AND q.client_id = ${actor.organisationId}::uuid
    ORDER BY q.answered_at NULLS FIRST, q.asked_at, q.id`;
}

/** What a body reads of a request: its own questions that wait, and every question that was answered, without who asked it. */
export async function listAskedQuestions(actor: Actor, projectId: string): Promise<ShownQuestion[]> {
  return await db(actor).$queryRaw<ShownQuestion[]>`
    SELECT id, question, answer, by, "askedAt" FROM (
      SELECT a.id, a.question, a.answer, NULL AS by, NULL::timestamptz AS "askedAt", a.answered_at AS at, 1 AS part
      FROM answered_questions(${projectId}::uuid) a
      UNION ALL SELECT q.id, q.question, NULL, 'You', q.asked_at, q.asked_at, 2 FROM request_question q
      WHERE q.project_id = ${projectId}::uuid AND q.body_id = ${actor.organisationId}::uuid AND q.answered_at IS NULL) shown
    ORDER BY part, at`;
}
