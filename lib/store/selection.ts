import "server-only";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import { dateToDay } from "../day";
import { settle } from "../lifecycle/ask";
import { MIN_RECOMMENDATION, type RecommendCbInput } from "../lifecycle/choice-rules";
import { findProposal } from "../lifecycle/reading";
import { NotThere } from "../outcome";
import { checkAccreditation, schemeOf } from "../selection/accreditation-gate";
import { findStandard } from "../standards/editions";
import { accreditationOf } from "./accreditations";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { type ChoiceStatement, keepChoice, keepTies, readChoice, toldWith, withProfile } from "./choices";
import { db } from "./db";
import { listRates } from "./exchange-rates";
import { allow, move } from "./move";
import { offerOf } from "./proposals";
import { reachProject } from "./reach";
import { readTellingScope } from "./scope-profiles";
import { keepFromBodies, nameOfBody, projectSubject, type SourcingAct } from "./sourcing";
import { viewingFacts } from "./viewing";

/** Starts the comparison; further answers are still taken (domain.md 6.1, 5.1: at least three, or a reason). */
export async function evaluate(actor: Actor, input: SourcingAct, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { justification } = submission;
    const { state } = act.project.record.sourcing;
    const allowed = allow("sourcing", "evaluate", state, factsOf(act), { justification });
    await move(act, projectSubject(act, input.version), allowed, {}, {}, keepFromBodies(actor));
    return null;
  });
}

export interface RecommendCb extends SourcingAct, ChoiceStatement {
  proposalId: string;
  reason: string;
}

/** Recommends a body to the executive. A SOFT rule against it needs the written override, which is kept. */
export async function recommendCb(actor: Actor, input: RecommendCb, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { projectId: _, version, ...stated } = input;
    const { justification } = submission;
    const { state } = act.project.record.sourcing;
    const asked = { ...(await withProfile(act, stated)), justification };
    const allowed = allow("sourcing", "recommendCb", state, factsOf(act), asked);
    const body = await nameOfProposal(act, input.proposalId);
    const reason = input.reason.trim();
    const overrideReason = allowed.justified.length > 0 ? (justification?.trim() ?? null) : null;
    const columns = { recommendedProposalId: input.proposalId, recommendReason: reason, overrideReason };
    const data = { body, reason, ...(await toldWith(act, stated)) };
    await move(act, projectSubject(act, version), allowed, columns, data, keepFromBodies(actor));
    await keepChoice(act, stated);
    return null;
  });
}

/** Confirms the recommended body: it becomes the body of the project. */
export async function selectCb(actor: Actor, input: SourcingAct, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { record } = act.project;
    const allowed = allow("sourcing", "selectCb", record.sourcing.state, factsOf(act), {});
    const proposal = findProposal(record, record.sourcing.recommendedProposalId);
    if (!proposal) throw new NotThere();
    const body = await nameOfBody(act, proposal.bodyId);
    const columns = { bodyId: proposal.bodyId, chosenProposalId: proposal.id };
    await move(act, projectSubject(act, input.version), allowed, columns, { body }, keepFromBodies(actor));
    await keepTies(act, proposal.bodyId);
    return null;
  });
}

/** Returns the recommendation to the manager with the reason. */
export async function returnRecommendation(
  actor: Actor,
  { reason, ...input }: SourcingAct & { reason: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { state, recommendedProposalId } = act.project.record.sourcing;
    const allowed = allow("sourcing", "returnRecommendation", state, factsOf(act), { reason });
    const body = await nameOfProposal(act, recommendedProposalId);
    const columns = { recommendedProposalId: null, recommendReason: null, overrideReason: null };
    const data = { body, reason: reason.trim() };
    await move(act, projectSubject(act, input.version), allowed, columns, data, keepFromBodies(actor));
    return null;
  });
}

async function nameOfProposal(act: Act, proposalId: string | null): Promise<string> {
  const proposal = findProposal(act.project.record, proposalId);
  if (!proposal) throw new NotThere();
  return await nameOfBody(act, proposal.bodyId);
}

/**
 * The choice of a body as the client sees it: the request, each invited body with its accreditation for this standard
 * and its answer, and what the table would say against recommending it.
 */
export async function readSelection(actor: Actor, projectId: string) {
  const project = await reachProject(actor, projectId);
  if (actor.side !== "client") throw new NotThere();
  const { record } = project;
  const kept = await db(actor).project.findUniqueOrThrow({
    where: { id: record.id },
    select: {
      requestNote: true,
      recommendReason: true,
      overrideReason: true,
      requests: { orderBy: [{ sentAt: "asc" }, { bodyId: "asc" }] },
      proposals: true,
      application: { select: { outcome: true, bodyId: true, reasons: true } },
    },
  });
  const bodies = await db(actor).organisation.findMany({
    where: { id: { in: kept.requests.map(({ bodyId }) => bodyId) } },
    include: { accreditations: true },
  });
  const sites = await db(actor).site.findMany({
    where: { organisationId: record.clientId, id: { in: [...record.siteIds] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const facts = viewingFacts(actor, project);
  const scheme = schemeOf(findStandard(record.standardId)?.name ?? record.standardId);
  const today = currentDay(record.timeZone);
  const invited = kept.requests.flatMap((request) => {
    const body = bodies.find(({ id }) => id === request.bodyId);
    if (!body) return [];
    const row = kept.proposals.find(({ bodyId }) => bodyId === body.id);
    const proposal = row ? offerOf(row) : null;
    const held = body.accreditations.map(accreditationOf);
    return [
      {
        body: { id: body.id, name: body.name, connected: body.connected },
        sentOn: dateToDay(request.sentAt),
        viewed: request.viewedAt !== null,
        toldOn: request.toldAt && dateToDay(request.toldAt),
        gate: checkAccreditation(held, scheme, today, record.targetOn),
        proposal,
        against: proposal ? reasonsAgainstBody(facts, proposal.id) : [],
      },
    ];
  });
  const nameOf = (proposalId: string | null) =>
    invited.find(({ proposal }) => proposal && proposal.id === proposalId)?.body.name ?? null;
  return {
    ...project,
    ...kept,
    rates: await listRates(actor, record.id),
    told: await readTellingScope(actor, record.id, record.standardId),
    choice: await readChoice(actor, record.id),
    scheme,
    today,
    sites,
    invited,
    recommendedName: nameOf(record.sourcing.recommendedProposalId),
    chosenName: nameOf(record.sourcing.chosenProposalId),
  };
}

export type InvitedBody = Awaited<ReturnType<typeof readSelection>>["invited"][number];

/** What the table says against recommending a proposal, whoever looks: the guards of the command, without who and when. */
function reasonsAgainstBody(facts: ReturnType<typeof viewingFacts>, proposalId: string) {
  const reason = "x".repeat(MIN_RECOMMENDATION);
  // Of what is stated only with the choice, nothing stands against a body yet.
  const stated: Omit<RecommendCbInput, "proposalId"> = {
    ...{ reason, involvedIds: facts.record.clientPersonIds.slice(0, 1), isNamedInProfile: false },
    ...{ hasConflicts: false, conflicts: [], hasWork: false, work: [] },
  };
  const decision = settle("sourcing", "recommendCb", "evaluating", facts, { proposalId, ...stated });
  return decision.allowed ? [] : decision.refusals.filter(({ code }) => code !== "not-yours");
}
