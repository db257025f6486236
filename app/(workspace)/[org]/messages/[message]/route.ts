import { now } from "@/lib/clock";
import { answerNotThere, answerPlainly } from "@/lib/http/plain-answer";
import { logFailure } from "@/lib/log";
import { FactorMissing, NotThere, SignedOut } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { requireActor } from "@/lib/session/require-actor";
import { openMessage } from "@/lib/store/messages";

interface Context {
  params: Promise<{ org: string; message: string }>;
}

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Leads to what a message is about, and marks it as read: the same link stands in the list and in the mail. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { org, message } = await params;
  try {
    return leadTo(await openMessage(await requireActor(org), message, now()));
  } catch (error) {
    if (error instanceof FactorMissing) return leadTo(paths.secondFactor(org));
    if (error instanceof SignedOut) {
      return leadTo(`${paths.signIn}?${new URLSearchParams({ next: paths.message(org, message) })}`);
    }
    if (error instanceof NotThere) return answerNotThere();
    const reference = logFailure(error, "message");
    return answerPlainly(500, `We could not open the message. Try again. Reference ${reference}.`);
  }
}
