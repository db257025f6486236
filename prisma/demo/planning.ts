import { addDays, daysBetween } from "../../lib/day";
import { writeLayout } from "../../lib/preparation/layout";
import type { MilestoneKey } from "../../lib/preparation/milestones";
import { layOutPlan, previewLayout } from "../../lib/store/plan-layout";
import { completeTask } from "../../lib/store/plan-task-acts";
import { readPreparationPlan } from "../../lib/store/plan-tasks";
import type { ProjectPlan } from "./choosing";
import type { Teller } from "./teller";

const MONTHS = 8;
/** From Stage 2 to the decision, as plans are laid out. */
const UNTIL_DECISION = 42;

/** How many days after plan a milestone was done. What is not here the record knows by itself, or it is still open. */
const done: Partial<Record<MilestoneKey, number>> = { scope: 2, risk: 3, documents: 1, evidence: 0 };

/** The plan of the preparation, laid out once the request is out, with what was done until today. */
export async function planPreparation(
  { day, on }: Teller,
  { manager, stage2Ends }: ProjectPlan,
  projectId: string,
): Promise<void> {
  const wanted = { target: day(stage2Ends + UNTIL_DECISION), months: MONTHS };
  const seen = writeLayout(await previewLayout(manager, projectId, wanted));
  const laidOut = stage2Ends - 158;
  await layOutPlan(manager, { projectId, ...wanted, seen }, on(laidOut));
  const { tasks } = await readPreparationPlan(manager, projectId);
  for (const { id, milestone, dueOn } of tasks) {
    const late = milestone ? done[milestone] : undefined;
    if (late === undefined) continue;
    const doneOn = addDays(dueOn, late);
    const offset = daysBetween(day(0), doneOn);
    if (offset >= 0) continue;
    await completeTask(manager, { projectId, taskId: id, doneOn, note: null }, on(Math.max(offset, laidOut)));
  }
}
