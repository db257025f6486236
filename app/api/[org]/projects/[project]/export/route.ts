import { Readable } from "node:stream";
import { may, refusePermission } from "@/lib/access";
import { now } from "@/lib/clock";
import { openProjectArchive } from "@/lib/export/project-archive";
import { downloadHeaders } from "@/lib/files/download";
import { refuseForSize } from "@/lib/files/export-room";
import { answerNotThere, answerPlainly } from "@/lib/http/plain-answer";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut, TooMany } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { requireAsker } from "@/lib/session/require-actor";
import { hasFreshProof } from "@/lib/session/require-proof";
import { readProjectSize } from "@/lib/store/project-files";
import { countTry } from "@/lib/store/throttles";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

/**
 * Everything a side may see of a project, as one archive. A POST, so that no other site can start it, and a plain form of
 * its page sends it. What stands against it now is said by that page, to which the browser is led back.
 */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { org, project } = await params;
  try {
    const { actor, session } = await requireAsker(org);
    const size = await readProjectSize(actor, project);
    if (!may(actor, "project.export"))
      return answerPlainly(403, sentenceOf(refusePermission("project.export")));
    const at = now();
    if (refuseForSize(size) || !(await hasFreshProof(session, at))) return backToPage(org, project);
    await countTry("export", { account: actor.personId, organisation: actor.organisationId }, at);
    const { name, bytes } = await openProjectArchive(actor, project, at, (error) => {
      logFailure(error, "export");
    });
    const file = { name, mediaType: "application/zip", size: null, wantsOpen: false };
    return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
      headers: downloadHeaders(file),
    });
  } catch (error) {
    if (error instanceof TooMany) return backToPage(org, project);
    if (error instanceof SignedOut || error instanceof NotThere) return answerNotThere();
    return answerPlainly(
      500,
      `We could not write the archive. Try again. Reference ${logFailure(error, "export")}.`,
    );
  }
}

function backToPage(org: string, project: string): Response {
  return new Response(null, { status: 303, headers: { location: paths.project(org, project).export } });
}
