import "server-only";
import type { Claims } from "../oidc/claims";
import { domainOf } from "../oidc/domain-proof";
import { ProviderFailed } from "../oidc/provider";
import { db, FRONT_DOOR, type Tx, withAsker } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";

/** So many people of one organisation can wait for a role: a provider says who comes, and each is a row. */
export const MAX_WAITING = 50;

/** Whom a provider means, to its own organisation; null for somebody it has not sent before. */
export async function findIdentity(
  organisationId: string,
  { issuer, subject }: Claims,
): Promise<string | null> {
  const identity = await db(FRONT_DOOR).oidcIdentity.findFirst({
    where: { organisationId, issuer, subject },
    select: { personId: true },
  });
  return identity?.personId ?? null;
}

/**
 * The person a provider means: the one it meant before by the same issuer and subject; at the first time the member of this
 * organisation with the address, when the provider says the address is verified and the organisation verified its domain;
 * else somebody new, without a role. Throws ProviderFailed when too many wait for a role already.
 */
export async function recognise(organisationId: string, claims: Claims, now: Date): Promise<string> {
  return await withAsker(FRONT_DOOR, async (tx) => {
    // Two first sign-ins of one person make one account.
    await tx.$executeRaw`SELECT FROM identity_provider WHERE organisation_id = ${organisationId}::uuid FOR UPDATE`;
    const { issuer, subject, email } = claims;
    const key = { organisationId, issuer, subject };
    const known = await tx.oidcIdentity.findFirst({ where: key });
    if (known) {
      await tx.oidcIdentity.update({ where: { id: known.id }, data: { usedAt: now } });
      return known.personId;
    }
    const address = await ownAddress(tx, organisationId, claims);
    const member = address === null ? null : await findLinkable(tx, key, address);
    const person = member ?? (await welcome(tx, organisationId, claims, address, now));
    await tx.oidcIdentity.create({
      data: { id: newId(), ...key, personId: person.id, email, createdAt: now, usedAt: now },
    });
    const who = { organisationId, personId: person.id, personName: person.name };
    const kind = member ? "provider.link" : "provider.join";
    await tellOrganisation(tx, who, kind, person.id, { issuer }, now);
    return person.id;
  });
}

/** The address that the provider may speak for: verified by the provider, in a domain that the organisation verified. */
async function ownAddress(
  tx: Tx,
  organisationId: string,
  { email, isEmailVerified }: Claims,
): Promise<string | null> {
  const domain = isEmailVerified && email ? domainOf(email) : null;
  if (!domain) return null;
  const verified = await tx.signInDomain.findFirst({
    where: { organisationId, domain, verifiedAt: { not: null } },
    select: { id: true },
  });
  return verified && email;
}

/** The active member of the organisation with this address, whom the same provider has not sent before by another subject. */
async function findLinkable(
  tx: Tx,
  { organisationId, issuer }: { organisationId: string; issuer: string },
  email: string,
) {
  return await tx.person.findFirst({
    where: {
      email,
      memberships: { some: { organisationId, active: true } },
      identities: { none: { organisationId, issuer } },
    },
    select: { id: true, name: true },
  });
}

/**
 * Somebody new: a member without a role, who reaches nothing until an administrator gives one. The account gets the address
 * only when nobody has it; whether somebody elsewhere does is not to be learnt here.
 */
async function welcome(tx: Tx, organisationId: string, claims: Claims, address: string | null, now: Date) {
  const waiting = await tx.membership.count({
    where: {
      organisationId,
      active: true,
      roles: { isEmpty: true },
      person: { identities: { some: { organisationId } } },
    },
  });
  if (waiting >= MAX_WAITING) throw new ProviderFailed("full");
  const isTaken = address !== null && (await tx.person.findUnique({ where: { email: address } })) !== null;
  const name = claims.name ?? claims.email ?? "Newcomer";
  const { demo } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const person = await tx.person.create({
    data: { id: newId(), name, email: isTaken ? null : address, demo, createdAt: now },
    select: { id: true, name: true },
  });
  await tx.membership.create({ data: { organisationId, personId: person.id, roles: [], createdAt: now } });
  return person;
}
