import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import { Changed, NotThere, Rejected } from "../outcome";
import { actOnProject, factsOf, type Submission } from "./act";
import { readAgreement } from "./agreement";
import { db } from "./db";
import { allow, move, tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { offerOf, readOfferScan } from "./proposals";
import { knownId, loadOne } from "./reach";
import { readToldScope } from "./scope-profiles";
import { readScopeChange, toldScopeNo } from "./scope-versions";
import {
  findBodies,
  keepFromBodies,
  projectSubject,
  requireSourcingState,
  type SourcingAct,
} from "./sourcing";

/** More than this many bodies cannot be compared in earnest. */
export const MAX_INVITED = 20;
const MAX_REQUESTS = 200;

export interface IssueRfp extends SourcingAct {
  answerDueOn: Day;
  note: string | null;
  bodyIds: string[];
}

/** Issues the request for proposals to the chosen bodies of the register (domain.md 6.1). */
export async function issueRfp(actor: Actor, input: IssueRfp, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { id: projectId, clientId, sourcing } = act.project.record;
    const { answerDueOn, note } = input;
    const bodies = await findBodies(act, input.bodyIds);
    if (bodies.length > MAX_INVITED)
      throw new Rejected({ bodyIds: `Choose ${MAX_INVITED} bodies or fewer.` });
    const bodyIds = bodies.map(({ id }) => id);
    const allowed = allow("sourcing", "issueRfp", sourcing.state, factsOf(act), { answerDueOn, bodyIds });
    const columns = { answerDueOn: dayToDate(answerDueOn), requestNote: note };
    const data = { count: bodies.length, dueOn: answerDueOn };
    const scopeNo = await toldScopeNo(act);
    // Before the entry, which tells the bodies that are asked by then.
    await act.tx.bodyRequest.createMany({
      data: bodyIds.map((bodyId) => ({
        ...{ id: newId(), projectId, clientId, bodyId, scopeNo, sentAt: submission.now },
      })),
    });
    // Whom else the client asked is not for the bodies to know.
    await move(act, projectSubject(act, input.version), allowed, columns, data, keepFromBodies(actor));
    return null;
  });
}

/** Invites one more body while answers are still taken. */
export async function inviteBody(
  actor: Actor,
  { bodyId, ...input }: SourcingAct & { bodyId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.invite");
  return await actOnProject(actor, input, submission, async (act) => {
    const { id: projectId, clientId, sourcing } = act.project.record;
    requireSourcingState(act, "Invite body", "rfp_open", "evaluating");
    const [body] = await findBodies(act, [bodyId]);
    if (!body) throw new NotThere();
    if (sourcing.invitedBodyIds.includes(body.id)) {
      throw new Rejected({ bodyId: `${body.name} is invited already. Choose another body.` });
    }
    if (sourcing.invitedBodyIds.length >= MAX_INVITED) {
      throw new Rejected({ bodyId: `${MAX_INVITED} bodies are invited already.` });
    }
    const { id, version } = projectSubject(act, input.version);
    const { count } = await act.tx.project.updateMany({
      where: { id, version },
      data: { version: { increment: 1 } },
    });
    if (count !== 1) throw new Changed();
    await act.tx.bodyRequest.create({
      data: {
        ...{ id: newId(), projectId, clientId, bodyId: body.id, sentAt: submission.now },
        scopeNo: await toldScopeNo(act),
      },
    });
    const subject = { type: "project", id: projectId };
    await tell(act, "proposal.invite", subject, { body: body.name }, keepFromBodies(actor));
    return null;
  });
}

/** The requests a body was invited to, newest first. */
export async function listRequests(actor: Actor) {
  if (actor.side !== "body") throw new NotThere();
  const requests = await db(actor).bodyRequest.findMany({
    where: { bodyId: actor.organisationId },
    select: {
      projectId: true,
      sentAt: true,
      project: {
        select: {
          name: true,
          standardId: true,
          state: true,
          bodyId: true,
          answerDueOn: true,
          timeZone: true,
          client: { select: { name: true } },
          application: { select: { outcome: true } },
          proposals: {
            where: { bodyId: actor.organisationId },
            select: { declined: true, receivedOn: true },
          },
        },
      },
    },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: MAX_REQUESTS,
  });
  return requests.map(({ project, ...request }) => ({
    ...request,
    projectName: project.name,
    clientName: project.client.name,
    standardId: project.standardId,
    state: project.state,
    timeZone: project.timeZone,
    isChosen: project.bodyId === actor.organisationId,
    applicationOutcome:
      project.bodyId === actor.organisationId ? (project.application?.outcome ?? null) : null,
    answerDueOn: project.answerDueOn && dateToDay(project.answerDueOn),
    proposal: project.proposals[0] ?? null,
  }));
}

/**
 * A request as the invited body sees it: what the client asks for and the body's own proposal; application and letter
 * once it is the chosen one. Nothing of other bodies is in it.
 */
export async function readRequest(actor: Actor, projectId: string, viewedAt: Date) {
  const bodyId = actor.organisationId;
  const request = await db(actor).bodyRequest.findFirst({
    where: { bodyId, projectId: knownId(projectId), project: { state: { not: "planning" } } },
    select: {
      id: true,
      viewedAt: true,
      toldText: true,
      scopeNo: true,
      project: {
        select: {
          requestNote: true,
          client: { select: { name: true, legalName: true, country: true, languages: true } },
          proposals: { where: { bodyId } },
        },
      },
    },
  });
  if (!request) throw new NotThere();
  if (!request.viewedAt)
    await db(actor).bodyRequest.update({ where: { id: request.id }, data: { viewedAt } });
  const { client, proposals, requestNote } = request.project;
  const project = await loadOne(db(actor), knownId(projectId));
  const { siteIds } = project.record;
  const isChosen = project.record.bodyId === bodyId;
  const agreement = isChosen ? await readAgreement(actor, project.record) : null;
  const offered = proposals[0]?.declined === false ? proposals[0].scopeNo : request.scopeNo;
  const scopeChange = await readScopeChange(actor, project.record.id, offered);
  return {
    ...project,
    client,
    requestNote,
    /** What the client told this body when it chose another. */
    toldText: request.toldText,
    told: scopeChange?.facts ?? (await readToldScope(actor, project.record.id)),
    scopeChange,
    // The agreement has read them already, with those that its letters name.
    sites: agreement
      ? agreement.sites.filter(({ id }) => siteIds.includes(id))
      : await db(actor).site.findMany({
          where: { id: { in: [...siteIds] } },
          orderBy: [{ name: "asc" }, { id: "asc" }],
        }),
    proposal: proposals[0] ? offerOf(proposals[0]) : null,
    scan: await readOfferScan(actor, proposals[0]),
    isChosen,
    agreement,
  };
}
