import "server-only";
import { domainOf } from "../oidc/domain-proof";
import type { ProviderSettings } from "../oidc/provider";
import { hashToken, makeToken } from "../session/token";
import { db, FRONT_DOOR } from "./db";
import { pool } from "./pool";
import { openSecret } from "./provider-secret";

const MINUTE_MS = 60_000;
/** A way through a provider is finished within this time, or begun anew. */
export const ATTEMPT_MINUTES = 10;

/** The provider of one organisation, ready to be asked. */
export interface OpenProvider {
  organisationId: string;
  slug: string;
  settings: ProviderSettings;
}

/** The provider of the organisation that verified the domain of an address; null for every other address. */
export async function findProviderOf(email: string): Promise<OpenProvider | null> {
  const domain = domainOf(email);
  const found = await db(FRONT_DOOR).signInDomain.findFirst({
    where: { domain: domain ?? "", verifiedAt: { not: null } },
    select: { organisation: { select: { slug: true } } },
  });
  return found && (await findProvider(found.organisation.slug));
}

/** The provider of the organisation with this slug; null where there is none. */
export async function findProvider(slug: string): Promise<OpenProvider | null> {
  const organisation = await db(FRONT_DOOR).organisation.findFirst({
    where: { slug, connected: true },
    select: { id: true, provider: true },
  });
  const provider = organisation?.provider;
  if (!provider) return null;
  const clientSecret = openSecret(provider);
  if (clientSecret === null) throw new Error("The client secret was sealed with another AUTH_SECRET.");
  const { organisationId, issuer, clientId } = provider;
  return { organisationId, slug, settings: { issuer, clientId, clientSecret } };
}

export interface Attempt {
  organisationId: string;
  /** The session whose person proves who they are; null for a sign-in. */
  sessionId: string | null;
  /** A path of this product. */
  returnTo: string;
}

/** Writes down that a browser is on its way. Returns the token it keeps; the row knows its hash alone. */
export async function beginAttempt(attempt: Attempt, now: Date): Promise<string> {
  const token = makeToken();
  await pool().oidcAttempt.deleteMany({ where: { endsAt: { lte: now } } });
  const endsAt = new Date(now.getTime() + ATTEMPT_MINUTES * MINUTE_MS);
  await pool().oidcAttempt.create({ data: { ...attempt, tokenHash: hashToken(token), endsAt } });
  return token;
}

/** The attempt behind a browser's token, which ends with this: it is answered once. Null for one that ended or never was. */
export async function takeAttempt(token: string, now: Date): Promise<Attempt | null> {
  const [taken] = await pool().$queryRaw<(Attempt & { endsAt: Date })[]>`
    DELETE FROM oidc_attempt WHERE token_hash = ${hashToken(token)}
    RETURNING organisation_id AS "organisationId", session_id AS "sessionId", return_to AS "returnTo", ends_at AS "endsAt"`;
  return taken && taken.endsAt > now ? taken : null;
}
