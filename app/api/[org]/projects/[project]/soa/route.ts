import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { csvHead, csvRow } from "@/lib/documents/csv";
import { downloadHeaders } from "@/lib/files/download";
import { logFailure } from "@/lib/log";
import { NotThere, SignedOut } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { writeXlsx } from "@/lib/sheets/write-xlsx";
import { approvedRows, draftRows, type ExportRow, exportColumns } from "@/lib/soa/export-rows";
import { listControls, OWN_GROUP } from "@/lib/soa/statement";
import { readSoa } from "@/lib/store/soa";
import { readSoaVersions } from "@/lib/store/soa-versions";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const text = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/**
 * The Statement of Applicability as csv, or as xlsx with `?format=xlsx`: a version with `?version=`, else what the asker's
 * side works with, which is the draft for the client and the newest version for the body.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { org, project } = await params;
    const query = new URL(request.url).searchParams;
    const { name, rows } = await readRows(await requireActor(org), project, query.get("version"));
    const isBook = query.get("format") === "xlsx";
    const bytes = isBook
      ? await writeXlsx({ name, columns: exportColumns, rows }, now())
      : Buffer.from([csvHead(exportColumns.map(({ label }) => label)), ...rows.map(csvRow)].join(""));
    const mediaType = isBook ? XLSX : "text/csv; charset=utf-8";
    const file = { name: `${name}.${isBook ? "xlsx" : "csv"}`, mediaType, wantsOpen: false };
    return new Response(new Uint8Array(bytes), {
      headers: downloadHeaders({ ...file, size: bytes.byteLength }),
    });
  } catch (error) {
    if (error instanceof SignedOut || error instanceof NotThere) {
      return text(404, "This does not exist, or you cannot open it.");
    }
    return text(
      500,
      `We could not write the statement. Try again. Reference ${logFailure(error, "statement")}.`,
    );
  }
}

async function readRows(
  actor: Actor,
  projectId: string,
  version: string | null,
): Promise<{ name: string; rows: ExportRow[] }> {
  if (actor.side === "client" && version === null) {
    return {
      name: "Statement of Applicability, draft",
      rows: draftRows((await readSoa(actor, projectId)).lines),
    };
  }
  const { versions } = await readSoaVersions(actor, projectId);
  const no = version === null ? versions[0]?.no : versions.find((one) => String(one.no) === version)?.no;
  const { contents } = await readSoaVersions(actor, projectId, no === undefined ? [] : [no]);
  const [content] = contents;
  if (!content) throw new NotThere();
  const groups = new Map(listControls(content.standardId).map(({ ref, group }) => [ref, group]));
  for (const { ref } of content.lines) if (!groups.has(ref)) groups.set(ref, OWN_GROUP);
  return { name: `Statement of Applicability ${content.label}`, rows: approvedRows(content.lines, groups) };
}
