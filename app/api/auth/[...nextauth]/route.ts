import NextAuth from "next-auth";
import { now } from "@/lib/clock";
import { environment } from "@/lib/env";
import { ours } from "@/lib/http/request-marks";
import { type CodeAsked, TooMany } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { authOptions } from "@/lib/session/options";
import { countTry, forgetTry } from "@/lib/store/throttles";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const CODE_NEEDED: CodeAsked["reason"] = "code-needed";
const FORM = "application/x-www-form-urlencoded";

// The options are read with the first request: building the product needs no secret.
export async function GET(request: Request, context: Context): Promise<Response> {
  return await NextAuth(authOptions())(request, context);
}

/**
 * Signing in: tries that fail are counted by the address that was typed, known or not, and by where they come from.
 * Too many are answered in the form that next-auth's own script reads.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth[0] !== "callback") return await NextAuth(authOptions())(request, context);
  if (!request.headers.get("content-type")?.startsWith(FORM)) {
    return Response.json({ message: "Sign in with the form of the sign-in page." }, { status: 415 });
  }
  const form = new URLSearchParams(await request.clone().text());
  const account = (form.get("email") ?? "").trim().toLowerCase();
  // Who signs in with a passkey types no address.
  const tried = { ...(account && { account }), address: request.headers.get(ours.address) ?? "" };
  try {
    await countTry("signIn", tried, now());
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const url = new URL(paths.signIn, environment().CERTTRAIL_ORIGIN);
    url.searchParams.set("error", error.sentence);
    return Response.json({ url: url.href }, { status: 429 });
  }
  const answer = await NextAuth(authOptions())(request, context);
  if (answer.ok || (await asksForCode(answer))) await forgetTry("signIn", tried);
  return answer;
}

/** The password was right, and the code comes with the next try: nothing has failed yet. */
async function asksForCode(answer: Response): Promise<boolean> {
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return false;
  const { url } = (await answer.clone().json()) as { url?: string };
  return url !== undefined && new URL(url).searchParams.get("error") === CODE_NEEDED;
}
