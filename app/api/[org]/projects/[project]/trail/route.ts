import { now } from "@/lib/clock";
import { downloadHeaders } from "@/lib/files/download";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { exportTrail } from "@/lib/store/trail-bundle";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

const text = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** The project's trail as a file that scripts/verify-bundle.mjs checks without this installation. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { org, project } = await params;
    const { name, lines } = await exportTrail(await requireActor(org), project, now());
    const file = { name: `Trail of ${name}.jsonl`, mediaType: "application/jsonl", wantsOpen: false };
    return new Response(streamOf(lines), {
      headers: downloadHeaders({ ...file, size: null }),
    });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere) {
      return text(404, "This does not exist, or you cannot open it.");
    }
    return text(500, `We could not write the trail. Try again. Reference ${logFailure(error, "trail")}.`);
  }
}

/** The lines as they are asked for; whoever hangs up ends the reading. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
