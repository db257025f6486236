import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { readAudit } from "@/lib/store/audit-view";
import { createAudit } from "@/lib/store/audits";
import { confirmTeam, proposeTeam, setTeam, waiveObjection } from "@/lib/store/teams";
import { composeAudit, engageProject, goOneSided, recordedBy, STAGE_1_DAY } from "../support/audit-story";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { at, onDatabase, START, submission } from "../support/story";

onDatabase();

const PLANNED_ON = day("2027-01-20");
const competence = "Knows software development and information security.";

async function oneSided(name: string) {
  const scene = await engageProject(name);
  await goOneSided(scene);
  return scene;
}

test("the client's manager records the body's acts with day, person and proof, and the audit says so", async () => {
  const scene = await oneSided("Recorded");
  const { manager, planner, projectId } = scene;
  const recorded = () => recordedBy(scene, planner.personName, PLANNED_ON);
  const auditId = await createAudit(manager, { projectId, kind: "stage1" }, await recorded());
  const ref = { projectId, auditId };
  const members = [
    { personId: null, name: "Paul Adler", role: "lead" as const },
    { personId: null, name: "Rosa  Lind", role: "auditor" as const },
  ];
  await setTeam(manager, { ...ref, members, competence }, await recorded());
  await proposeTeam(manager, ref, await recorded());
  await waiveObjection(manager, ref, submission(at("2027-01-21")));
  await confirmTeam(manager, ref, await recorded());
  const { audit, details, recordedFacts } = await readAudit(manager, projectId, auditId);
  expect([audit.state, audit.teamProposedOn]).toEqual(["team_confirmed", PLANNED_ON]);
  expect(details.team.map(({ name, role }) => [name, role])).toEqual([
    ["Paul Adler", "lead"],
    ["Rosa Lind", "auditor"],
  ]);
  expect(details.recorded["audit.confirmTeam"]).toEqual({ by: "Recorded", standing: "recorded" });
  expect(details.recorded["audit.waiveObjection"]).toBeUndefined();
  expect(recordedFacts?.moment.recorded).toBe(true);
});

test("a person of the client is not put on the team, however the name is written (IMP-4, 17021-1 5.2)", async () => {
  const scene = await oneSided("Own people");
  const { manager, executive, planner, projectId } = scene;
  const recorded = () => recordedBy(scene, planner.personName, PLANNED_ON);
  const auditId = await createAudit(manager, { projectId, kind: "stage1" }, await recorded());
  const members = [
    { personId: null, name: ` ${executive.personName.toUpperCase()} `, role: "lead" as const },
  ];
  const team = { projectId, auditId, members, competence };
  expect(await codesOf(setTeam(manager, team, await recorded()))).toEqual(["team-member-of-client"]);
  expect(await rows().teamMember.count({ where: { auditId } })).toBe(0);
});

test("an act of the body that is not recorded, or recorded by somebody else, is refused", async () => {
  const scene = await oneSided("Unrecorded");
  const { manager, executive, planner, projectId } = scene;
  const kind = "stage1" as const;
  expect(await codesOf(createAudit(manager, { projectId, kind }, submission()))).toEqual(["not-recorded"]);
  const recorded = await recordedBy(scene, planner.personName, PLANNED_ON);
  await expect(createAudit(executive, { projectId, kind }, recorded)).rejects.toThrow();
  expect(await rows().audit.count({ where: { projectId } })).toBe(0);
});

test("where the body is on CertTrail the client records nothing for it", async () => {
  const scene = await engageProject("Connected");
  const { manager, planner, projectId } = scene;
  const auditId = await composeAudit(scene, "stage1");
  const recorded = await recordedBy(scene, planner.personName, day("2027-01-11"));
  expect(await codesOf(proposeTeam(manager, { projectId, auditId }, { ...recorded, now: START }))).toEqual([
    "body-connected",
  ]);
  const { audit, recordedFacts } = await readAudit(manager, projectId, auditId);
  expect([audit.state, recordedFacts]).toEqual(["draft", null]);
});

test("recorded acts of a day to come are refused", async () => {
  const scene = await oneSided("Tomorrow");
  const { manager, planner, projectId } = scene;
  const ahead = { ...(await recordedBy(scene, planner.personName, STAGE_1_DAY)), now: START };
  expect(await codesOf(createAudit(manager, { projectId, kind: "stage1" }, ahead))).toEqual([
    "act-in-future",
  ]);
});
