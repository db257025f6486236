import type { NextRequest } from "next/server";
import { now } from "@/lib/clock";
import { answerNotThere, answerPlainly } from "@/lib/http/plain-answer";
import { ours } from "@/lib/http/request-marks";
import { TooMany } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { leadTo, problemOf, providerCookie, wayOptions } from "@/lib/session/provider-answer";
import { beginProof } from "@/lib/session/provider-sign-in";
import { findVisitor } from "@/lib/session/require-actor";
import { countTry } from "@/lib/store/throttles";

interface Context {
  params: Promise<{ org: string }>;
}

/** Sends a person whom the provider signed in back to it, to sign in there anew: the fresh proof that an act asks for. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const visitor = await findVisitor();
  if (!visitor || visitor.providerOf !== (await params).org) {
    return answerNotThere();
  }
  try {
    await countTry("provider", { address: request.headers.get(ours.address) ?? "" }, now());
    const begun = await beginProof(visitor, now());
    if (!begun) return answerNotThere();
    const answer = leadTo(begun.address);
    answer.cookies.set(providerCookie().name, begun.token, wayOptions());
    return answer;
  } catch (error) {
    if (error instanceof TooMany) return answerPlainly(429, error.sentence);
    return leadTo(`${paths.signInByProvider}?${new URLSearchParams(problemOf(error))}`);
  }
}
