import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { discover, ProviderFailed } from "../oidc/provider";
import { Changed, NotThere, Rejected } from "../outcome";
import { seal } from "../session/seal";
import { db } from "./db";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { listFactors } from "./proofs";
import { openSecret, ownerOfSecret, SECRET } from "./provider-secret";
import { endProviderSessions } from "./sessions";
import { type ActRequest, withTx } from "./tx";

const NO_ANSWER =
  "No provider answers at this address as OpenID Connect asks. Check the address, or try again later.";

/** The provider of the actor's organisation as its administrators see it: never its secret. Throws NotThere for others. */
export async function readProvider(actor: Actor) {
  if (!may(actor, "provider.manage")) throw new NotThere();
  const { organisationId } = actor;
  const provider = await db(actor).identityProvider.findUnique({
    where: { organisationId },
    select: { issuer: true, clientId: true, forced: true, version: true },
  });
  const domains = await db(actor).signInDomain.findMany({
    where: { organisationId },
    select: { id: true, domain: true, verifiedAt: true },
    orderBy: { domain: "asc" },
  });
  const people = await db(actor).oidcIdentity.count({
    where: { organisationId, issuer: provider?.issuer ?? "" },
  });
  return { provider, domains, people };
}

export interface ProviderInput {
  issuer: string;
  clientId: string;
  /** Left out to keep the one there is. */
  clientSecret: string | null;
}

/**
 * Sets the provider of the organisation, or changes it, after it has answered. Another issuer is another provider: its
 * secret is asked for anew, whoever came through the earlier one is signed out, and it is required of nobody yet.
 */
export async function setProvider(
  actor: Actor,
  input: ProviderInput,
  version: number | undefined,
  request: ActRequest,
): Promise<null> {
  permit(actor, "provider.manage");
  const { organisationId } = actor;
  const earlier = await db(actor).identityProvider.findUnique({ where: { organisationId } });
  const { clientId } = input;
  const kept = earlier?.issuer === input.issuer ? openSecret(earlier) : null;
  const clientSecret = input.clientSecret ?? kept;
  if (!clientSecret) throw new Rejected({ clientSecret: "Enter the client secret of this provider" });
  const issuer = await issuerOf({ issuer: input.issuer, clientId, clientSecret });
  const sealedSecret = seal(clientSecret, SECRET, ownerOfSecret({ organisationId, issuer }));
  const isOther = earlier !== null && earlier.issuer !== issuer;
  return await withTx(actor, request, async (tx) => {
    const current = await tx.identityProvider.findUnique({
      where: { organisationId },
      select: { version: true },
    });
    if (current?.version !== version || earlier?.version !== version) throw new Changed();
    if (earlier) {
      const { count } = await tx.identityProvider.updateMany({
        where: { organisationId, version: earlier.version },
        data: {
          issuer,
          clientId,
          sealedSecret,
          ...(isOther && { forced: false }),
          version: { increment: 1 },
        },
      });
      if (count !== 1) throw new Changed();
    } else {
      await tx.identityProvider.create({
        data: { organisationId, issuer, clientId, sealedSecret, createdAt: request.now },
      });
    }
    if (isOther) await endProviderSessions(tx, organisationId, request.now);
    await tellOrganisation(tx, actor, "provider.set", organisationId, { issuer }, request.now);
    return null;
  });
}

/** The issuer as the provider itself writes it. Throws Rejected when none answers. */
async function issuerOf(settings: {
  issuer: string;
  clientId: string;
  clientSecret: string;
}): Promise<string> {
  try {
    return (await discover(settings)).serverMetadata().issuer;
  } catch (error) {
    if (error instanceof ProviderFailed) throw new Rejected({ issuer: NO_ANSWER });
    throw error;
  }
}

/** Removes the provider and ends every sign-in through it. Accounts stay; who has no password asks for a reset link. */
export async function removeProvider(actor: Actor, request: ActRequest): Promise<null> {
  permit(actor, "provider.manage");
  const { organisationId } = actor;
  return await withTx(actor, request, async (tx) => {
    const provider = await tx.identityProvider.findUnique({ where: { organisationId } });
    if (!provider) throw new NotThere();
    await tx.identityProvider.delete({ where: { organisationId } });
    const sessions = await endProviderSessions(tx, organisationId, request.now);
    const data = { issuer: provider.issuer, sessions };
    await tellOrganisation(tx, actor, "provider.remove", organisationId, data, request.now);
    return null;
  });
}

/**
 * Requires the provider of everybody whose address is in a verified domain, or no longer. Nobody is locked out: somebody
 * has signed in through it, and the administrator who requires it has a second factor for the day it is down.
 */
export async function requireProvider(
  actor: Actor,
  { required }: { required: boolean },
  version: number | undefined,
  request: ActRequest,
): Promise<null> {
  permit(actor, "provider.manage");
  const { organisationId, personId } = actor;
  const { hasApp, hasPasskey } = await listFactors(personId);
  return await withTx(actor, request, async (tx) => {
    const provider = await tx.identityProvider.findUnique({ where: { organisationId } });
    if (!provider) throw new NotThere();
    if (provider.version !== version) throw new Changed();
    const verified = await tx.signInDomain.findMany({
      where: { organisationId, verifiedAt: { not: null } },
      orderBy: { domain: "asc" },
    });
    const { issuer } = provider;
    const tried = await tx.oidcIdentity.findFirst({ where: { organisationId, issuer } });
    if (required) {
      const why = whyNotRequired({
        verified: verified.length,
        isTried: tried !== null,
        hasFactor: hasApp || hasPasskey,
      });
      if (why) throw new Rejected({ required: why });
    }
    await tx.identityProvider.update({
      where: { organisationId },
      data: { forced: required, version: { increment: 1 } },
    });
    const domains = verified.map(({ domain }) => domain).join(", ");
    if (required)
      await tellOrganisation(tx, actor, "provider.require", organisationId, { domains }, request.now);
    else await tellOrganisation(tx, actor, "provider.allow", organisationId, {}, request.now);
    return null;
  });
}

function whyNotRequired(facts: { verified: number; isTried: boolean; hasFactor: boolean }): string | null {
  if (facts.verified === 0) return "Verify a domain first: it says whose sign-in is meant.";
  if (!facts.isTried) return "Sign in through the provider once first, so that you know it works.";
  if (!facts.hasFactor) {
    return "Set up a second factor under your account first: with it you get in when the provider is down.";
  }
  return null;
}
