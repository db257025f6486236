import "server-only";
import type { Role } from "../lifecycle/who";
import { Changed, NotThere, Rejected } from "../outcome";
import { isPasswordRight } from "../session/password";
import { hashToken } from "../session/token";
import { db, FRONT_DOOR, type Tx, withAsker } from "./db";
import { newId } from "./new-id";
import { hashNewPassword } from "./new-password";
import { tellOrganisation } from "./organisation-events";

/** The invitation behind a link: its organisation, its roles, and whether the address has an account already. */
export async function findInvitation(token: string, now: Date) {
  const invitation = await db(FRONT_DOOR).invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, endsAt: { gt: now } },
    select: { email: true, roles: true, organisation: { select: { name: true } } },
  });
  if (!invitation) throw new NotThere();
  const person = await db(FRONT_DOOR).person.findUnique({
    where: { email: invitation.email },
    select: { id: true },
  });
  return {
    email: invitation.email,
    roles: invitation.roles as Role[],
    organisationName: invitation.organisation.name,
    hasAccount: person !== null,
  };
}

export interface Acceptance {
  token: string;
  /** Left out when the address has an account. */
  name: string | null;
  password: string;
}

/**
 * Accepts an invitation: makes the account, or asks for the password of the one there is. Never changes the roles of
 * somebody who is a member already. Throws NotThere for a link that was used, has ended or never was.
 */
export async function acceptInvitation({ token, name, password }: Acceptance, now: Date): Promise<void> {
  const { hasAccount, email: address, organisationName } = await findInvitation(token, now);
  if (!hasAccount && !name) throw new Rejected({ name: "Enter your name" });
  const owner = { name: name ?? "", email: address, organisation: organisationName };
  const passwordHash = hasAccount ? null : await hashNewPassword(password, owner);
  await withAsker(FRONT_DOOR, async (tx) => {
    const where = { tokenHash: hashToken(token), acceptedAt: null, endsAt: { gt: now } };
    const { count } = await tx.invitation.updateMany({ where, data: { acceptedAt: now } });
    if (count !== 1) throw new NotThere();
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { tokenHash: hashToken(token) },
      include: { organisation: true },
    });
    const { organisation, email, roles } = invitation;
    const account = await tx.person.findUnique({ where: { email } });
    if (account && passwordHash)
      throw new Changed("This address has an account by now. Load the page again.");
    const person = account
      ? await requirePassword(account, password)
      : await makeAccount(tx, invitation, { name: (name ?? "").trim(), passwordHash }, now);
    await refuseSecondSide(tx, person.id, organisation);
    const key = { organisationId_personId: { organisationId: organisation.id, personId: person.id } };
    const member = await tx.membership.findUnique({ where: key });
    if (member && account) {
      throw new Rejected({ password: "You are a member already. An administrator can change your roles." });
    }
    if (member) await tx.membership.update({ where: key, data: { roles, version: { increment: 1 } } });
    else {
      await tx.membership.create({
        data: { organisationId: organisation.id, personId: person.id, roles, createdAt: now },
      });
    }
    // A body whose first person has joined acts for itself from now on.
    if (!organisation.connected) {
      await tx.organisation.update({
        where: { id: organisation.id },
        data: { connected: true, managedById: null, version: { increment: 1 } },
      });
    }
    const who = { organisationId: organisation.id, personId: person.id, personName: person.name };
    await tellOrganisation(tx, who, "member.join", person.id, { organisation: organisation.name }, now);
  });
}

/**
 * The account of somebody new. Where the client has named this person in recorded acts of the body, it becomes that
 * person's account: who audited then must still be known as the one who may not decide now (DEC-1).
 */
async function makeAccount(
  tx: Tx,
  invitation: { email: string; organisation: { id: string; demo: boolean } },
  { name, passwordHash }: { name: string; passwordHash: string | null },
  now: Date,
) {
  const { email, organisation } = invitation;
  const named = await tx.person.findFirst({
    where: {
      email: null,
      name: { equals: name, mode: "insensitive" },
      memberships: { some: { organisationId: organisation.id } },
    },
  });
  if (named) return await tx.person.update({ where: { id: named.id }, data: { email, passwordHash } });
  return await tx.person.create({
    data: { id: newId(), name, email, passwordHash, demo: organisation.demo, createdAt: now },
  });
}

async function requirePassword(
  account: { id: string; name: string; passwordHash: string | null },
  password: string,
) {
  if (await isPasswordRight(account.passwordHash, password)) return account;
  if (account.passwordHash === null) {
    throw new Rejected({
      password:
        "This address signs in through its organisation's provider and has no password. Ask for an invitation to another address.",
    });
  }
  throw new Rejected({ password: "The password is not the one of your account. Try again." });
}

/** Nobody acts for both sides of one project (17021-1 5.2). */
async function refuseSecondSide(tx: Tx, personId: string, organisation: { id: string }) {
  const [answer] = await tx.$queryRaw<{ isOther: boolean }[]>`
    SELECT acts_for_the_other_side(${personId}::uuid, ${organisation.id}::uuid) AS "isOther"`;
  if (!answer?.isOther) return;
  throw new Rejected({
    password:
      "You act for the other side of a project of this organisation. Use another person (ISO/IEC 17021-1 5.2).",
  });
}
