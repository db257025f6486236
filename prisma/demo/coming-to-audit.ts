import { closeStage2Meeting, holdStage1, openStage2, planStage, prepare, type Stage } from "./auditing";
import { beginProject, engage, type ProjectPlan, recorder } from "./choosing";
import { raiseFindings } from "./correcting";
import { planPreparation } from "./planning";
import { handOverRegister, registerDocuments } from "./registering";
import { reportStage1, reportStage2 } from "./reporting";
import { showPractice } from "./showing";
import type { Teller } from "./teller";
import { treatRisks } from "./treating";

const connected = { lead: "lena", second: "omar" };

/** A project of the plan, engaged, with its plan of preparation, documents and risks. */
export async function stageOf(teller: Teller, plan: ProjectPlan, others: string[]): Promise<Stage> {
  const projectId = await beginProject(teller, plan);
  await engage(teller, plan, projectId, others);
  await planPreparation(teller, plan, projectId);
  const body = await recorder(teller, plan, projectId);
  const auditors = plan.offBody ? { lead: "Nora Quinn", second: "Emil Strand" } : connected;
  const stage = { teller, plan, projectId, body, auditors };
  await registerDocuments(stage);
  await treatRisks(stage);
  return stage;
}

/** From the signed letter to the first day of Stage 2. Returns its id. */
export async function comeToStage2(stage: Stage): Promise<string> {
  const { stage2Ends: end } = stage.plan;
  await prepare(stage);
  await showPractice(stage);
  const first = end - 48;
  await handOverRegister(stage, first - 14);
  const stage1 = await planStage(stage, "stage1", first, 2);
  await holdStage1(stage, stage1, first);
  await reportStage1(stage, stage1, first + 10);
  const stage2 = await planStage(stage, "stage2", end - 4, 5);
  await openStage2(stage, stage2, end - 4);
  return stage2;
}

/** From the signed letter to the end of Stage 2, its findings issued and its report out. */
export async function auditBoth(stage: Stage): Promise<void> {
  const { stage2Ends: end } = stage.plan;
  const stage2 = await comeToStage2(stage);
  await raiseFindings(stage, stage2, end);
  await closeStage2Meeting(stage, stage2, end);
  await reportStage2(stage, stage2, end + 2);
}
