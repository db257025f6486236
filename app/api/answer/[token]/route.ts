import { now } from "@/lib/clock";
import { ours } from "@/lib/http/request-marks";
import { requireRecipient } from "@/lib/session/answer-link";
import { countTry } from "@/lib/store/throttles";
import { answerUpload } from "../../upload";

/** Takes the document of an offer from the recipient of an answer link; see `answerUpload`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return await answerUpload(request, async () => {
    await countTry("answerLink", { address: request.headers.get(ours.address) ?? "" }, now());
    const { token } = await params;
    const { actor, link } = await requireRecipient(token, now());
    return { actor, project: link.projectId };
  });
}
