import { expect, test } from "vitest";
import { NotThere, Rejected } from "@/lib/outcome";
import { readAudit } from "@/lib/store/audit-view";
import { createAudit } from "@/lib/store/audits";
import {
  answerObjection,
  confirmTeam,
  listTeamCandidates,
  objectToTeam,
  proposeTeam,
  setTeam,
  waiveObjection,
} from "@/lib/store/teams";
import { composeAudit, engageProject, seeAudit } from "../support/audit-story";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { at, createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const competence = "Knows software development and information security.";

test("a team is set, proposed, accepted and confirmed, and the client sees it once it is proposed (TEAM-1, TEAM-5)", async () => {
  const scene = await engageProject("Teams");
  const { planner, manager, projectId } = scene;
  const auditId = await composeAudit(scene, "stage1");
  expect((await seeAudit(scene, auditId)).details.team.map(({ name, role }) => [name, role])).toEqual([
    ["Teams Lead", "lead"],
    ["Teams Auditor", "auditor"],
  ]);
  expect((await readAudit(manager, projectId, auditId)).details.team).toEqual([]);
  await proposeTeam(planner, { projectId, auditId }, submission());
  expect((await readAudit(manager, projectId, auditId)).details.team).toHaveLength(2);
  await waiveObjection(manager, { projectId, auditId }, submission());
  await confirmTeam(planner, { projectId, auditId }, submission());
  expect((await seeAudit(scene, auditId)).audit).toMatchObject({
    state: "team_confirmed",
    teamProposedOn: "2027-01-11",
    objectionWaivedOn: "2027-01-11",
  });
});

test("a team needs exactly one lead, and only people of the body (TEAM-1, IMP-4)", async () => {
  const scene = await engageProject("Leads");
  const { planner, lead, auditor, manager, projectId } = scene;
  const auditId = await composeAudit(scene, "stage1");
  const twoLeads = [lead, auditor].map(({ personId }) => ({ personId, name: null, role: "lead" as const }));
  expect(
    await codesOf(setTeam(planner, { projectId, auditId, members: twoLeads, competence }, submission())),
  ).toEqual(["team-one-lead"]);
  const ofClient = [{ personId: manager.personId, name: null, role: "lead" as const }];
  await expect(
    setTeam(planner, { projectId, auditId, members: ofClient, competence }, submission()),
  ).rejects.toThrow(Rejected);
  expect((await seeAudit(scene, auditId)).details.team).toHaveLength(2);
});

test("an upheld objection sends the team back to be set anew; a refused one leaves it (TEAM-5, TEAM-6)", async () => {
  const scene = await engageProject("Objections");
  const { planner, manager, auditor, projectId } = scene;
  const auditId = await composeAudit(scene, "stage1");
  await proposeTeam(planner, { projectId, auditId }, submission());
  const ground = "He worked for our main competitor until last month.";
  await objectToTeam(manager, { projectId, auditId, personId: auditor.personId, ground }, submission());
  expect(await codesOf(confirmTeam(planner, { projectId, auditId }, submission(at("2027-02-01"))))).toEqual([
    "objection-open",
  ]);
  const [objection] = (await seeAudit(scene, auditId)).details.objections;
  expect(objection).toMatchObject({ about: "Objections Auditor", ground, answer: null });
  const answered = {
    projectId,
    auditId,
    objectionId: objection?.id ?? "",
    upheld: true,
    answer: "We choose somebody else.",
  };
  await answerObjection(planner, answered, submission());
  expect((await seeAudit(scene, auditId)).audit).toMatchObject({ state: "draft", teamProposedOn: null });
});

test("the team is not confirmed while the client may still object (TEAM-5)", async () => {
  const scene = await engageProject("Window");
  const { planner, projectId } = scene;
  const auditId = await composeAudit(scene, "stage1");
  await proposeTeam(planner, { projectId, auditId }, submission());
  expect(await codesOf(confirmTeam(planner, { projectId, auditId }, submission(at("2027-01-16"))))).toEqual([
    "objection-window-open",
  ]);
  await confirmTeam(planner, { projectId, auditId }, submission(at("2027-01-17")));
  expect((await seeAudit(scene, auditId)).audit.state).toBe("team_confirmed");
});

test("an auditor, the client and a stranger do not set a team", async () => {
  const scene = await engageProject("Wrong hands");
  const { planner, lead, manager, projectId } = scene;
  const auditId = await composeAudit(scene, "stage1");
  const members = [{ personId: lead.personId, name: null, role: "lead" as const }];
  const set = { projectId, auditId, members, competence };
  expect(await codesOf(setTeam(lead, set, submission()))).toEqual(["not-yours"]);
  expect(await codesOf(setTeam(manager, set, submission()))).toEqual(["not-yours"]);
  const { planner: stranger } = await createOrganisation("body", "Elsewhere", ["planner"]);
  await expect(setTeam(stranger, set, submission())).rejects.toThrow(NotThere);
  await expect(readAudit(stranger, projectId, auditId)).rejects.toThrow(NotThere);
  expect(await rows().teamMember.count({ where: { auditId } })).toBe(2);
  expect((await listTeamCandidates(planner)).length).toBeGreaterThan(2);
  expect(await listTeamCandidates(manager)).toEqual([]);
});

test("an audit of another project is not there", async () => {
  const [one, other] = [await engageProject("One"), await engageProject("Other")];
  const auditId = await createAudit(one.planner, { projectId: one.projectId, kind: "stage1" }, submission());
  const foreign = { projectId: other.projectId, auditId };
  await expect(proposeTeam(other.planner, foreign, submission())).rejects.toThrow(NotThere);
  expect((await seeAudit(one, auditId)).audit.state).toBe("draft");
});
