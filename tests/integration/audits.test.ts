import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { readAudits } from "@/lib/store/audit-list";
import { confirmPlan } from "@/lib/store/audit-plans";
import { cancelAudit, createAudit, startAudit, terminateAudit } from "@/lib/store/audits";
import { holdClosing, holdOpening } from "@/lib/store/meetings";
import { listMyAudits } from "@/lib/store/my-audits";
import { confirmReadiness, reviewStage1Again, sendBack } from "@/lib/store/stage-results";
import {
  agreeAudit,
  engageProject,
  reportStage1,
  runStage1,
  STAGE_1_DAY,
  seeAudit,
} from "../support/audit-story";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { at, onDatabase, submission } from "../support/story";

onDatabase();

const STAGE_2_DAY = day("2027-04-12");
const onStage1 = () => submission(at(STAGE_1_DAY));
const onStage2 = () => submission(at(STAGE_2_DAY));

test("an audit starts on its day, by its lead, after the team is agreed (INV-13)", async () => {
  const scene = await engageProject("Starts");
  const { lead, auditor, planner, projectId } = scene;
  const auditId = await agreeAudit(scene, "stage1", STAGE_1_DAY);
  const ref = { projectId, auditId };
  expect(await codesOf(startAudit(lead, ref, submission(at("2027-03-08"))))).toEqual(["audit-not-yet"]);
  expect(await codesOf(startAudit(auditor, ref, onStage1()))).toEqual(["not-lead"]);
  await startAudit(lead, ref, onStage1());
  expect((await seeAudit(scene, auditId)).audit.state).toBe("running");
  expect(await codesOf(createAudit(planner, { projectId, kind: "stage1" }, onStage1()))).toEqual([
    "audit-already-open",
  ]);
  expect(await codesOf(createAudit(lead, { projectId, kind: "stage2" }, onStage1()))).toEqual(["not-yours"]);
});

test("a scheduled Stage 1 that is cancelled is kept with its reason, and another one takes its place", async () => {
  const scene = await engageProject("Replaced");
  const { lead, planner, projectId } = scene;
  const first = await agreeAudit(scene, "stage1", STAGE_1_DAY);
  expect(
    await codesOf(cancelAudit(planner, { projectId, auditId: first, reason: "" }, submission())),
  ).toEqual(["reason-missing"]);
  const reason = "The lead auditor is ill.";
  await cancelAudit(planner, { projectId, auditId: first, reason }, submission());
  expect((await seeAudit(scene, first)).details.endedReason).toBe(reason);
  const second = await agreeAudit(scene, "stage1", STAGE_1_DAY);
  await startAudit(lead, { projectId, auditId: second }, onStage1());
  const { audits } = (await readAudits(planner, projectId)).record;
  expect(audits.map(({ state }) => state)).toEqual(["cancelled", "running"]);
});

test("a terminated Stage 1 takes the case back to preparation (CON-2)", async () => {
  const scene = await engageProject("Terminated");
  const { lead, auditor, projectId } = scene;
  const auditId = await runStage1(scene);
  const end = { projectId, auditId, reason: "The documents were not made available." };
  expect(await codesOf(terminateAudit(auditor, end, onStage1()))).toEqual(["not-lead"]);
  await terminateAudit(lead, end, onStage1());
  const { audit, record } = await seeAudit(scene, auditId);
  expect([audit.state, record.certificationCase?.state]).toEqual(["terminated", "preparing"]);
});

test("Stage 1 is concluded with the confirmation of readiness; missing reviews need a reason (ST1-3, IS-2)", async () => {
  const scene = await engageProject("Ready");
  const { lead, planner, projectId } = scene;
  const auditId = await reportStage1(scene);
  const ref = { projectId, auditId };
  expect(await codesOf(confirmReadiness(lead, ref, onStage1()))).toEqual([
    "internal-audit-not-yet",
    "management-review-not-yet",
  ]);
  const justification = "Both are dated before the decision, in May.";
  await confirmReadiness(lead, ref, submission(at(STAGE_1_DAY), { justification }));
  const after = await seeAudit(scene, auditId);
  expect([after.audit.state, after.record.certificationCase?.state]).toEqual(["concluded", "stage2_planned"]);
  const reason = "The client moved its data centre.";
  await reviewStage1Again(planner, { projectId, reason }, onStage1());
  await confirmReadiness(lead, ref, submission(at(STAGE_1_DAY), { justification }));
  expect((await seeAudit(scene, auditId)).record.certificationCase?.state).toBe("stage2_planned");
});

test("a client that is not ready goes back to preparation, and another Stage 1 can be made (ST1-3)", async () => {
  const scene = await engageProject("Not ready");
  const { lead, planner, projectId } = scene;
  const auditId = await reportStage1(scene, "not_ready");
  const ref = { projectId, auditId };
  expect(await codesOf(confirmReadiness(lead, ref, onStage1()))).toContain("stage1-not-ready");
  await sendBack(lead, { ...ref, reason: "No internal audit was held." }, onStage1());
  const { audit, record } = await seeAudit(scene, auditId);
  expect([audit.state, record.certificationCase?.state]).toEqual(["concluded", "preparing"]);
  const again = await createAudit(planner, { projectId, kind: "stage1" }, onStage1());
  expect((await seeAudit(scene, again)).details.no).toBe(2);
});

test("Stage 2 starts in case and audit together, and not over an unaccepted blocking concern (ST2-1, INV-8)", async () => {
  const scene = await engageProject("Second stage");
  const { lead, manager, projectId } = scene;
  const stage1 = await reportStage1(scene);
  const justification = "Both are dated before the decision, in May.";
  await confirmReadiness(
    lead,
    { projectId, auditId: stage1 },
    submission(at(STAGE_1_DAY), { justification }),
  );
  const auditId = await agreeAudit(scene, "stage2", STAGE_2_DAY);
  const ref = { projectId, auditId };
  await rows().concern.create({
    data: {
      ...{
        id: crypto.randomUUID(),
        auditId: stage1,
        projectId,
        number: "S1-01",
        state: "open",
        blocking: true,
      },
      ...(await rows().audit.findUniqueOrThrow({
        where: { id: stage1 },
        select: { caseId: true, clientId: true, bodyId: true },
      })),
      ...{
        requirementRef: "6.1.3",
        statement: "No treatment plan.",
        draftedByOrganisationId: lead.organisationId,
      },
    },
  });
  expect(await codesOf(startAudit(lead, ref, onStage2()))).toEqual(["concern-blocks", "plan-not-confirmed"]);
  const unchanged = await seeAudit(scene, auditId);
  expect([unchanged.audit.state, unchanged.record.certificationCase?.state]).toEqual([
    "planned",
    "stage2_planned",
  ]);
  await rows().concern.updateMany({
    where: { auditId: stage1 },
    data: { state: "accepted", answer: "It is there now.", acceptedOn: at("2027-04-01") },
  });
  await confirmPlan(manager, ref, onStage2());
  await startAudit(lead, ref, onStage2());
  const started = await seeAudit(scene, auditId);
  expect([started.audit.state, started.record.certificationCase?.state]).toEqual([
    "running",
    "stage2_running",
  ]);
});

test("meetings are held in order, with the names of who was there (CON-1, CON-3)", async () => {
  const scene = await engageProject("Meetings");
  const { lead, projectId } = scene;
  const auditId = await runStage1(scene);
  const ref = { projectId, auditId };
  const closing = { ...ref, attendance: ["Ana Ruiz", "Lena Vogt"], disagreements: "The grade of one point." };
  expect(await codesOf(holdClosing(lead, closing, onStage1()))).toEqual(["opening-missing"]);
  expect(await codesOf(holdOpening(lead, { ...ref, attendance: [] }, onStage1()))).toEqual([
    "attendance-missing",
  ]);
  await holdOpening(lead, { ...ref, attendance: ["Ana Ruiz"] }, onStage1());
  await holdClosing(lead, closing, onStage1());
  const { audit, details } = await seeAudit(scene, auditId);
  expect([audit.openingHeldOn, audit.closingHeldOn]).toEqual([STAGE_1_DAY, STAGE_1_DAY]);
  expect(details).toMatchObject({
    closingAttendance: "Ana Ruiz\nLena Vogt",
    disagreements: "The grade of one point.",
  });
});

test("the body's worklist holds its own open audits; of mine those whose team I am on; a client has none", async () => {
  const scene = await engageProject("Worklist");
  const { lead, planner, manager } = scene;
  const auditId = await agreeAudit(scene, "stage1", STAGE_1_DAY);
  const [open] = await listMyAudits(lead, { mine: true });
  expect(open).toMatchObject({ client: "Worklist", lead: "Worklist Lead", audit: { id: auditId } });
  expect(await listMyAudits(planner, { mine: true })).toEqual([]);
  expect((await listMyAudits(planner, { mine: false })).map(({ audit }) => audit.id)).toEqual([auditId]);
  await expect(listMyAudits(manager, { mine: false })).rejects.toThrow();
});
