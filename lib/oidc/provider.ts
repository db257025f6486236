import * as client from "openid-client";
import { environment } from "../env";
import { tokenFor } from "../session/token";
import { type Claims, readClaims } from "./claims";
import { ANSWERS_WITHIN_MS, fetchFromProvider, ProviderSilent, requireOpenAddress } from "./provider-fetch";

const SECOND_MS = 1000;
const SCOPE = "openid email profile";

/** A provider as an organisation set it up. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** Why a way through a provider led nowhere. What the provider wrote is told to nobody. */
export type ProviderProblem =
  | "down"
  | "cancelled"
  | "not-trusted"
  | "ended"
  | "full"
  | "other-person"
  | "weaker";

/** The way through the provider led nowhere; nobody was signed in. */
export class ProviderFailed extends Error {
  constructor(
    readonly problem: ProviderProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
    this.name = "ProviderFailed";
  }
}

/** Providers say which way they take a client's secret; without a word it is the header (OpenID Connect Core 9). */
const authenticate =
  (secret: string): client.ClientAuth =>
  (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const byHeader = known.includes("client_secret_basic");
    (byHeader ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret))(server, ...rest);
  };

/**
 * Asks a provider what it is (OpenID Connect Discovery). Its keys are asked for each time: one that was withdrawn signs
 * nobody in. Throws ProviderFailed.
 */
export async function discover({
  issuer,
  clientId,
  clientSecret,
}: ProviderSettings): Promise<client.Configuration> {
  return await orProblem("down", async () => {
    const execute = [client.enableNonRepudiationChecks];
    // Plain http passes requireOpenAddress only where the operator opened the own network.
    if (environment().CERTTRAIL_OIDC_INTERNAL === "1") execute.push(client.allowInsecureRequests);
    const config = await client.discovery(
      requireOpenAddress(issuer),
      clientId,
      undefined,
      authenticate(clientSecret),
      { execute, timeout: ANSWERS_WITHIN_MS / SECOND_MS, [client.customFetch]: fetchFromProvider },
    );
    const { authorization_endpoint, token_endpoint, jwks_uri } = config.serverMetadata();
    for (const address of [authorization_endpoint, token_endpoint, jwks_uri])
      requireOpenAddress(address ?? "");
    return config;
  });
}

/** Three texts that must come back, made from what the browser alone keeps. */
const expectationsOf = (token: string) => ({
  state: tokenFor(`oidc state ${token}`),
  nonce: tokenFor(`oidc nonce ${token}`),
  verifier: tokenFor(`oidc verifier ${token}`),
});

/** One way of a browser through a provider and back. */
export interface Way {
  /** What the browser keeps in a cookie. */
  token: string;
  /** Where the provider sends the browser back to: each organisation has an address of its own. */
  redirectUri: string;
}

/** The page of the provider that a browser is sent to. With `proves` the person must sign in there anew. Throws ProviderFailed. */
export async function authorizationAddress(
  settings: ProviderSettings,
  { token, redirectUri }: Way,
  { loginHint, proves }: { loginHint?: string; proves: boolean },
): Promise<URL> {
  const config = await discover(settings);
  const { state, nonce, verifier } = expectationsOf(token);
  return client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: SCOPE,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(loginHint && { login_hint: loginHint }),
    ...(proves && { prompt: "login", max_age: "0" }),
  });
}

/**
 * Exchanges what the provider sent back for what it says of the person. State, nonce, issuer, audience, times, signature
 * and the code's verifier are checked; with `provenWithinS` also that the person signed in there so many seconds ago at
 * most. Throws ProviderFailed.
 */
export async function redeemCode(
  settings: ProviderSettings,
  { token, redirectUri }: Way,
  query: URLSearchParams,
  provenWithinS?: number,
): Promise<Claims> {
  const config = await discover(settings);
  const { state, nonce, verifier } = expectationsOf(token);
  const current = new URL(redirectUri);
  current.search = query.toString();
  return await orProblem("not-trusted", async () => {
    const tokens = await client.authorizationCodeGrant(config, current, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      ...(provenWithinS !== undefined && { maxAge: provenWithinS }),
    });
    const said = tokens.claims();
    if (!said) throw new ProviderFailed("not-trusted");
    const isWhole = said.email !== undefined && said.email_verified !== undefined;
    const asksMore = !isWhole && config.serverMetadata().userinfo_endpoint !== undefined;
    const more = asksMore ? await client.fetchUserInfo(config, tokens.access_token, said.sub) : said;
    // An address and the word on it come from one answer: mixed, one would vouch for the other's.
    const { email, email_verified } = more.email === undefined ? said : more;
    return readClaims({ ...more, ...said, email, email_verified });
  });
}

/** Tells what went wrong on the way: no answer, a person who turned back, or an answer that cannot be trusted. */
async function orProblem<T>(otherwise: ProviderProblem, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderFailed) throw error;
    const turnedBack = error instanceof client.AuthorizationResponseError && error.error === "access_denied";
    const problem = turnedBack ? "cancelled" : isSilence(error) ? "down" : otherwise;
    throw new ProviderFailed(problem, { cause: error });
  }
}

function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof ProviderSilent || error.name === "TimeoutError" || isSilence(error.cause);
}
