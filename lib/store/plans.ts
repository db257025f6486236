import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { type Act, actOnProject, type Submission } from "./act";
import type { Prisma } from "./db";
import { type FindingAct, findingSubject } from "./finding-act";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { factsOfFinding, findingKeys, type IssuedFinding } from "./nonconformities";
import { type PlanInput, planFacts, writePlan } from "./plan-rows";

export interface PlanAct extends FindingAct {
  plan: PlanInput;
}

/** Saves the client's plan as far as it is written (CAP-1). Only the client's side learns of it. */
export async function savePlan(actor: Actor, input: PlanAct, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const facts = factsOfFinding(act, input.findingId);
    const allowed = allow("nonconformity", "savePlan", facts.finding.state, facts, {});
    await writePlan(act, facts, input.plan);
    const { number } = facts;
    await move(
      act,
      findingSubject(facts.finding, input.version),
      allowed,
      {},
      { number },
      { audience: "own" },
    );
    return null;
  });
}

/**
 * Submits the plan to the body and keeps it word for word (CAP-1, CAP-4, CAP-6). Refused while a part is missing or an
 * action is due after the day of closing. Returns the reference of the submission: "NC-003-1".
 */
export async function submitPlan(
  actor: Actor,
  input: PlanAct,
  submission: Submission,
): Promise<{ reference: string }> {
  return await actOnProject(actor, input, submission, async (act) => {
    const facts = factsOfFinding(act, input.findingId);
    const written = { ...facts, finding: { ...facts.finding, plan: planFacts(input.plan) } };
    const allowed = allow("nonconformity", "submitResponse", facts.finding.state, written, {
      justification: submission.justification,
    });
    await writePlan(act, facts, input.plan);
    const no = await keepSubmission(act, facts, input.plan);
    const { number } = facts;
    await move(
      act,
      findingSubject(facts.finding, input.version),
      allowed,
      { returnComment: null },
      { number },
    );
    return { reference: `${number}-${no}` };
  });
}

/** What was submitted, word for word, with the names as they were that day; the row can never be changed. */
export interface SubmittedPlan extends Omit<PlanInput, "actions"> {
  actions: (Omit<PlanInput["actions"][number], "id" | "ownerId"> & { owner: string | null })[];
}

async function keepSubmission(act: Act, issued: IssuedFinding, plan: PlanInput): Promise<number> {
  const { tx, moment, submission } = act;
  const keys = findingKeys(act, issued);
  const owners = await tx.person.findMany({
    where: { id: { in: plan.actions.flatMap(({ ownerId }) => ownerId ?? []) } },
    select: { id: true, name: true },
  });
  const content: SubmittedPlan = {
    ...plan,
    actions: plan.actions.map(({ id: _id, ownerId, ...action }) => ({
      ...action,
      owner: owners.find(({ id }) => id === ownerId)?.name ?? null,
    })),
  };
  const no = 1 + (await tx.planSubmission.count({ where: { findingId: keys.findingId } }));
  await tx.planSubmission.create({
    data: {
      ...keys,
      id: newId(),
      no,
      content: content as unknown as Prisma.InputJsonValue,
      submittedById: moment.personId,
      submittedAt: submission.now,
    },
  });
  await tx.actionPlan.update({
    where: { findingId: keys.findingId },
    data: {
      submittedOn: dayToDate(moment.on),
      submittedById: moment.personId,
      acceptedOn: null,
      acceptedById: null,
    },
  });
  return no;
}
