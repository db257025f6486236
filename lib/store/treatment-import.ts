import "server-only";
import type { Actor } from "../actor";
import { Changed, Rejected } from "../outcome";
import { MAX_TREATMENT_LINES, orderOf, type TreatmentEntry } from "../treatment/treatment";
import { type Act, actOnProject, type Submission } from "./act";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { listNamed, markTreatment } from "./treatment";
import { requireTreated } from "./treatment-acts";

export interface ImportTreatment {
  projectId: string;
  /** What the file was called, for the trail. */
  file: string;
  /** Lines as they will be, each reference once. */
  lines: readonly TreatmentEntry[];
  /** The mark of the lines that the preview was compared with. */
  version: number | undefined;
}

/**
 * Writes the lines of a file, all of them or none; lines that it does not name stay. Throws Changed when the risk treatment or
 * the statement is not the one that the preview showed.
 */
export async function importTreatment(
  actor: Actor,
  { projectId, file, lines, version }: ImportTreatment,
  submission: Submission,
): Promise<{ count: number }> {
  permit(actor, "treatment.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireTreated(act);
    if (version !== undefined && version !== (await markTreatment(act.tx, act.project))) {
      throw new Changed("Somebody changed the risk treatment meanwhile. Look at the preview again.");
    }
    const known = new Set((await listNamed(act.tx, act.project)).map(({ ref }) => ref));
    if (lines.some(({ controls }) => controls.some((ref) => !known.has(ref)))) {
      throw new Changed(
        "A control left the Statement of Applicability meanwhile. Look at the preview again.",
      );
    }
    if (lines.length === 0) return { count: 0 };
    await writeTreatment(act, lines);
    const { id, clientId } = act.project.record;
    if ((await act.tx.treatmentLine.count({ where: { projectId: id, clientId } })) > MAX_TREATMENT_LINES) {
      throw new Rejected({ fileId: `A risk treatment can have ${MAX_TREATMENT_LINES} lines.` });
    }
    const said = { file, count: lines.length };
    await tell(act, "treatment.import", { type: "project", id }, said, { audience: "own" });
    return { count: lines.length };
  });
}

/** Stands between the controls of a line on their way; no reference has it. */
const BETWEEN = "\u001f";

/** One statement for all lines: row by row ten thousand of them take as many turns. */
async function writeTreatment({ tx, actor, project, submission }: Act, lines: readonly TreatmentEntry[]) {
  const { id, clientId } = project.record;
  const column = <Value>(pick: (line: TreatmentEntry) => Value) => lines.map(pick);
  await tx.$executeRaw`
    INSERT INTO treatment_line (id, project_id, client_id, ref, ref_order, risk, owner, treatment, controls, due_on, state,
      accepted_by, accepted_on, changed_by_id, changed_at)
    SELECT r.id, ${id}::uuid, ${clientId}::uuid, r.ref, r.ref_order, r.risk, r.owner, r.treatment,
      string_to_array(r.controls, ${BETWEEN}), r.due_on, r.state, r.accepted_by, r.accepted_on, ${actor.personId}::uuid,
      ${submission.now}
    FROM unnest(${column(() => newId())}::uuid[], ${column(({ ref }) => ref)}::text[],
      ${column(({ ref }) => orderOf(ref))}::text[], ${column(({ risk }) => risk)}::text[],
      ${column(({ owner }) => owner)}::text[], ${column(({ treatment }) => treatment)}::text[],
      ${column(({ controls }) => controls.join(BETWEEN))}::text[], ${column(({ dueOn }) => dueOn)}::date[],
      ${column(({ state }) => state)}::text[], ${column(({ acceptedBy }) => acceptedBy)}::text[],
      ${column(({ acceptedOn }) => acceptedOn)}::date[])
      AS r (id, ref, ref_order, risk, owner, treatment, controls, due_on, state, accepted_by, accepted_on)
    ON CONFLICT (client_id, project_id, ref) DO UPDATE SET risk = excluded.risk, owner = excluded.owner,
      treatment = excluded.treatment, controls = excluded.controls, due_on = excluded.due_on, state = excluded.state,
      accepted_by = excluded.accepted_by, accepted_on = excluded.accepted_on, version = treatment_line.version + 1,
      changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at`;
}
