import type { Actor } from "@/lib/actor";
import { NotThere } from "@/lib/outcome";
import { requireActor } from "@/lib/session/require-actor";
import { approvedRows, draftRows, type ExportRow, exportColumns } from "@/lib/soa/export-rows";
import { listControls, OWN_GROUP } from "@/lib/soa/statement";
import { readSoa } from "@/lib/store/soa";
import { readSoaVersions } from "@/lib/store/soa-versions";
import { answerSheet } from "../sheet-answer";

interface Context {
  params: Promise<{ org: string; project: string }>;
}

/**
 * The Statement of Applicability as csv, or as xlsx with `?format=xlsx`: a version with `?version=`, else what the asker's
 * side works with, which is the draft for the client and the newest version for the body.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return await answerSheet(request, "statement", async () => {
    const { org, project } = await params;
    const version = new URL(request.url).searchParams.get("version");
    const { name, rows } = await readRows(await requireActor(org), project, version);
    return { name, columns: exportColumns, rows };
  });
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
