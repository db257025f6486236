import "server-only";
import type { Actor } from "../actor";
import { Changed, Rejected } from "../outcome";
import type { ImportedLine } from "../soa/import-plan";
import {
  MAX_OWN_CONTROLS,
  nothingStated,
  OWN_GROUP,
  type SoaField,
  type SoaLine,
  soaFields,
  textOf,
  valueFrom,
} from "../soa/statement";
import { type Act, actOnProject, type Submission } from "./act";
import { permit } from "./permit";
import { linesOf, tellLines } from "./soa";
import { markOf } from "./soa-versions";

export interface ImportSoa {
  projectId: string;
  /** What the file was called, for the trail. */
  file: string;
  lines: readonly ImportedLine[];
  /** The mark of the draft that the preview was compared with. */
  version: number | undefined;
}

/**
 * Writes what a file states into the draft, all of it or nothing; what the file does not state stays. Throws Changed when the
 * draft is not the one that the preview showed.
 */
export async function importSoa(
  actor: Actor,
  { projectId, file, lines: imported, version }: ImportSoa,
  submission: Submission,
): Promise<{ count: number }> {
  permit(actor, "soa.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const lines = await linesOf(act);
    if (version !== undefined && version !== markOf(lines)) {
      throw new Changed("Somebody changed the statement meanwhile. Look at the preview again, then import.");
    }
    const now = new Map(lines.map((line) => [line.ref, line]));
    const written = imported.flatMap((line) => mergeLine(line, now.get(line.ref)));
    const own = [...lines, ...written.filter(({ ref }) => !now.has(ref))].filter(
      ({ theme }) => theme === null,
    );
    if (own.length > MAX_OWN_CONTROLS) {
      throw new Rejected({ fileId: `A statement can have ${MAX_OWN_CONTROLS} own controls. Take some out.` });
    }
    if (written.length === 0) return { count: 0 };
    await replaceLines(act, written);
    await tellLines(act, "soa.import", { file, count: written.length });
    return { count: written.length };
  });
}

/** The line with what the file states; none where that is nothing new. */
function mergeLine({ ref, title, values }: ImportedLine, now: SoaLine | undefined): SoaLine[] {
  const line: SoaLine = now ?? { ref, title: title ?? ref, group: OWN_GROUP, theme: null, ...nothingStated };
  const stated = Object.entries(values).map(([field, text]) => [field, valueFrom(field as SoaField, text)]);
  const next: SoaLine = { ...line, ...Object.fromEntries(stated) };
  return now && soaFields.every((field) => textOf(now, field) === textOf(next, field)) ? [] : [next];
}

/** One statement for all lines: row by row a file of two hundred controls takes as many turns. */
async function replaceLines({ tx, actor, project, submission }: Act, lines: readonly SoaLine[]) {
  const { id, clientId } = project.record;
  const rows = lines.map(({ group, theme, title, proofs: _proofs, ...line }) => ({
    ...line,
    title: theme === null ? title : null,
  }));
  await tx.$executeRaw`
    INSERT INTO soa_line (project_id, client_id, ref, title, applicable, justification, exclusion, implementation, owner, notes,
      changed_by_id, changed_at)
    SELECT ${id}::uuid, ${clientId}::uuid, r.*, ${actor.personId}::uuid, ${submission.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(ref text, title text, applicable boolean, justification text,
      exclusion text, implementation text, owner text, notes text)
    ON CONFLICT (project_id, ref) DO UPDATE SET applicable = excluded.applicable, justification = excluded.justification,
      exclusion = excluded.exclusion, implementation = excluded.implementation, owner = excluded.owner, notes = excluded.notes,
      version = soa_line.version + 1, changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at`;
}
