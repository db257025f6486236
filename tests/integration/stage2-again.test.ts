import { expect, test } from "vitest";
import { dayToDate } from "@/lib/day";
import { readAudits } from "@/lib/store/audit-list";
import { concludeAudit, terminateAudit } from "@/lib/store/audits";
import { completeFindings, requireStage2Again, scheduleStage2Again } from "@/lib/store/stage-results";
import { layFinding } from "../support/ready-dossier";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { duringStage2, layRunningStage2, type RunningStage2, STAGE_2_ENDS } from "../support/running-stage2";
import { at, onDatabase, submission } from "../support/story";

onDatabase();

const afterSixMonths = () => submission(at("2027-09-13"));

/** Stage 2 reported with one nonconformity that is open. */
async function withOpen(grade: "major" | "minor"): Promise<RunningStage2> {
  const scene = await layRunningStage2();
  await layFinding(scene, grade, "open");
  await rows().audit.update({
    where: { id: scene.stage2Id },
    data: {
      state: "reported",
      recommendation: "certify_after_plan",
      reportIssuedOn: dayToDate(STAGE_2_ENDS),
    },
  });
  await rows().certificationCase.update({ where: { id: scene.caseId }, data: { state: "findings_open" } });
  return scene;
}

test("six months with an unverified major require another Stage 2; the first one is kept (DEC-6)", async () => {
  const { body, projectId, stage2Id } = await withOpen("major");
  expect(
    await codesOf(requireStage2Again(body.planner, { projectId }, submission(at("2027-09-12")))),
  ).toEqual(["six-months-not-passed"]);
  await requireStage2Again(body.planner, { projectId }, afterSixMonths());
  expect(await codesOf(scheduleStage2Again(body.auditor, { projectId }, afterSixMonths()))).toContain(
    "not-yours",
  );
  const again = await scheduleStage2Again(body.planner, { projectId }, afterSixMonths());
  const { record } = await readAudits(body.planner, projectId);
  expect(record.certificationCase?.state).toBe("stage2_planned");
  expect(record.audits.filter(({ kind }) => kind === "stage2").map(({ id, state }) => [id, state])).toEqual([
    [stage2Id, "reported"],
    [again, "draft"],
  ]);
});

test("the case is not handed over and the audit not concluded while a finding is open (DEC-4, 6.3)", async () => {
  const { body, projectId, stage2Id } = await withOpen("minor");
  expect(await codesOf(completeFindings(body.auditor, { projectId }, duringStage2()))).toEqual([
    "minor-not-planned",
  ]);
  expect(
    await codesOf(concludeAudit(body.auditor, { projectId, auditId: stage2Id }, duringStage2())),
  ).toEqual(["findings-unsettled"]);
  await rows().finding.updateMany({ where: { projectId }, data: { state: "response_submitted" } });
  await rows().finding.updateMany({ where: { projectId }, data: { state: "plan_accepted" } });
  await completeFindings(body.auditor, { projectId }, duringStage2());
  const { record } = await readAudits(body.planner, projectId);
  expect(record.certificationCase?.state).toBe("review_pending");
});

test("a terminated Stage 2 takes the case back to preparation (CON-2)", async () => {
  const { body, client, projectId, stage2Id } = await layRunningStage2();
  const end = { projectId, auditId: stage2Id, reason: "Immediate danger in the server room." };
  expect(await codesOf(terminateAudit(client.manager, end, duringStage2()))).toContain("not-yours");
  await terminateAudit(body.auditor, end, duringStage2());
  const { record } = await readAudits(body.planner, projectId);
  expect(record.certificationCase?.state).toBe("preparing");
  expect(record.audits.at(-1)?.state).toBe("terminated");
});
