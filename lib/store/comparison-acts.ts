import "server-only";
import type { Actor } from "../actor";
import { Changed, NotThere, Rejected } from "../outcome";
import { type ExpertiseKey, particularNames, type Standing, standingNames } from "../selection/particulars";
import { type Weights, weighed, weighedNames } from "../selection/weighing";
import { type Act, actOnProject, type Submission } from "./act";
import { tell } from "./move";
import { permit } from "./permit";
import { knownId } from "./reach";
import { nameOfBody, requireSourcingState } from "./sourcing";

/**
 * Sets how the offers of a project are weighed, until a body is chosen. `version` is of the weights that were shown, null for those that
 * the product proposes; throws Changed when somebody else set them meanwhile, Rejected when they make no hundred.
 */
export async function saveWeights(
  actor: Actor,
  { projectId, weights, version }: { projectId: string; weights: Weights; version: number | null },
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.weigh");
  const sum = weighed.reduce((total, key) => total + weights[key], 0);
  if (sum !== 100) throw new Rejected({ "weights.cost": `The weights make ${sum}. Make them 100 together.` });
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireSourcingState(act, "Weigh the offers", "rfp_open", "evaluating");
    const { id, clientId } = act.project.record;
    const by = { changedById: actor.personId, changedAt: submission.now };
    if (version === null) {
      // The project is locked, so nobody sets them between the two.
      if (await act.tx.comparisonWeights.findUnique({ where: { projectId: id } })) throw new Changed();
      await act.tx.comparisonWeights.create({ data: { projectId: id, clientId, ...weights, ...by } });
    } else {
      const { count } = await act.tx.comparisonWeights.updateMany({
        where: { projectId: id, clientId, version },
        data: { ...weights, ...by, version: { increment: 1 } },
      });
      if (count !== 1) throw new Changed();
    }
    const said = weighed.map((key) => `${weighedNames[key]} ${weights[key]}`).join(", ");
    await tell(act, "proposal.weigh", { type: "project", id }, { weights: said }, { audience: "own" });
    return null;
  });
}

export interface MarkExpertise {
  projectId: string;
  bodyId: string;
  point: ExpertiseKey;
  standing: Standing;
}

/** Says how far the client has gone with one thing that an offer states of its people. Throws Rejected where it states nothing. */
export async function markExpertise(
  actor: Actor,
  { projectId, bodyId, point, standing }: MarkExpertise,
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.weigh");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireSourcingState(act, "Mark what an offer states", "rfp_open", "evaluating");
    const { id, clientId } = act.project.record;
    const asked = requireAsked(act, bodyId);
    const offer = await act.tx.proposal.findFirst({
      where: { projectId: id, bodyId: asked, declined: false },
    });
    if (!offer?.[point]) throw new Rejected({ standing: "The offer does not state it." });
    await act.tx.expertiseMark.deleteMany({ where: { projectId: id, bodyId: asked, point } });
    if (standing !== "stated")
      await act.tx.expertiseMark.create({
        data: {
          ...{ projectId: id, clientId, bodyId: asked, point, standing },
          ...{ changedById: actor.personId, changedAt: submission.now },
        },
      });
    const data = {
      ...{ body: await nameOfBody(act, asked), what: particularNames[point] },
      standing: standingNames[standing].toLowerCase(),
    };
    await tell(act, "proposal.mark", { type: "project", id }, data, { audience: "own" });
    return null;
  });
}

/** Keeps the person's own note on an offer, and with `shared` lets the own side read it; empty words take it away. */
export async function saveOfferNote(
  actor: Actor,
  input: { projectId: string; bodyId: string; words: string | null; shared: boolean },
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.note");
  return await actOnProject(actor, { projectId: input.projectId }, submission, async (act) => {
    const { id, clientId } = act.project.record;
    const bodyId = requireAsked(act, input.bodyId);
    const { words, shared } = input;
    const key = { projectId: id, bodyId, personId: actor.personId };
    if (words === null) await act.tx.comparisonNote.deleteMany({ where: key });
    else {
      const said = { words, shared, changedAt: submission.now };
      await act.tx.comparisonNote.upsert({
        where: { projectId_bodyId_personId: key },
        create: { ...key, clientId, ...said },
        update: said,
      });
    }
    const data = { body: await nameOfBody(act, bodyId), how: sayHow(words, shared) };
    await tell(act, "proposal.note", { type: "project", id }, data, { audience: "own" });
    return null;
  });
}

function sayHow(words: string | null, shared: boolean): string {
  if (words === null) return "took away";
  return shared ? "shared" : "wrote";
}

/** The id of a body that was asked for an offer; any other does not exist here. */
function requireAsked({ project }: Act, bodyId: string): string {
  const id = knownId(bodyId);
  if (!project.record.sourcing.invitedBodyIds.includes(id)) throw new NotThere();
  return id;
}
