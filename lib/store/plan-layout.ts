import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import { Changed, Rejected } from "../outcome";
import { knownDays } from "../preparation/known-days";
import { compareLayout, type LayoutLine, writeLayout } from "../preparation/layout";
import { isMilestoneKey, layOut } from "../preparation/milestones";
import { type Act, actOnProject, type Submission } from "./act";
import { db, type Tx } from "./db";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { readPreparationPlan } from "./plan-tasks";
import type { LoadedProject } from "./record";

/** What a plan is laid out for. */
export interface Wanted {
  /** The day on which the certificate is wanted. */
  target: Day;
  /** Over how many months, 6 to 12. */
  months: number;
}

export interface LayoutInput extends Wanted {
  projectId: string;
  /** What the page showed that laying out would do (`writeLayout`). */
  seen: string;
}

/** What laying the plan out for that day would change, line by line; nothing is written. */
export async function previewLayout(actor: Actor, projectId: string, wanted: Wanted): Promise<LayoutLine[]> {
  const project = await readPreparationPlan(actor, projectId);
  return await linesOf(db(actor), project, wanted);
}

/**
 * Lays the milestones out backwards from the target; what is done and what was changed by hand keeps its days. While the
 * project is planned the target becomes the project's own; after the request went out bodies have answered to the old
 * one. Throws Changed when it would do something else than was shown, Rejected for a target that has passed.
 */
export async function layOutPlan(
  actor: Actor,
  { projectId, target, months, seen }: LayoutInput,
  submission: Submission,
): Promise<null> {
  permit(actor, "preparation.plan");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    if (target <= act.moment.today) throw new Rejected({ target: "Enter a day that lies ahead." });
    const lines = await linesOf(act.tx, act.project, { target, months });
    if (writeLayout(lines) !== seen) throw new Changed("The plan was changed after this was shown.");
    for (const line of lines) await applyLine(act, line);
    await keepTarget(act, target);
    const laid = lines.filter(({ effect }) => effect === "new").length;
    const moved = lines.filter(({ effect }) => effect === "moves").length;
    const project = { type: "project", id: act.project.record.id };
    await tell(act, "preparation.plan", project, { target, months, laid, moved }, { audience: "own" });
    return null;
  });
}

async function linesOf(tx: Tx, { record }: LoadedProject, { target, months }: Wanted): Promise<LayoutLine[]> {
  const rows = await tx.planTask.findMany({
    where: { projectId: record.id, clientId: record.clientId, milestone: { not: null } },
  });
  const known = knownDays(record);
  const kept = rows.flatMap(({ milestone, startsOn, dueOn, doneOn, byHand }) =>
    milestone !== null && isMilestoneKey(milestone)
      ? [
          {
            key: milestone,
            startsOn: startsOn && dateToDay(startsOn),
            dueOn: dateToDay(dueOn),
            isDone: doneOn !== null || known[milestone]?.isOver === true,
            isByHand: byHand,
          },
        ]
      : [],
  );
  return compareLayout(layOut(target, months, record.needsSoa), kept);
}

async function applyLine({ tx, project, submission }: Act, line: LayoutLine): Promise<void> {
  const { id: projectId, clientId } = project.record;
  const days = { startsOn: line.startsOn && dayToDate(line.startsOn), dueOn: dayToDate(line.dueOn) };
  if (line.effect === "new") {
    const { key: milestone, title } = line;
    const row = { id: newId(), projectId, clientId, milestone, title, ...days, createdAt: submission.now };
    await tx.planTask.create({ data: row });
  }
  if (line.effect === "moves") {
    await tx.planTask.updateMany({
      where: { projectId, clientId, milestone: line.key },
      data: { ...days, version: { increment: 1 } },
    });
  }
}

async function keepTarget(act: Act, target: Day): Promise<void> {
  const { id, sourcing, targetOn } = act.project.record;
  if (sourcing.state !== "planning" || targetOn === target) return;
  await act.tx.project.updateMany({
    where: { id },
    data: { targetOn: dayToDate(target), version: { increment: 1 } },
  });
  await tell(act, "project.edit", { type: "project", id }, { fields: "the target day" });
}
