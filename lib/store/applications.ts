import "server-only";
import type { Actor } from "../actor";
import { type Day, dayToDate } from "../day";
import { actOnProject, factsOf, type Submission } from "./act";
import { allow, move } from "./move";
import { projectSubject, requireChosenBody, type SourcingAct, sourcingDoor } from "./sourcing";

export interface SendApplication extends SourcingAct {
  signatory: string;
  consultancy: string;
  consultancyBodyRelated: boolean;
  consultancyEndedOn: Day | null;
  notes: string | null;
}

/** Sends the application to the chosen body, signed for the client (APP-1, APP-2). */
export async function sendApplication(
  actor: Actor,
  input: SendApplication,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { version, projectId: _, consultancyEndedOn, ...statement } = input;
    const { id: projectId, clientId, sourcing } = act.project.record;
    const allowed = allow("sourcing", "sendApplication", sourcing.state, factsOf(act), input);
    const bodyId = requireChosenBody(act);
    await move(act, projectSubject(act, version), allowed, {}, { signatory: statement.signatory.trim() });
    const columns = {
      ...statement,
      bodyId,
      consultancyEndedOn: consultancyEndedOn && dayToDate(consultancyEndedOn),
      sentOn: dayToDate(act.moment.on),
    };
    const unanswered = {
      outcome: "waiting",
      reasons: null,
      competence: null,
      reviewedOn: null,
      reviewedById: null,
    };
    await act.tx.application.upsert({
      where: { projectId },
      create: { projectId, clientId, ...columns },
      update: { ...columns, ...unanswered },
    });
    return null;
  });
}

/** Accepts the application, with the competence that audit and decision need (APP-3 … APP-5). */
export async function acceptApplication(
  actor: Actor,
  { competence, ...input }: SourcingAct & { competence: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, input.projectId), submission, async (act) => {
    requireChosenBody(act);
    const { id: projectId, sourcing } = act.project.record;
    const allowed = allow("sourcing", "acceptApplication", sourcing.state, factsOf(act), { competence });
    await move(act, projectSubject(act, input.version), allowed, {}, {});
    await act.tx.application.update({
      where: { projectId },
      data: {
        outcome: "accepted",
        competence: competence.trim(),
        reviewedOn: dayToDate(act.moment.on),
        reviewedById: act.moment.personId,
      },
    });
    return null;
  });
}

/** Declines the application with reasons (APP-4); the client goes back to its proposals. */
export async function declineApplication(
  actor: Actor,
  { reason, ...input }: SourcingAct & { reason: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, input.projectId), submission, async (act) => {
    requireChosenBody(act);
    const { id: projectId, sourcing } = act.project.record;
    const allowed = allow("sourcing", "declineApplication", sourcing.state, factsOf(act), { reason });
    const unchosen = {
      bodyId: null,
      chosenProposalId: null,
      recommendedProposalId: null,
      recommendReason: null,
      overrideReason: null,
    };
    await move(act, projectSubject(act, input.version), allowed, unchosen, { reason: reason.trim() });
    await act.tx.application.update({
      where: { projectId },
      data: {
        outcome: "declined",
        reasons: reason.trim(),
        reviewedOn: dayToDate(act.moment.on),
        reviewedById: act.moment.personId,
      },
    });
    return null;
  });
}
