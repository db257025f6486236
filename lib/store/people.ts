import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { bodyRoles, clientRoles, type Role } from "../lifecycle/who";
import { Changed, NotThere, Rejected } from "../outcome";
import { paths } from "../paths";
import { hashToken, tokenFor } from "../session/token";
import { db } from "./db";
import { sendLink } from "./messages";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { knownId } from "./reach";
import { endSessionsOf } from "./sessions";
import { type ActRequest, withTx } from "./tx";

const DAY_MS = 24 * 3_600_000;
/** An invitation can be accepted so many days. */
export const INVITATION_DAYS = 7;
/** Members shown on one page. */
const MAX_LISTED = 200;

/** The people of the actor's organisation by name, and the invitations that wait. Throws NotThere for an action owner. */
export async function listPeople(actor: Actor, now: Date) {
  if (!may(actor, "people.read")) throw new NotThere();
  const where = { organisationId: actor.organisationId };
  const members = await db(actor).membership.findMany({
    where,
    select: {
      personId: true,
      roles: true,
      active: true,
      version: true,
      person: {
        select: {
          name: true,
          email: true,
          identities: { where, select: { email: true }, orderBy: { usedAt: "desc" }, take: 1 },
        },
      },
    },
    orderBy: [{ active: "desc" }, { person: { name: "asc" } }, { personId: "asc" }],
    take: MAX_LISTED,
  });
  const invitations = await db(actor).invitation.findMany({
    where: { ...where, acceptedAt: null, endsAt: { gt: now } },
    select: { id: true, email: true, roles: true, endsAt: true },
    orderBy: [{ email: "asc" }, { id: "asc" }],
    take: MAX_LISTED,
  });
  return { members, invitations };
}

/** The roles that exist on the actor's side. */
export function rolesOf(actor: Actor): readonly Role[] {
  return actor.side === "client" ? clientRoles : bodyRoles;
}

function requireKnownRoles(actor: Actor, roles: readonly string[]): Role[] {
  const known = rolesOf(actor);
  const chosen = known.filter((role) => roles.includes(role));
  if (chosen.length !== new Set(roles).size) throw new Rejected({ roles: "Choose roles from the list." });
  if (chosen.length === 0) throw new Rejected({ roles: "Choose one role or more." });
  return chosen;
}

/** Invites a person. Returns the token of the link, which is shown once and stored only as its hash. */
export async function invitePerson(
  actor: Actor,
  input: { email: string; roles: readonly string[] },
  request: ActRequest,
): Promise<string> {
  permit(actor, "people.manage");
  const roles = requireKnownRoles(actor, input.roles);
  const email = input.email.trim().toLowerCase();
  // Made from the request's id, so that a repeat gets the same link and no table ever holds it.
  const token = tokenFor(`invitation ${actor.organisationId} ${request.id}`);
  await withTx(actor, request, async (tx) => {
    const member = await tx.membership.findFirst({
      where: { organisationId: actor.organisationId, person: { email } },
      select: { personId: true },
    });
    if (member)
      throw new Rejected({ email: "This person is a member already. Change the roles in the list." });
    const id = newId();
    const { organisationId } = actor;
    await tx.invitation.deleteMany({ where: { organisationId, email, acceptedAt: null } });
    await tx.invitation.create({
      data: {
        id,
        organisationId,
        email,
        roles,
        tokenHash: hashToken(token),
        invitedById: actor.personId,
        createdAt: request.now,
        endsAt: new Date(request.now.getTime() + INVITATION_DAYS * DAY_MS),
      },
    });
    const subject = `You are invited to act for ${actor.organisationName}`;
    const link = {
      organisationId,
      address: email,
      subject,
      about: "CertTrail",
      path: paths.invitation(token),
    };
    await sendLink(tx, { ...link, kind: "invitation" }, request.now);
    await tellOrganisation(tx, actor, "member.invite", id, { email, roles: roles.join(", ") }, request.now);
    return null;
  });
  return token;
}

export interface MemberChange {
  personId: string;
  version: number;
}

/** Gives a member other roles, who signs in again everywhere. The last active administrator keeps that role. */
export async function changeRoles(
  actor: Actor,
  input: MemberChange & { roles: readonly string[] },
  request: ActRequest,
): Promise<null> {
  const roles = requireKnownRoles(actor, input.roles);
  return await changeMember(actor, input, request, { roles }, async (tx, name) => {
    const data = { person: name, roles: roles.join(", ") };
    await tellOrganisation(tx, actor, "member.changeRoles", input.personId, data, request.now);
  });
}

/** Switches a member off or on again. Nobody is deleted: names stay in the record (DOC-2). */
export async function setActive(
  actor: Actor,
  input: MemberChange & { active: boolean },
  request: ActRequest,
): Promise<null> {
  const { active } = input;
  return await changeMember(actor, input, request, { active }, async (tx, person) => {
    const kind = active ? "member.reactivate" : "member.deactivate";
    await tellOrganisation(tx, actor, kind, input.personId, { person }, request.now);
  });
}

type ToldTx = Parameters<typeof tellOrganisation>[0];

async function changeMember(
  actor: Actor,
  { personId, version }: MemberChange,
  request: ActRequest,
  data: { roles?: Role[]; active?: boolean },
  tell: (tx: ToldTx, personName: string) => Promise<void>,
): Promise<null> {
  permit(actor, "people.manage");
  const { organisationId } = actor;
  return await withTx(actor, request, async (tx) => {
    await tx.$executeRaw`SELECT FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
    const key = { organisationId_personId: { organisationId, personId: knownId(personId) } };
    const member = await tx.membership.findUnique({
      where: key,
      include: { person: { select: { name: true } } },
    });
    if (!member) throw new NotThere();
    if (member.version !== version) throw new Changed();
    await tx.membership.update({ where: key, data: { ...data, version: { increment: 1 } } });
    const administrator = await tx.membership.findFirst({
      where: { organisationId, active: true, roles: { has: "admin" } },
      select: { personId: true },
    });
    if (!administrator) {
      throw new Rejected({
        roles: "This is the last administrator. Make somebody else administrator first.",
      });
    }
    await endSessionsOf(tx, personId, request.now);
    await tell(tx, member.person.name);
    return null;
  });
}
