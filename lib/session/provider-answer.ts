import "server-only";
import { NextResponse } from "next/server";
import { environment } from "../env";
import { logFailure } from "../log";
import { ProviderFailed, type ProviderProblem } from "../oidc/provider";
import { SESSION_HOURS } from "../sign-in-rules";
import { ATTEMPT_MINUTES } from "../store/provider-attempts";
import { sealSessionToken } from "./cookie";
import { sessionCookie } from "./options";

const HOUR_S = 3600;
const MINUTE_S = 60;
const SEE_OTHER = 303;

/** The cookie that a browser keeps on its way through a provider; its name follows the rule of the session's. */
export function providerCookie(): { name: string; isSecure: boolean } {
  const { isSecure } = sessionCookie();
  return { name: `${isSecure ? "__Host-" : ""}certtrail.provider`, isSecure };
}

/** How the cookie of a way through a provider is kept. The browser comes back from another site, so it is not strict. */
export function wayOptions() {
  const { isSecure: secure } = providerCookie();
  return { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: ATTEMPT_MINUTES * MINUTE_S } as const;
}

/** Leads a browser on, to a path of this product or to a provider. */
export function leadTo(address: string): NextResponse {
  const to = new URL(address, environment().CERTTRAIL_ORIGIN);
  return NextResponse.redirect(to, { status: SEE_OTHER, headers: { "cache-control": "no-store" } });
}

/** Gives the browser a session that was just opened, in the cookie that next-auth reads. */
export async function keepSession(answer: NextResponse, sessionToken: string): Promise<void> {
  const { name, isSecure: secure } = sessionCookie();
  const options = {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: SESSION_HOURS * HOUR_S,
  } as const;
  answer.cookies.set(name, await sealSessionToken(sessionToken), options);
}

/** What a page is told of a way that led nowhere: which problem, and the reference under which the log knows more. */
export function problemOf(error: unknown): { problem: ProviderProblem; reference: string } {
  if (!(error instanceof ProviderFailed)) throw error;
  const isOurs = error.problem === "down" || error.problem === "not-trusted";
  return { problem: error.problem, reference: isOurs ? logFailure(error.cause ?? error, "provider") : "" };
}
