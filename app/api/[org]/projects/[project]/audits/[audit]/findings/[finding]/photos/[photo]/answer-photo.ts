import { may, refusePermission } from "@/lib/access";
import { now } from "@/lib/clock";
import { FileRefused, keepFile } from "@/lib/files/folder";
import { keepName } from "@/lib/files/name";
import { redraw } from "@/lib/files/picture";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { Rejected } from "@/lib/outcome";
import { addFile, requireRoom } from "@/lib/store/files";
import { addPhoto, hasPhoto } from "@/lib/store/finding-photos";
import { countTry } from "@/lib/store/throttles";
import { answerError, answerJson, findSender } from "../../device-answer";

/** A device makes photos smaller before it keeps them; what is larger was not made by ours. */
const MAX_PHOTO_BYTES = 5 * 1024 * 1024;
const KIND = "image/jpeg";

const answer = (status: number, message: string) => answerJson({ message }, status);

/**
 * Draws the photo anew, so that nothing a camera wrote beside the picture is kept, keeps it, and adds it to the draft. The
 * same photo sent again is there once. Answers 200, or {message} with what to do.
 */
export async function answerPhoto(
  request: Request,
  {
    org = "",
    project: projectId = "",
    audit = "",
    finding: findingId = "",
    photo: photoId = "",
  }: Record<string, string>,
): Promise<Response> {
  try {
    const actor = await findSender(org, projectId, audit);
    const place = { projectId, findingId, photoId };
    if (await hasPhoto(actor, place)) return answer(200, "It is there already.");
    if (!may(actor, "audit.draftFinding"))
      return answer(403, sentenceOf(refusePermission("audit.draftFinding")));
    await countTry("upload", { account: actor.personId, organisation: actor.organisationId }, now());
    const size = Number(request.headers.get("content-length") ?? Number.NaN);
    const name = nameOf(request);
    if (!request.body || !(size <= MAX_PHOTO_BYTES)) return answer(413, "A photo may have 5 MB at most.");
    await requireRoom(actor, name, size);
    const drawn = await redraw(request.body, { mediaType: KIND, size });
    if (!drawn) return answer(422, "This is no whole JPEG. Take the photo again.");
    const bytes = new Blob([drawn]).stream();
    const kept = await keepFile(actor.organisationId, name, bytes, { sha256: null, size: drawn.length });
    const at = now();
    const fileId = await addFile(actor, projectId, name, kept, at);
    const submission = { id: photoId, action: "finding.photo", digest: kept.sha256, now: at };
    await addPhoto(actor, { ...place, fileId }, submission);
    return answer(200, "The photo is kept.");
  } catch (error) {
    if (error instanceof FileRefused) return answer(422, error.message);
    if (error instanceof Rejected) return answer(422, Object.values(error.errors)[0] ?? "");
    return answerError(error, "finding.photo");
  }
}

/** The name as the device sent it, always that of a JPEG. */
function nameOf(request: Request): string {
  const sent = request.headers.get("x-file-name") ?? "";
  return /^photo-\d{1,2}\.jpg$/.test(sent) ? keepName(sent) : "photo.jpg";
}
