import { csvHead, csvRow } from "@/lib/documents/csv";
import { downloadHeaders } from "@/lib/files/download";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut } from "@/lib/outcome";
import { registerColumns, registerRows } from "@/lib/selection/register-file";
import { requireActor } from "@/lib/session/require-actor";
import { accreditationOf } from "@/lib/store/accreditations";
import { listBodies } from "@/lib/store/bodies";

interface Context {
  params: Promise<{ org: string }>;
}

const text = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** The entries that the client keeps, as csv in the form in which they can be imported again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await requireActor((await params).org);
    const kept = (await listBodies(actor)).filter(({ managedById }) => managedById === actor.organisationId);
    const bodies = kept.map((body) => ({
      ...body,
      accreditations: body.accreditations.map(accreditationOf),
    }));
    const bytes = Buffer.from([csvHead(registerColumns), ...registerRows(bodies).map(csvRow)].join(""));
    const file = { name: "Certification bodies.csv", mediaType: "text/csv; charset=utf-8", wantsOpen: false };
    return new Response(new Uint8Array(bytes), {
      headers: downloadHeaders({ ...file, size: bytes.byteLength }),
    });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere)
      return text(404, "This does not exist, or you cannot open it.");
    return text(
      500,
      `We could not write the register. Try again. Reference ${logFailure(error, "register")}.`,
    );
  }
}
