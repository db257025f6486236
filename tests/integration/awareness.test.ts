import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { NotThere, Refused } from "@/lib/outcome";
import { listAwareness, readAwareness } from "@/lib/store/awareness";
import { addAwareness, removeAwareness } from "@/lib/store/awareness-acts";
import { db } from "@/lib/store/db";
import { saveScopeProfile } from "@/lib/store/scope-profiles";
import { readTrail } from "@/lib/store/trail";
import { uploadFile } from "../support/open-findings";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";
import { planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

let scene: SourcingScene;
beforeEach(async () => {
  scene = await planProject("Awareness");
});

const entryOf = (person: string, more = {}) => ({
  ...{ person, topic: "Phishing", heldOn: day("2027-01-10"), words: null },
  ...more,
});
const add = (people: readonly string[], actor: Actor = scene.manager, fileId: string | null = null) =>
  addAwareness(
    actor,
    { projectId: scene.projectId, entries: people.map((person) => entryOf(person)), fileId },
    submission(),
  );
const read = (actor: Actor = scene.executive) => readAwareness(actor, scene.projectId, undefined);

test("persons are counted once whatever they were trained in, of those under control", async () => {
  const { manager, projectId } = scene;
  const fileId = await uploadFile(manager, projectId);
  expect(await add(["Mia Chen", "Sam Okafor"], manager, fileId)).toEqual({ count: 2 });
  const again = [entryOf("mia chen", { topic: "Induction" }), entryOf("Sam Okafor")];
  expect(await addAwareness(manager, { projectId, entries: again, fileId: null }, submission())).toEqual({
    count: 1,
  });
  expect((await read()).count).toEqual({ trained: 2, persons: null });
  const { id } = await db(manager).site.findFirstOrThrow({ select: { id: true } });
  await saveScopeProfile(
    manager,
    {
      projectId,
      facts: scopeFacts({ sites: [site("Office", { siteId: id, permanent: 40 })] }),
      judgement: timeJudgement(),
      version: undefined,
    },
    submission(),
  );
  expect((await read()).count).toEqual({ trained: 2, persons: 40 });
  expect((await read()).entries[0]).toMatchObject({ person: "Mia Chen", file: { id: fileId } });
});

test("an entry can be taken away, and the trail never held a name", async () => {
  const { manager, planner, projectId } = scene;
  await add(["Mia Chen"]);
  const [entry] = await listAwareness(manager, projectId);
  const entryId = entry?.id ?? "";
  const both = await Promise.allSettled([
    removeAwareness(manager, { projectId, entryId }, submission()),
    removeAwareness(manager, { projectId, entryId }, submission()),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await read()).entries).toEqual([]);
  const { entries } = await readTrail(manager, projectId, { view: "acts" });
  expect(entries.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
    "removed an entry of the training “Phishing” of 10 Jan 2027",
    "entered 1 training of persons",
  ]);
  expect(JSON.stringify(await db(manager).event.findMany({ select: { data: true } }))).not.toContain("Mia");
  expect(await db(planner).awarenessEntry.count()).toBe(0);
});

test("a day that has not come is refused, and nothing of the list is entered", async () => {
  const entries = [entryOf("Mia Chen"), entryOf("Sam Okafor", { heldOn: day("2027-01-12") })];
  const attempt = addAwareness(
    scene.manager,
    { projectId: scene.projectId, entries, fileId: null },
    submission(),
  );
  await expect(attempt).rejects.toMatchObject({ errors: { heldOn: expect.stringContaining("11 Jan 2027") } });
  expect((await read()).entries).toEqual([]);
});

test("the manager alone enters and removes; the body and strangers find nothing", async () => {
  const { manager, executive, planner, projectId } = scene;
  await add(["Mia Chen"]);
  const [entry] = await listAwareness(manager, projectId);
  const { manager: stranger } = await createOrganisation("client", "Elsewhere", ["manager"]);
  const acts = (actor: Actor) => [
    () => add(["Sam Okafor"], actor),
    () => removeAwareness(actor, { projectId, entryId: entry?.id ?? "" }, submission()),
  ];
  for (const actor of [executive, planner])
    for (const act of acts(actor)) await expect(act()).rejects.toBeInstanceOf(Refused);
  for (const act of acts(stranger)) await expect(act()).rejects.toBeInstanceOf(NotThere);
  for (const actor of [planner, stranger]) await expect(read(actor)).rejects.toBeInstanceOf(NotThere);
  expect((await read()).entries).toHaveLength(1);
});
