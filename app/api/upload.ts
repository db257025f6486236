import { may, refusePermission } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { FileRefused, keepFile, largestFile } from "@/lib/files/folder";
import { keepName } from "@/lib/files/name";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut, TooMany } from "@/lib/outcome";
import { addFile, requireFileProject, requireRoom } from "@/lib/store/files";
import { countTry } from "@/lib/store/throttles";

const answer = (status: number, message: string) =>
  Response.json({ message }, { status, headers: { "cache-control": "no-store" } });

/**
 * Takes the bytes of one file as the body; name, size and SHA-256 come as headers. Answers {id}, or {message} with
 * what to do. Route handlers take files because server actions stop at 1 MB.
 */
export async function answerUpload(
  request: Request,
  findSender: () => Promise<{ actor: Actor; project: string }>,
): Promise<Response> {
  try {
    const { actor, project } = await findSender();
    await requireFileProject(actor, project);
    if (!may(actor, "file.store")) return answer(403, sentenceOf(refusePermission("file.store")));
    await countTry("upload", { account: actor.personId, organisation: actor.organisationId }, now());
    const name = nameOf(request);
    if (!name || !request.body) return answer(400, "Choose a file to send.");
    // What does not say its size could be the largest.
    await requireRoom(actor, name, sizeOf(request) ?? largestFile());
    const kept = await keepFile(actor.organisationId, name, request.body, {
      sha256: request.headers.get("x-sha256"),
      size: sizeOf(request),
    });
    const id = await addFile(actor, project, name, kept, now());
    return Response.json(
      { id, sha256: kept.sha256 },
      { status: 201, headers: { "cache-control": "no-store" } },
    );
  } catch (error) {
    if (error instanceof FileRefused) return answer(422, error.message);
    if (error instanceof TooMany) return answer(429, error.sentence);
    if (error instanceof SignedOut) return answer(401, "You were signed out. Sign in to continue.");
    if (error instanceof NotThere) return answer(404, "This does not exist, or you cannot open it.");
    return answer(500, `We could not keep the file. Try again. Reference ${logFailure(error, "upload")}.`);
  }
}

/** The name as the page sent it, percent-encoded; null when it cannot be read. */
function nameOf(request: Request): string | null {
  try {
    return keepName(decodeURIComponent(request.headers.get("x-file-name") ?? "")) || null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function sizeOf(request: Request): number | null {
  const sent = request.headers.get("content-length");
  return sent === null ? null : Number(sent);
}
