import type { NextRequest } from "next/server";
import { now } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { keepSession, leadTo, problemOf, providerCookie } from "@/lib/session/provider-answer";
import { finish } from "@/lib/session/provider-sign-in";
import { findVisitor } from "@/lib/session/require-actor";

interface Context {
  params: Promise<{ org: string }>;
}

/** Where the provider of an organisation sends a browser back to. Whatever comes of it, the way is over. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { name } = providerCookie();
  const answer = await finishWay(request, (await params).org, request.cookies.get(name)?.value ?? "");
  answer.cookies.delete(name);
  return answer;
}

async function finishWay(request: NextRequest, slug: string, token: string) {
  const query = request.nextUrl.searchParams;
  const userAgent = request.headers.get("user-agent");
  try {
    const visitor = await findVisitor();
    const { returnTo, sessionToken } = await finish({ slug, query, token, userAgent, visitor }, now());
    const answer = leadTo(returnTo);
    if (sessionToken !== null) await keepSession(answer, sessionToken);
    return answer;
  } catch (error) {
    return leadTo(`${paths.signInByProvider}?${new URLSearchParams(problemOf(error))}`);
  }
}
