import { csvHead, csvRow } from "@/lib/documents/csv";
import { downloadHeaders } from "@/lib/files/download";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { readComparison } from "@/lib/store/comparison";
import { readSelection } from "@/lib/store/selection";
import { compareOffers } from "../columns";
import { listCriteria } from "../criteria";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

const text = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** The comparison as csv, word for word as the page says it; `?bodies=` as on the page. Private notes are not in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { org, project } = await params;
    const actor = await requireActor(org);
    const view = await readSelection(actor, project);
    const asked = view.invited.map(({ body }) => body.id);
    const own = await readComparison(actor, project, asked, view.scheme);
    const { columns, weighing } = compareOffers(
      view,
      own,
      new URL(request.url).searchParams.getAll("bodies"),
    );
    const criteria = listCriteria(weighing, own.weights, () => "");
    const bytes = Buffer.from(
      [
        csvHead(["Criterion", ...columns.map(({ body }) => body.name)]),
        ...criteria.map(({ label, text: say }) =>
          csvRow([label, ...columns.map((one) => say?.(one) ?? null)]),
        ),
      ].join(""),
    );
    const file = {
      name: "Comparison of proposals.csv",
      mediaType: "text/csv; charset=utf-8",
      wantsOpen: false,
    };
    return new Response(new Uint8Array(bytes), {
      headers: downloadHeaders({ ...file, size: bytes.byteLength }),
    });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere)
      return text(404, "This does not exist, or you cannot open it.");
    return text(
      500,
      `We could not write the comparison. Try again. Reference ${logFailure(error, "comparison")}.`,
    );
  }
}
