import "server-only";
import { environment } from "../env";
import type { Claims } from "../oidc/claims";
import { authorizationAddress, ProviderFailed, redeemCode } from "../oidc/provider";
import { paths } from "../paths";
import type { ProofLevel } from "../sign-in-rules";
import { PROOF_MINUTES } from "../step-up";
import { markProven } from "../store/proofs";
import {
  type Attempt,
  beginAttempt,
  findProvider,
  findProviderOf,
  type OpenProvider,
  takeAttempt,
} from "../store/provider-attempts";
import { findIdentity, recognise } from "../store/provider-identities";
import type { SignedIn } from "../store/sessions";
import { openSession } from "../store/sign-in";

const MINUTE_S = 60;

/** A browser that is sent to a provider: where, and what it keeps until it comes back. */
export interface Begun {
  address: string;
  token: string;
}

const callbackOf = (slug: string) => `${environment().CERTTRAIL_ORIGIN}${paths.providerCallback(slug)}`;

/**
 * Begins a sign-in through the provider of the organisation that holds the address's domain; null when nobody here does.
 * Whether there is such an account is not looked at. Throws ProviderFailed.
 */
export async function beginSignIn(email: string, returnTo: string, now: Date): Promise<Begun | null> {
  const provider = await findProviderOf(email);
  return provider && (await begin(provider, { sessionId: null, returnTo }, email, now));
}

/** Begins a proof of who is there for a session that the provider opened; null when it is there no more. Throws ProviderFailed. */
export async function beginProof(
  { providerOf, sessionId, email }: SignedIn,
  now: Date,
): Promise<Begun | null> {
  const provider = providerOf === null ? null : await findProvider(providerOf);
  return provider && (await begin(provider, { sessionId, returnTo: paths.proven }, email, now));
}

async function begin(
  { organisationId, slug, settings }: OpenProvider,
  { sessionId, returnTo }: Omit<Attempt, "organisationId">,
  loginHint: string,
  now: Date,
): Promise<Begun> {
  const token = await beginAttempt({ organisationId, sessionId, returnTo }, now);
  const way = { token, redirectUri: callbackOf(slug) };
  const address = await authorizationAddress(settings, way, { loginHint, proves: sessionId !== null });
  return { address: address.href, token };
}

/** A browser that came back from a provider. */
export interface Return {
  /** The organisation in the address it came back to. */
  slug: string;
  query: URLSearchParams;
  /** From its cookie. */
  token: string;
  userAgent: string | null;
  /** Who was signed in there before. */
  visitor: SignedIn | null;
}

/** The way is over: a session was opened, or the one there was is proven anew. */
export interface Finished {
  returnTo: string;
  /** Of the new session. */
  sessionToken: string | null;
}

/**
 * Ends the way of a browser through a provider. Each attempt is answered once, by the provider of its own organisation, at
 * that organisation's own address. Throws ProviderFailed; then nobody was signed in and nothing is proven.
 */
export async function finish(
  { slug, query, token, userAgent, visitor }: Return,
  now: Date,
): Promise<Finished> {
  const attempt = await takeAttempt(token, now);
  const provider = attempt && (await findProvider(slug));
  if (!provider || provider.organisationId !== attempt.organisationId) throw new ProviderFailed("ended");
  const { organisationId, settings } = provider;
  const proves = attempt.sessionId !== null;
  const way = { token, redirectUri: callbackOf(slug) };
  const claims = await redeemCode(settings, way, query, proves ? PROOF_MINUTES * MINUTE_S : undefined);
  const { returnTo } = attempt;
  if (proves) {
    await prove(attempt, claims, visitor, now);
    return { returnTo, sessionToken: null };
  }
  const personId = await recognise(organisationId, claims, now);
  const level = levelOf(claims);
  return { returnTo, sessionToken: await openSession({ personId, level, userAgent, organisationId }, now) };
}

async function prove(attempt: Attempt, claims: Claims, visitor: SignedIn | null, now: Date): Promise<void> {
  if (!visitor || visitor.sessionId !== attempt.sessionId) throw new ProviderFailed("ended");
  const personId = await findIdentity(attempt.organisationId, claims);
  if (personId !== visitor.personId) throw new ProviderFailed("other-person");
  const level = levelOf(claims);
  // What was proven with two factors is not proven anew with one.
  if (visitor.level === "second_factor" && level !== visitor.level) throw new ProviderFailed("weaker");
  await markProven(visitor.sessionId, level, now);
}

/** The provider counts as a second factor only where it says that it asked for one. */
function levelOf({ hasSeveralFactors }: Claims): ProofLevel {
  return hasSeveralFactors ? "second_factor" : "password";
}
