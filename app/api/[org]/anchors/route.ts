import { downloadHeaders } from "@/lib/files/download";
import { answerNotThere, answerPlainly } from "@/lib/http/plain-answer";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { listOwnAnchors } from "@/lib/store/trail-bundle";

interface Context {
  params: Promise<{ org: string }>;
}

/** The last signed head of each of the organisation's own trails, to be kept where this installation cannot reach it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await requireActor((await params).org);
    const heads = await listOwnAnchors(actor);
    const content = `${JSON.stringify({ certtrail: "trail anchors", organisation: actor.organisationName, heads }, null, 1)}\n`;
    const file = { name: "Trail anchors.json", mediaType: "application/json", wantsOpen: false };
    return new Response(content, { headers: downloadHeaders({ ...file, size: Buffer.byteLength(content) }) });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere) {
      return answerNotThere();
    }
    return answerPlainly(
      500,
      `We could not write the anchors. Try again. Reference ${logFailure(error, "anchors")}.`,
    );
  }
}
