import { describe, expect, test } from "vitest";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { db } from "@/lib/store/db";
import { editProject, readProject } from "@/lib/store/projects";
import { readRequest } from "@/lib/store/requests";
import { readScopeProfile, type SaveScopeProfile, saveScopeProfile } from "@/lib/store/scope-profiles";
import { readSelection } from "@/lib/store/selection";
import { addSite } from "@/lib/store/sites";
import { readTrail } from "@/lib/store/trail";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";
import { openRequest, planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

async function siteOf({ manager, projectId }: SourcingScene): Promise<string> {
  return (await readSelection(manager, projectId)).sites[0]?.id ?? expect.fail("the project has a site");
}

/** 60 full weeks, 20 half ones and 5 contractors: 75 persons count, 11 days. */
async function profile(
  scene: SourcingScene,
  more: Partial<SaveScopeProfile> = {},
): Promise<SaveScopeProfile> {
  const kinds = { permanent: 60, partTime: 20, partTimeHours: 2_000, contractors: 5 };
  return {
    projectId: scene.projectId,
    facts: scopeFacts({ sites: [site(await siteOf(scene), kinds)], outsourced: "Hosting" }),
    judgement: timeJudgement(),
    ...more,
  };
}

const personsOf = async ({ manager, projectId }: SourcingScene) =>
  (await readProject(manager, projectId)).record.personsInScope;

test("a version is kept with who and when, and its persons become those of the planned project", async () => {
  const scene = await planProject("Profile");
  expect(await personsOf(scene)).toBe(85);
  const { no } = await saveScopeProfile(scene.manager, await profile(scene), submission());
  expect(no).toBe(1);
  // 60 + 5 + 20 x 20 / 40 = 75 (IT-1, IT-2).
  expect(await personsOf(scene)).toBe(75);
  const { version, versions, newestNo } = await readScopeProfile(scene.executive, scene.projectId);
  expect(newestNo).toBe(1);
  expect(version).toMatchObject({
    no: 1,
    told: true,
    facts: { outsourced: "Hosting", sites: [{ name: "Berlin", permanent: 60 }] },
    time: { kind: "estimated", persons: { effective: 75 }, cycle: { initial: 1100 } },
  });
  expect(versions).toMatchObject([{ no: 1, savedBy: scene.manager.personName }]);
  const { entries } = await readTrail(scene.manager, scene.projectId, { view: "acts" });
  expect(entries[0]?.sentence).toBe(
    "saved version 1 of the scope profile: 75 persons count, 11 days for the initial audit",
  );
});

test("a new version leaves the old one as it was", async () => {
  const scene = await planProject("Versions");
  const first = await profile(scene);
  await saveScopeProfile(scene.manager, first, submission());
  const siteId = await siteOf(scene);
  const fewer = scopeFacts({ sites: [site(siteId, { permanent: 20 })] });
  await saveScopeProfile(scene.manager, { ...first, version: 1, facts: fewer }, submission());
  expect(await personsOf(scene)).toBe(20);
  const old = await readScopeProfile(scene.manager, scene.projectId, 1);
  expect(old.version?.facts.sites[0]?.permanent).toBe(60);
  expect(old.versions.map(({ no }) => no)).toEqual([2, 1]);
  await expect(readScopeProfile(scene.manager, scene.projectId, 3)).rejects.toThrow(NotThere);
});

test("two who save at once: one is kept, the other is told", async () => {
  const scene = await planProject("At once");
  const both = await profile(scene, { version: 0 });
  const answers = await Promise.allSettled([
    saveScopeProfile(scene.manager, both, submission()),
    saveScopeProfile(scene.manager, both, submission()),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Changed) });
  expect((await readScopeProfile(scene.manager, scene.projectId)).newestNo).toBe(1);
});

test("once the request is out, bodies are told what was stated before, and its persons stay", async () => {
  const scene = await planProject("Told");
  const { manager, planner, projectId } = scene;
  const first = await profile(scene);
  await saveScopeProfile(manager, first, submission());
  expect(await db(planner).scopeProfile.count()).toBe(0);
  await openRequest(scene, [planner.organisationId]);
  const facts = scopeFacts({ sites: [site(await siteOf(scene), { permanent: 400 })] });
  await saveScopeProfile(manager, { ...first, facts }, submission());
  expect(await personsOf(scene)).toBe(75);
  expect((await readScopeProfile(manager, projectId)).version).toMatchObject({ no: 2, told: false });
  // The database shows the body what it was told, and no later version.
  expect(await db(planner).scopeProfile.findMany({ select: { no: true } })).toEqual([{ no: 1 }]);
  expect(await db(planner).event.count({ where: { kind: "scope.save" } })).toBe(0);
});

test("with a profile the project's form leaves the persons as they are", async () => {
  const scene = await planProject("Form");
  await saveScopeProfile(scene.manager, await profile(scene), submission());
  const { record } = await readProject(scene.manager, scene.projectId);
  const { standardId, scope, targetOn, timeZone, siteIds, sourcing } = record;
  const form = { name: "Form", standardId, scope, targetOn, timeZone, siteIds: [...siteIds], persons: 500 };
  await editProject(
    scene.manager,
    { ...form, projectId: scene.projectId, version: sourcing.version },
    submission(),
  );
  expect(await personsOf(scene)).toBe(75);
});

test("a body that is asked reads the facts with its request, and nothing of the judgement", async () => {
  const scene = await planProject("Asked");
  const judgement = timeJudgement({ complexity: { percent: 0, reason: "Kept to ourselves." } });
  await saveScopeProfile(scene.manager, await profile(scene, { judgement }), submission());
  await openRequest(scene, [scene.planner.organisationId]);
  const request = await readRequest(scene.planner, scene.projectId, START);
  expect(request.told).toMatchObject({ outsourced: "Hosting", sites: [{ name: "Berlin", partTime: 20 }] });
  expect(JSON.stringify(request)).not.toContain("Kept to ourselves.");
});

describe("nothing is kept", () => {
  test("of figures that break a rule, and each field says why", async () => {
    const scene = await planProject("Broken");
    const siteId = await siteOf(scene);
    const group = { siteId, task: "Calls", persons: 50, countAs: 7, reason: "One script." };
    const facts = scopeFacts({ sites: [site(siteId, { permanent: 60 })], groups: [group] });
    const saving = saveScopeProfile(scene.manager, await profile(scene, { facts }), submission());
    await expect(saving).rejects.toMatchObject({
      errors: { "groups.0.countAs": expect.stringContaining("8 to 50") },
    });
    await expect(saving).rejects.toBeInstanceOf(Rejected);
    expect(await personsOf(scene)).toBe(85);
  });

  test("for a site that is not the project's", async () => {
    const scene = await planProject("Other site");
    const input = { name: "Depot", address: "Quay 1", activity: "Storage", persons: 3 };
    const { id } = await addSite(scene.manager, input, submission());
    const facts = scopeFacts({ sites: [site(id, { permanent: 3 })] });
    const saving = saveScopeProfile(scene.manager, await profile(scene, { facts }), submission());
    await expect(saving).rejects.toThrow("The sites of the project are others now.");
  });

  test("from an executive, a body that was asked, and a stranger", async () => {
    const scene = await planProject("Not yours");
    await saveScopeProfile(scene.manager, await profile(scene), submission());
    await openRequest(scene, [scene.planner.organisationId]);
    const stranger = (await createOrganisation("client", "Elsewhere", ["manager"])).manager;
    const input = await profile(scene);
    for (const actor of [scene.executive, scene.planner])
      await expect(saveScopeProfile(actor, input, submission())).rejects.toThrow(Refused);
    await expect(saveScopeProfile(stranger, input, submission())).rejects.toThrow(NotThere);
    for (const actor of [scene.planner, stranger])
      await expect(readScopeProfile(actor, scene.projectId)).rejects.toThrow(NotThere);
    expect((await readScopeProfile(scene.manager, scene.projectId)).newestNo).toBe(1);
  });
});
