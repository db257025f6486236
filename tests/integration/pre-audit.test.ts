import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { NotThere } from "@/lib/outcome";
import { readAudits } from "@/lib/store/audit-list";
import { readPreparationPlan } from "@/lib/store/plan-tasks";
import { finishPreAudit, readPreAudit, skipPreAudit, startPreAudit } from "@/lib/store/pre-audit";
import { planPoints } from "@/lib/store/pre-audit-tasks";
import { type AuditScene, confirmAudit, engageProject, goOneSided, seeAudit } from "../support/audit-story";
import { codesOf } from "../support/refusals";
import { at, createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const start = { provider: "Quay Consulting", byBody: false, startsOn: day("2027-01-18") };
const report = { endsOn: day("2027-01-19"), gaps: "No owner for backups.", recommendations: "Name one." };
const afterwards = () => submission(at("2027-01-20"));

async function stateOf({ manager, projectId }: AuditScene) {
  return (await readPreAudit(manager, projectId)).certificationCase?.state;
}

test("the client skips the pre-audit with one act, and goes on to prepare (PRE-1)", async () => {
  const scene = await engageProject("Skipped");
  const { manager, executive, projectId } = scene;
  expect(await codesOf(skipPreAudit(executive, { projectId }, submission()))).toEqual(["not-yours"]);
  expect(await stateOf(scene)).toBe("engaged");
  await skipPreAudit(manager, { projectId }, submission());
  expect(await stateOf(scene)).toBe("preparing");
});

test("a pre-audit is started and finished, and changes neither days nor findings (PRE-1, invariant 25)", async () => {
  const scene = await engageProject("Early look");
  const { manager, planner, projectId } = scene;
  await startPreAudit(manager, { projectId, ...start }, submission());
  expect(await codesOf(finishPreAudit(manager, { projectId, ...report }, submission()))).toEqual([
    "day-in-future",
  ]);
  await finishPreAudit(manager, { projectId, ...report }, afterwards());
  expect((await readPreAudit(manager, projectId)).preAudit).toMatchObject({ ...start, ...report });
  expect(await stateOf(scene)).toBe("preparing");
  const auditId = await confirmAudit(scene, "stage1");
  expect((await seeAudit(scene, auditId)).audit.requiredCentidays).toBe(300);
  expect((await readAudits(planner, projectId)).record.findings).toEqual([]);
});

test("what somebody independent found stays with the client: the body reads that there was one (PRE-1)", async () => {
  const scene = await engageProject("Own result");
  const { manager, planner, projectId } = scene;
  await startPreAudit(manager, { projectId, ...start }, submission());
  await finishPreAudit(manager, { projectId, ...report }, afterwards());
  const { preAudit } = await readPreAudit(planner, projectId);
  expect(preAudit).toMatchObject({ ...start, endsOn: report.endsOn, gaps: null, recommendations: null });
});

test("a body that does the pre-audit recommends nothing, on CertTrail or not (PRE-1)", async () => {
  for (const isOneSided of [false, true]) {
    const scene = await engageProject(isOneSided ? "Off" : "On");
    const { manager, projectId } = scene;
    if (isOneSided) await goOneSided(scene);
    await startPreAudit(manager, { projectId, ...start, byBody: true }, submission());
    expect(await codesOf(finishPreAudit(manager, { projectId, ...report }, afterwards()))).toEqual([
      "advice-by-body",
    ]);
    await finishPreAudit(manager, { projectId, ...report, recommendations: null }, afterwards());
    if (!isOneSided)
      expect((await readPreAudit(scene.planner, projectId)).preAudit).toMatchObject({ gaps: report.gaps });
    expect(await stateOf(scene)).toBe("preparing");
  }
});

test("the body does not start it for the client, nobody names no provider, and a stranger finds nothing", async () => {
  const scene = await engageProject("Whose pre-audit");
  const { manager, planner, projectId } = scene;
  expect(await codesOf(startPreAudit(planner, { projectId, ...start }, submission()))).toEqual(["not-yours"]);
  const nobody = { projectId, ...start, provider: " " };
  expect(await codesOf(startPreAudit(manager, nobody, submission()))).toEqual(["provider-missing"]);
  const { manager: stranger } = await createOrganisation("client", "Not there", ["manager"]);
  await expect(startPreAudit(stranger, { projectId, ...start }, submission())).rejects.toThrow(NotThere);
  expect((await readPreAudit(manager, projectId)).preAudit).toBeNull();
});

test("gaps and recommendations become tasks of the plan, each line one, and nothing else does", async () => {
  const scene = await engageProject("Points");
  const { manager, projectId } = scene;
  const gaps = "- No owner for backups.\n- Leavers keep access.\n";
  await startPreAudit(manager, { projectId, ...start }, submission());
  await finishPreAudit(manager, { projectId, ...report, gaps }, afterwards());
  const chosen = { projectId, ownerId: manager.personId, dueOn: day("2027-02-26") };
  const other = { ...chosen, points: ["Leavers keep access.", "Buy a tool."] };
  await expect(planPoints(manager, other, afterwards())).rejects.toMatchObject({
    errors: { points: expect.any(String) },
  });
  expect((await readPreparationPlan(manager, projectId)).tasks).toEqual([]);
  await planPoints(manager, { ...chosen, points: ["Name one.", "No owner for backups."] }, afterwards());
  expect((await readPreparationPlan(manager, projectId)).tasks).toMatchObject([
    { title: "No owner for backups.", milestone: null, ownerId: manager.personId, dueOn: "2027-02-26" },
    { title: "Name one." },
  ]);
  expect(
    await codesOf(planPoints(scene.executive, { ...chosen, points: ["Name one."] }, afterwards())),
  ).toEqual(["not-yours"]);
});
