import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { db } from "@/lib/store/db";
import { saveSoa } from "@/lib/store/soa";
import { readTrail } from "@/lib/store/trail";
import { readTreatment, readTreatmentLine } from "@/lib/store/treatment";
import {
  addTreatment,
  editTreatment,
  removeTreatment,
  type TreatmentInput,
} from "@/lib/store/treatment-acts";
import { orderOf } from "@/lib/treatment/treatment";
import { parseTreatmentList } from "@/lib/treatment/treatment-list";
import { layTreatment } from "../support/asking";
import { planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const entry: TreatmentInput = {
  ref: "R-1",
  risk: "A backup cannot be restored.",
  owner: "Mia Chen",
  treatment: "modify",
  controls: "8.13, A.5.1",
  dueOn: day("2026-01-10"),
  state: "planned",
  acceptedBy: null,
  acceptedOn: null,
};
let scene: SourcingScene;

beforeEach(async () => {
  scene = await planProject("Treatment");
});

async function add(more: Partial<TreatmentInput> = {}) {
  const { manager, projectId } = scene;
  const { id } = await addTreatment(manager, { projectId, ...entry, ...more }, submission());
  return { projectId, treatmentId: id };
}

const read = (query = {}, actor: Actor = scene.manager) =>
  readTreatment(actor, scene.projectId, parseTreatmentList(query));
const refsOf = async (query = {}) => (await read(query)).lines.map(({ ref }) => ref);

test("a risk is entered with its controls as the statement names them, counted, and told to the client alone", async () => {
  await add();
  await add({
    ref: "R-2",
    owner: null,
    state: "accepted",
    acceptedBy: "Ana Ruiz",
    acceptedOn: day("2027-01-11"),
  });
  const view = await read({}, scene.executive);
  expect(view.lines[0]).toMatchObject({ ref: "R-1", controls: ["A.5.1", "A.8.13"], state: "planned" });
  expect(view.counts).toEqual({ all: 2, owned: 1, accepted: 1, overdue: 1 });
  const { entries } = await readTrail(scene.manager, scene.projectId, { view: "acts" });
  expect(entries[0]?.sentence).toContain("added R-2 to the risk treatment");
  expect(await db(scene.planner).treatmentLine.count()).toBe(0);
  expect(await db(scene.planner).event.count({ where: { kind: { startsWith: "treatment." } } })).toBe(0);
});

test("what cannot stand is refused by its field, and nothing is written", async () => {
  await add();
  const attempts: [Partial<TreatmentInput>, string][] = [
    [{}, "ref"],
    [{ ref: "R-2", controls: "A.9.2.1" }, "controls"],
    [{ ref: "R-2", state: "accepted" }, "acceptedBy"],
    [{ ref: "R-2", acceptedBy: "Ana Ruiz", acceptedOn: day("2027-01-12") }, "acceptedOn"],
  ];
  for (const [more, field] of attempts)
    await expect(add(more)).rejects.toMatchObject({ errors: { [field]: expect.any(String) } });
  await expect(add()).rejects.toBeInstanceOf(Rejected);
  expect(await refsOf()).toEqual(["R-1"]);
});

test("a line is changed and taken out; a page that showed an older version does neither", async () => {
  const { manager } = scene;
  const line = await add();
  await editTreatment(manager, { ...line, ...entry, version: 0, state: "done" }, submission());
  const stale = { ...line, ...entry, version: 0 };
  await expect(editTreatment(manager, stale, submission())).rejects.toBeInstanceOf(Changed);
  await expect(removeTreatment(manager, { ...line, version: 0 }, submission())).rejects.toBeInstanceOf(
    Changed,
  );
  expect((await readTreatmentLine(manager, line.projectId, line.treatmentId)).line).toMatchObject({
    ...{ state: "done", version: 1 },
  });
  await add({ ref: "R-2" });
  await expect(editTreatment(manager, { ...line, ...entry, ref: "R-2" }, submission())).rejects.toMatchObject(
    {
      errors: { ref: expect.stringContaining("R-2") },
    },
  );
  await removeTreatment(manager, { ...line, version: 1 }, submission());
  expect(await refsOf()).toEqual(["R-2"]);
});

test("of two changes at once exactly one wins", async () => {
  const line = await add();
  const change = (state: "done" | "in_progress") =>
    editTreatment(scene.manager, { ...line, ...entry, version: 0, state }, submission());
  const outcomes = await Promise.allSettled([change("done"), change("in_progress")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await read()).lines[0]?.version).toBe(1);
});

test("pages go by reference in both ways, and filters narrow them", async () => {
  const { manager, projectId } = scene;
  for (let no = 1; no <= 120; no += 1)
    await layTreatment(manager, projectId, { ref: `R-${no}`, refOrder: orderOf(`R-${no}`) });
  const first = await read();
  expect([first.lines[0]?.ref, first.lines.at(-1)?.ref, first.found]).toEqual(["R-1", "R-50", 120]);
  expect([first.hasNewer, first.hasOlder]).toEqual([false, true]);
  const second = await read({ after: first.lines.at(-1)?.id });
  const third = await read({ after: second.lines.at(-1)?.id });
  expect([third.lines[0]?.ref, third.lines.at(-1)?.ref, third.hasOlder]).toEqual(["R-101", "R-120", false]);
  const back = await read({ before: third.lines[0]?.id });
  expect(back.lines).toEqual(second.lines);
  expect([back.hasNewer, back.hasOlder]).toEqual([true, true]);
  await add({ ref: "X-1", controls: "A.5.15", state: "done" });
  await add({ ref: "X-2", state: "in_progress" });
  expect(await refsOf({ control: "A.5.15" })).toEqual(["X-1"]);
  expect(await refsOf({ state: "done" })).toEqual(["X-1"]);
  expect(await refsOf({ due: "overdue" })).toEqual(["X-2"]);
});

test("the line says what the statement says against its controls", async () => {
  await add();
  const lines = [{ ref: "A.8.13", seen: "" }];
  const change = { projectId: scene.projectId, field: "applicable" as const, text: "no", lines };
  await saveSoa(scene.manager, change, submission());
  const { controls } = await read();
  expect(controls.find(({ ref }) => ref === "A.8.13")).toMatchObject({ applicable: false });
});

test("the manager alone writes; the body and strangers find nothing", async () => {
  const line = await add();
  const { executive, planner } = scene;
  const { manager: stranger } = await createOrganisation("client", "Elsewhere", ["manager"]);
  const acts = (actor: Actor) => [
    () => addTreatment(actor, { projectId: scene.projectId, ...entry, ref: "R-9" }, submission()),
    () => editTreatment(actor, { ...line, ...entry, risk: "Nothing" }, submission()),
    () => removeTreatment(actor, line, submission()),
  ];
  for (const actor of [executive, planner])
    for (const act of acts(actor)) await expect(act()).rejects.toBeInstanceOf(Refused);
  for (const act of acts(stranger)) await expect(act()).rejects.toBeInstanceOf(NotThere);
  for (const actor of [planner, stranger]) {
    await expect(read({}, actor)).rejects.toBeInstanceOf(NotThere);
    const one = readTreatmentLine(actor, scene.projectId, line.treatmentId);
    await expect(one).rejects.toBeInstanceOf(NotThere);
  }
  expect((await read()).lines).toMatchObject([{ ref: "R-1", version: 0, risk: entry.risk }]);
});
