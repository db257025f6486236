import type { Actor } from "@/lib/actor";
import { downloadHeaders } from "@/lib/files/download";
import { openFile } from "@/lib/files/folder";
import { isPicture, redraw } from "@/lib/files/picture";
import { refuseUnscanned } from "@/lib/files/scan-state";
import { NOTHING_RUNS } from "@/lib/http/security-headers";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut, TooMany } from "@/lib/outcome";
import type { FoundFile } from "@/lib/store/files";

const text = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": NOTHING_RUNS,
    },
  });

/**
 * Hands out a file, as a download or, with `?open`, to be shown: a picture is then drawn anew, so that the bytes somebody
 * sent never meet a browser on our address. `record` leaves word of it before a byte goes out. What cannot be reached does not exist.
 */
export async function answerDownload(
  request: Request,
  find: () => Promise<{ actor: Actor; found: FoundFile; record: () => Promise<void> }>,
): Promise<Response> {
  try {
    const { actor, found, record } = await find();
    const closed = refuseUnscanned(found.scan, found.keeper === actor.organisationId);
    if (closed) return text(409, closed);
    const bytes = await openFile(found.keeper, found.sha256);
    if (!bytes) return text(410, "The bytes of this file are missing. Restore them from a backup.");
    const wantsOpen = new URL(request.url).searchParams.has("open");
    const isDrawn = wantsOpen && isPicture(found.mediaType);
    const sent = isDrawn ? await redraw(bytes, found) : bytes;
    if (sent === null) return text(422, "This picture cannot be shown here. Download it instead.");
    await record();
    const size = isDrawn ? null : found.size;
    return new Response(sent, { headers: downloadHeaders({ ...found, size, wantsOpen }) });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere) {
      return text(404, "This does not exist, or you cannot open it.");
    }
    if (error instanceof TooMany) return text(429, error.sentence);
    return text(500, `We could not open the file. Try again. Reference ${logFailure(error, "download")}.`);
  }
}
