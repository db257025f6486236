import { now } from "@/lib/clock";
import { ours } from "@/lib/http/request-marks";
import { requireRecipient } from "@/lib/session/answer-link";
import { noteUse } from "@/lib/store/answer-links";
import { findAttachment } from "@/lib/store/request-attachments";
import { countTry } from "@/lib/store/throttles";
import { answerDownload } from "../../../../download";

/** Hands a document of the request to the recipient of an answer link, and no other file; see `answerDownload`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; file: string }> },
): Promise<Response> {
  return await answerDownload(request, async () => {
    await countTry("answerLink", { address: request.headers.get(ours.address) ?? "" }, now());
    const { token, file } = await params;
    const { actor, link } = await requireRecipient(token, now());
    const found = await findAttachment(actor, link.projectId, file);
    return { actor, found, record: () => noteUse(actor, link, "downloaded", now()) };
  });
}
