import { beforeEach, expect, test, vi } from "vitest";
import { day } from "@/lib/day";
import { NotThere, Refused, Rejected } from "@/lib/outcome";
import { recordCompetence, withdrawCompetence } from "@/lib/store/competences";
import { newId } from "@/lib/store/new-id";
import { readPerson } from "@/lib/store/person-page";
import { readTeamRegister } from "@/lib/store/team-register";
import { proposeTeam, setTeam } from "@/lib/store/teams";
import { decideTie, declareTie, endTie } from "@/lib/store/ties";
import { readWorklist } from "@/lib/store/worklist";
import { codesOf } from "../support/codes";
import { rows } from "../support/rows";
import { layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

vi.hoisted(() => {
  process.env.CERTTRAIL_NOW = "2027-01-11T09:00:00Z";
});
onDatabase();

let scene: RunningStage2;
let auditId: string;

/** Each test has a body of its own, with a follow-up audit whose team is not set. */
beforeEach(async () => {
  scene = await layRunningStage2();
  const { projectId, caseId, client, body } = scene;
  auditId = newId();
  await rows().audit.create({
    data: {
      ...{ id: auditId, projectId, caseId, kind: "follow_up", no: 1, createdAt: START },
      ...{ clientId: client.admin.organisationId, bodyId: body.admin.organisationId },
    },
  });
});

const english = { kind: "language", what: "English", validUntil: null, proof: "Level C1" } as const;
const standard = { kind: "standard", what: "ISO/IEC 27001", proof: "Course LA-7" } as const;
const until = (text: string) => ({ ...standard, validUntil: day(text) });

function team(more: { languages?: string[]; areas?: string[] } = {}) {
  const { projectId, body, second } = scene;
  const members = [
    { personId: body.auditor.personId, name: null, role: "lead" as const },
    { personId: second.personId, name: null, role: "auditor" as const },
  ];
  return { projectId, auditId, members, competence: "Both know the field.", ...more };
}

test("a body without competences on record sets its team by its own statement (TEAM-2)", async () => {
  const { planner } = scene.body;
  await setTeam(planner, team({ languages: ["German"] }), submission());
  expect((await readTeamRegister(planner, scene.projectId, auditId))?.register).toBeNull();
  await proposeTeam(planner, { projectId: scene.projectId, auditId }, submission());
});

test("with competences on record, a team that leaves a need open is refused (TEAM-2)", async () => {
  const { planner, quality, auditor } = scene.body;
  await recordCompetence(quality, { personId: auditor.personId, ...english }, submission());
  const refused = await setTeam(planner, team({ languages: ["english", "German"] }), submission()).catch(
    (error) => error,
  );
  expect(refused).toBeInstanceOf(Refused);
  expect(refused.refusals).toMatchObject([
    {
      code: "team-competence-gap",
      rule: "TEAM-2",
      clause: "ISO/IEC 17021-1 9.2.2.1.3",
      data: { gaps: "ISO/IEC 27001, German" },
    },
  ]);
  await recordCompetence(quality, { personId: auditor.personId, ...until("2028-01-01") }, submission());
  await setTeam(planner, team({ languages: ["english"] }), submission());
  const seen = await readTeamRegister(planner, scene.projectId, auditId);
  expect(seen).toMatchObject({
    areas: [],
    languages: ["english"],
    register: { held: [{ what: "English" }, {}] },
  });
  expect(await readTeamRegister(scene.client.manager, scene.projectId, auditId)).toBeNull();
});

test("what was withdrawn since the team was set is asked again before it is proposed", async () => {
  const { planner, quality, auditor } = scene.body;
  await recordCompetence(quality, { personId: auditor.personId, ...until("2028-01-01") }, submission());
  await setTeam(planner, team(), submission());
  const [held] = (await readPerson(planner, auditor.personId)).competences;
  const withdrawn = { personId: auditor.personId, competenceId: held?.id ?? "" };
  await withdrawCompetence(planner, withdrawn, submission());
  const at = { projectId: scene.projectId, auditId };
  expect(await codesOf(proposeTeam(planner, at, submission()))).toEqual(["team-competence-gap"]);
  await expect(withdrawCompetence(planner, withdrawn, submission())).rejects.toThrow(NotThere);
});

test("a competence recorded again takes the place of the standing one, which stays to be read", async () => {
  const { quality, auditor } = scene.body;
  const { personId } = auditor;
  await recordCompetence(quality, { personId, ...until("2027-06-30") }, submission());
  await recordCompetence(
    quality,
    { personId, ...until("2029-06-30"), what: " iso/iec  27001 " },
    submission(),
  );
  const { competences } = await readPerson(quality, personId);
  expect(competences.map(({ validUntil, withdrawnAt }) => [validUntil, withdrawnAt !== null])).toEqual([
    ["2029-06-30", false],
    ["2027-06-30", true],
  ]);
  for (const wrong of [{ ...standard, what: "ISO 1", validUntil: null }, until("2020-01-01")])
    await expect(recordCompetence(quality, { personId, ...wrong }, submission())).rejects.toThrow(Rejected);
});

test("a declared conflict bars its person until quality has cleared it with safeguards (IMP-7)", async () => {
  const { planner, quality, auditor } = scene.body;
  const clientId = scene.client.admin.organisationId;
  const tie = {
    clientId,
    startedOn: null,
    endedOn: null,
    threat: "familiarity",
    words: "A sister works there.",
  } as const;
  await declareTie(auditor, { personId: auditor.personId, kind: "family", ...tie }, submission());
  expect(await codesOf(setTeam(planner, team(), submission()))).toEqual(["team-member-conflict"]);
  expect((await readWorklist(quality, { kind: "people" })).items).toMatchObject([
    { colleague: { personId: auditor.personId } },
  ]);
  const [declared] = (await readPerson(auditor, auditor.personId)).ties;
  const ref = { personId: auditor.personId, tieId: declared?.id ?? "" };
  const cleared = { ...ref, decision: "cleared", words: "She works in another country." } as const;
  expect(await codesOf(decideTie(planner, cleared, submission()))).toEqual(["not-yours"]);
  await decideTie(quality, cleared, submission());
  await setTeam(planner, team(), submission());
  expect((await readWorklist(quality, { kind: "people" })).items).toEqual([]);
});

test("work for the client is never cleared, and its two years begin with its last day (IMP-4)", async () => {
  const { planner, quality, auditor } = scene.body;
  const { personId } = auditor;
  const clientId = scene.client.admin.organisationId;
  const work = {
    clientId,
    startedOn: day("2020-01-01"),
    endedOn: null,
    threat: "self_review",
    words: "Advised it.",
  } as const;
  await declareTie(planner, { personId, kind: "consultancy", ...work }, submission());
  const [tie] = (await readPerson(planner, personId)).ties;
  const ref = { personId, tieId: tie?.id ?? "" };
  const cleared = { ...ref, decision: "cleared", words: "Long ago." } as const;
  expect(await codesOf(decideTie(quality, cleared, submission()))).toEqual(["conflict-is-work"]);
  expect(await codesOf(setTeam(planner, team(), submission()))).toEqual(["team-member-tied"]);
  await endTie(planner, { ...ref, endedOn: day("2024-12-31") }, submission());
  await setTeam(planner, team(), submission());
});

test("nobody decides on the own tie, or declares somebody else's without planning or quality", async () => {
  const { quality, auditor, decider } = scene.body;
  const clientId = scene.client.admin.organisationId;
  const work = { kind: "financial", threat: "self_interest", words: "Holds shares." } as const;
  const tie = { clientId, startedOn: null, endedOn: null, ...work };
  expect(await codesOf(declareTie(decider, { personId: auditor.personId, ...tie }, submission()))).toEqual([
    "not-yours",
  ]);
  await declareTie(quality, { personId: quality.personId, ...tie }, submission());
  const [own] = (await readPerson(quality, quality.personId)).ties;
  const ref = {
    personId: quality.personId,
    tieId: own?.id ?? "",
    words: "No matter.",
    decision: "barred",
  } as const;
  expect(await codesOf(decideTie(quality, ref, submission()))).toEqual(["conflict-own"]);
});

test("a person's page is for planning, quality, administration and the person; nobody else, and no other body", async () => {
  const { auditor, decider, admin } = scene.body;
  expect((await readPerson(admin, auditor.personId)).name).toBe("Alder Cert auditor");
  await expect(readPerson(decider, auditor.personId)).rejects.toThrow(NotThere);
  const other = await createOrganisation("body", "Other Cert", ["planner", "quality"]);
  await expect(readPerson(other.planner, auditor.personId)).rejects.toThrow(NotThere);
  const asked = { personId: auditor.personId, ...english };
  await expect(recordCompetence(other.quality, asked, submission())).rejects.toThrow(NotThere);
  expect(await codesOf(recordCompetence(auditor, asked, submission()))).toEqual(["not-yours"]);
});

test("what ends soon or has ended is on the worklist of planning and quality", async () => {
  const { planner, quality, auditor, decider } = scene.body;
  await recordCompetence(quality, { personId: auditor.personId, ...until("2027-02-20") }, submission());
  await recordCompetence(quality, { personId: auditor.personId, ...english }, submission());
  for (const actor of [planner, quality])
    expect((await readWorklist(actor, { kind: "people" })).items).toMatchObject([
      { what: "Renew ISO/IEC 27001 of Alder Cert auditor", dueOn: "2027-02-20", overdue: false },
    ]);
  expect((await readWorklist(decider, {})).items).toEqual([]);
});
