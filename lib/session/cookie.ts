import "server-only";
import { cookies } from "next/headers";
import { decode, encode, type GetTokenParams, getToken, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { environment } from "../env";
import { SESSION_HOURS } from "../sign-in-rules";
import { authOptions, sessionCookie } from "./options";

/** So many cookies stay decoded; the one unused for longest leaves first. */
const MAX_DECODED = 1_000;

const HOUR_S = 3600;

const decoded = new Map<string, JWT>();

/** The session token in the request's cookie, if there is one. Whether it still stands is asked of the database. */
export async function readSessionToken(): Promise<string | null> {
  const { secret } = authOptions();
  const sent = (await cookies()).getAll().map(({ name, value }) => [name, value]);
  // No headers: a bearer token is no way in.
  const req = { cookies: Object.fromEntries(sent), headers: {} } as GetTokenParams["req"];
  const { name: cookieName, isSecure: secureCookie } = sessionCookie();
  const token = await getToken({ req, secret, cookieName, secureCookie, decode: decodeOnce });
  return typeof token?.sid === "string" ? token.sid : null;
}

/** The cookie of a session just opened, as next-auth itself would set it. */
export async function sealSessionToken(sid: string): Promise<string> {
  return await encode({ token: { sid }, secret: environment().AUTH_SECRET, maxAge: SESSION_HOURS * HOUR_S });
}

/**
 * Decrypts each cookie once: deriving its key anew cost as much as a statement, on every request. The cookie's own
 * end is that of its session, which the database is asked for each time.
 */
async function decodeOnce(params: JWTDecodeParams): Promise<JWT | null> {
  const cookie = params.token ?? "";
  const token = decoded.get(cookie) ?? (await decode(params));
  if (!token) return null;
  // Set anew, it stands last in the order of leaving.
  decoded.delete(cookie);
  decoded.set(cookie, token);
  for (const [oldest] of decoded) {
    if (decoded.size <= MAX_DECODED) break;
    decoded.delete(oldest);
  }
  return token;
}
