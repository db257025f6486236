import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate, isAfter, isBefore } from "../day";
import { NotThere, Rejected } from "../outcome";
import { hashToken, tokenFor } from "../session/token";
import { type Act, actOnProject, type Submission } from "./act";
import { db, type Tx } from "./db";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { pool } from "./pool";
import { knownId } from "./reach";
import { nameOfBody, requireSourcingState } from "./sourcing";

/** What a link was used for. */
export type LinkUse = "opened" | "answered" | "declined" | "asked" | "downloaded";

/** Uses of a link that a page lists, the latest first. */
const MAX_LISTED = 50;
/** Openings within so short a time are one: a page that is looked at again tells nothing new. */
const ONE_OPENING_MS = 10 * 60 * 1000;

export interface MakeLink {
  projectId: string;
  bodyId: string;
  /** Who gets the link: what comes through it is recorded as this person's act. */
  recipient: string;
  /** The last day on which it opens, in the project's zone. */
  lastDay: Day;
}

/**
 * Makes the private link by which an invited body that is not on CertTrail answers a request (domain.md 6.1). A link that was made
 * before ends with it. Returns its token, which is kept nowhere. Throws Rejected for a body that answers here itself.
 */
export async function makeAnswerLink(actor: Actor, input: MakeLink, submission: Submission): Promise<string> {
  permit(actor, "proposal.link");
  // From the request's id, so that a repeat gets the same link and no table holds it.
  const token = tokenFor(`answer ${actor.organisationId} ${submission.id}`);
  await actOnProject(actor, input, submission, async (act) => {
    requireSourcingState(act, "Make an answer link", "rfp_open", "evaluating");
    const bodyId = await requireBodyOffCertTrail(act, input.bodyId);
    if (!isAfter(input.lastDay, act.moment.today))
      throw new Rejected({ lastDay: "Enter a day after today." });
    await placeLink(act, { ...input, bodyId }, token);
    return null;
  });
  return token;
}

/** Puts a link in the place of the one before, and tells of it. The body was looked up and is not on CertTrail. */
export async function placeLink(
  act: Act,
  { bodyId, recipient, lastDay }: Pick<MakeLink, "bodyId" | "recipient" | "lastDay">,
  token: string,
): Promise<void> {
  const { tx, actor, submission, project } = act;
  const { id: projectId, clientId } = project.record;
  await endLinks(tx, projectId, bodyId, submission.now);
  const personId = await nameRecipient(tx, bodyId, recipient, submission.now);
  await tx.answerLink.create({
    data: {
      ...{ id: newId(), projectId, clientId, bodyId, personId, lastDay: dayToDate(lastDay) },
      ...{ tokenHash: hashToken(token), madeById: actor.personId, madeAt: submission.now },
    },
  });
  const data = { body: await nameOfBody(act, bodyId), recipient, lastDay };
  await tell(act, "proposal.link", { type: "project", id: projectId }, data, { audience: "own" });
}

/** Ends the open link of a body at once. Throws NotThere when there is none. */
export async function revokeAnswerLink(
  actor: Actor,
  { bodyId, ...input }: { projectId: string; bodyId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.link");
  return await actOnProject(actor, input, submission, async (act) => {
    const { id } = act.project.record;
    const count = await endLinks(act.tx, id, knownId(bodyId), submission.now);
    if (count === 0) throw new NotThere();
    const data = { body: await nameOfBody(act, knownId(bodyId)) };
    await tell(act, "proposal.unlink", { type: "project", id }, data, { audience: "own" });
    return null;
  });
}

async function requireBodyOffCertTrail(act: Act, id: string): Promise<string> {
  const bodyId = knownId(id);
  if (!act.project.record.sourcing.invitedBodyIds.includes(bodyId)) throw new NotThere();
  const body = await act.tx.organisation.findUniqueOrThrow({ where: { id: bodyId } });
  if (body.connected) {
    throw new Rejected({ recipient: `${body.name} is on CertTrail and answers there. It needs no link.` });
  }
  return bodyId;
}

async function endLinks(tx: Tx, projectId: string, bodyId: string, now: Date): Promise<number> {
  const where = { projectId, bodyId, revokedAt: null };
  return (await tx.answerLink.updateMany({ where, data: { revokedAt: now } })).count;
}

/** The person of the body by that name, or a new one, who has no way to sign in. */
async function nameRecipient(tx: Tx, bodyId: string, name: string, now: Date): Promise<string> {
  const spelled = name.trim().replace(/\s+/g, " ");
  const known = await tx.membership.findFirst({
    where: { organisationId: bodyId, person: { name: { equals: spelled, mode: "insensitive" } } },
    select: { personId: true },
  });
  if (known) return known.personId;
  const personId = newId();
  await tx.person.create({ data: { id: personId, name: spelled, createdAt: now } });
  await tx.membership.create({ data: { organisationId: bodyId, personId, roles: [], createdAt: now } });
  return personId;
}

/** The link that was made last for a body of a project, and what it was used for. */
export interface ShownLink {
  recipient: string;
  madeAt: Date;
  lastDay: Day;
  state: "open" | "ended" | "revoked";
  uses: { what: LinkUse; at: Date }[];
}

/** The last link of an invited body, for the client. The project was looked up through the actor. */
export async function readAnswerLink(
  actor: Actor,
  projectId: string,
  bodyId: string,
  today: Day,
): Promise<ShownLink | null> {
  const link = await db(actor).answerLink.findFirst({
    where: { projectId, bodyId },
    orderBy: { madeAt: "desc" },
    select: {
      ...{ madeAt: true, lastDay: true, revokedAt: true },
      person: { select: { name: true } },
      uses: { select: { what: true, at: true }, orderBy: { at: "desc" }, take: MAX_LISTED },
    },
  });
  if (!link) return null;
  const { madeAt, revokedAt, person, uses } = link;
  const lastDay = dateToDay(link.lastDay);
  const state = revokedAt ? "revoked" : isBefore(lastDay, today) ? "ended" : "open";
  return {
    ...{ recipient: person.name, madeAt, lastDay, state },
    uses: uses.map(({ what, at }) => ({ what: what as LinkUse, at })),
  };
}

/** Who stands behind a link, as the database knows it. */
export interface OpenedLink {
  linkId: string;
  projectId: string;
  clientId: string;
  bodyId: string;
  bodyName: string;
  personId: string;
  personName: string;
  timeZone: string;
  isDemo: boolean;
  lastDay: Day;
}

/** What lies behind the token of an answer link. Throws NotThere for one that was revoked, has ended or never was. */
export async function findAnswerLink(token: string, now: Date): Promise<OpenedLink> {
  const [link] = await pool().$queryRaw<OpenedLink[]>`
    SELECT link_id AS "linkId", project_id AS "projectId", client_id AS "clientId", body_id AS "bodyId", body_name AS "bodyName",
      person_id AS "personId", person_name AS "personName", time_zone AS "timeZone", is_demo AS "isDemo", last_day::text AS "lastDay"
    FROM open_answer_link(${hashToken(token)}, ${now})`;
  if (!link) throw new NotThere();
  return link;
}

/** Notes that a link was used; openings shortly after one another are noted once. */
export async function noteUse(actor: Actor, link: OpenedLink, what: LinkUse, now: Date): Promise<void> {
  const { linkId, projectId, clientId, bodyId } = link;
  if (what === "opened") {
    const since = new Date(now.getTime() - ONE_OPENING_MS);
    const lately = await db(actor).answerLinkUse.count({ where: { linkId, what, at: { gt: since } } });
    if (lately > 0) return;
  }
  await db(actor).answerLinkUse.create({
    data: { id: newId(), linkId, projectId, clientId, bodyId, what, at: now },
  });
}
