import "server-only";
import type { Actor } from "../actor";
import type { Day } from "../day";
import { Rejected } from "../outcome";
import { splitPoints, taskOf } from "../preparation/points";
import { actOnProject, type Submission } from "./act";
import { caseOf } from "./cases";
import { permit } from "./permit";
import { putTask } from "./plan-task-acts";

export interface PointsInput {
  projectId: string;
  /** Lines of the pre-audit's gaps and recommendations, as `splitPoints` gives them. */
  points: readonly string[];
  ownerId: string | null;
  dueOn: Day;
}

/** Makes a task of each chosen point of the pre-audit; all or none. Throws Rejected for what is no point of it. */
export async function planPoints(
  actor: Actor,
  { projectId, points, ownerId, dueOn }: PointsInput,
  submission: Submission,
): Promise<null> {
  permit(actor, "task.add");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const preAudit = await act.tx.preAudit.findUnique({ where: { caseId: caseOf(act).id } });
    const found = splitPoints(preAudit?.gaps ?? null, preAudit?.recommendations ?? null);
    const chosen = found.filter((point) => points.includes(point));
    if (chosen.length === 0 || chosen.length !== new Set(points).size) {
      throw new Rejected({ points: "Choose gaps or recommendations of this pre-audit." });
    }
    for (const point of chosen) await putTask(act, { ...taskOf(point), ownerId, dueOn, startsOn: null });
    return null;
  });
}
