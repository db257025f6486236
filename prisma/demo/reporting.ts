import { emptyNarrative, type ReportNarrative } from "../../lib/documents/audit-report";
import { issueReport, saveReportDraft } from "../../lib/store/reports";
import { confirmReadiness } from "../../lib/store/stage-results";
import { leadOf, type Stage } from "./auditing";

async function report(
  stage: Stage,
  auditId: string,
  narrative: Partial<ReportNarrative>,
  on: number,
): Promise<void> {
  const lead = leadOf(stage);
  const audit = { projectId: stage.projectId, auditId };
  await saveReportDraft(
    lead.actor,
    { ...audit, narrative: { ...emptyNarrative, ...narrative } },
    lead.on(on),
  );
  await issueReport(lead.actor, audit, lead.on(on));
}

/** The Stage 1 report: ready, and the client goes on to Stage 2. */
export async function reportStage1(stage: Stage, auditId: string, on: number): Promise<void> {
  const conclusion = "ready_after_corrections" as const;
  const statement = "The system is documented and in use. One area of concern was answered and accepted.";
  await report(stage, auditId, { conclusion, statement }, on);
  const lead = leadOf(stage);
  await confirmReadiness(lead.actor, { projectId: stage.projectId, auditId }, lead.on(on + 1));
}

/** The Stage 2 report with the team's recommendation. */
export async function reportStage2(stage: Stage, auditId: string, on: number): Promise<void> {
  const narrative = {
    recommendation: "certify_after_plan" as const,
    statement:
      "The management system conforms and works, apart from the nonconformities raised. Internal audit and management review are in place.",
    scopeAppropriate: true,
    objectivesMet: true,
  };
  await report(stage, auditId, narrative, on);
}
