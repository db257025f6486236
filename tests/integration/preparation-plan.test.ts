import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { writeLayout } from "@/lib/preparation/layout";
import { db } from "@/lib/store/db";
import { listMessages } from "@/lib/store/messages";
import { layOutPlan, previewLayout } from "@/lib/store/plan-layout";
import { addTask, completeTask, editTask, removeTask, reopenTask } from "@/lib/store/plan-task-acts";
import { listOwnTasks, readPreparationPlan, readTask } from "@/lib/store/plan-tasks";
import { skipPreAudit } from "@/lib/store/pre-audit";
import { recordSoa } from "@/lib/store/preparation";
import { readTrail } from "@/lib/store/trail";
import { addColleague, engageProject } from "../support/audit-story";
import { rows } from "../support/rows";
import { chooseBody, openRequest, planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const wanted = { target: day("2027-10-29"), months: 9 };
const task = { title: "Name an owner for backups", note: "Ask the team.", startsOn: null };
let scene: SourcingScene;

beforeEach(async () => {
  scene = await planProject("Plan");
});

/** Lays out what a person was shown just before. */
async function lay(of: SourcingScene = scene, more: Partial<typeof wanted> = {}) {
  const { manager, projectId } = of;
  const asked = { ...wanted, ...more };
  const seen = writeLayout(await previewLayout(manager, projectId, asked));
  await layOutPlan(manager, { projectId, ...asked, seen }, submission());
}

const tasksOf = async ({ manager, projectId } = scene) =>
  (await readPreparationPlan(manager, projectId)).tasks;
const milestone = async (key: string) => {
  const found = (await tasksOf()).find((one) => one.milestone === key);
  if (!found) throw new Error(`No ${key} in the plan.`);
  return { ...found, taskId: found.id };
};
const add = async (ownerId: string | null) =>
  await addTask(
    scene.manager,
    { projectId: scene.projectId, ...task, ownerId, dueOn: day("2027-02-01") },
    submission(),
  );

test("laying out makes eleven milestones, the target becomes the planned project's own, and the trail tells the client", async () => {
  await lay();
  const view = await readPreparationPlan(scene.manager, scene.projectId);
  expect(view.tasks).toHaveLength(11);
  expect(view.record.targetOn).toBe(wanted.target);
  const { entries } = await readTrail(scene.manager, scene.projectId, { view: "acts" });
  const sentences = entries.map(({ sentence }) => sentence).join("\n");
  expect(sentences).toContain(
    "laid the plan out over 9 months until 29 Oct 2027: 11 new milestones, 0 moved",
  );
  expect(sentences).toContain("changed the target day of the project");
  expect(await db(scene.planner).planTask.count()).toBe(0);
  expect(await db(scene.planner).event.count({ where: { kind: "preparation.plan" } })).toBe(0);
});

test("laying out again keeps what is done and what was changed by hand", async () => {
  await lay();
  const [scope, risk] = [await milestone("scope"), await milestone("risk")];
  const { projectId, manager } = scene;
  const done = { projectId, taskId: scope.id, doneOn: day("2027-01-11"), note: null };
  await completeTask(manager, done, submission());
  const { title, note, ownerId, startsOn } = risk;
  const byHand = { title, note, ownerId, startsOn, dueOn: day("2027-06-01") };
  await editTask(manager, { projectId, taskId: risk.id, version: risk.version, ...byHand }, submission());
  await lay(scene, { target: day("2027-11-30") });
  expect(await milestone("scope")).toMatchObject({ doneOn: "2027-01-11", dueOn: scope.dueOn });
  expect(await milestone("risk")).toMatchObject({ dueOn: "2027-06-01", byHand: true });
  expect(await milestone("decision")).toMatchObject({ dueOn: "2027-11-30", version: 1 });
  expect(await tasksOf()).toHaveLength(11);
});

test("giving a milestone an owner is no change of its days: it still moves", async () => {
  await lay();
  const { taskId, projectId, title, startsOn, dueOn } = await milestone("soa");
  const owned = { title, startsOn, dueOn, note: "With Sam", ownerId: scene.manager.personId };
  await editTask(scene.manager, { projectId, taskId, ...owned }, submission());
  await lay(scene, { months: 12 });
  const moved = await milestone("soa");
  expect(moved).toMatchObject({ byHand: false, note: "With Sam" });
  expect(moved.dueOn).not.toBe(dueOn);
});

test("what was shown is what is done: a plan that changed meanwhile is not laid out", async () => {
  await lay();
  const { manager, projectId } = scene;
  const asked = { target: day("2027-12-17"), months: 8 };
  const seen = writeLayout(await previewLayout(manager, projectId, asked));
  const { id: taskId } = await milestone("scope");
  await completeTask(manager, { projectId, taskId, doneOn: day("2027-01-11"), note: null }, submission());
  const before = await tasksOf();
  await expect(layOutPlan(manager, { projectId, ...asked, seen }, submission())).rejects.toBeInstanceOf(
    Changed,
  );
  await expect(
    layOutPlan(manager, { projectId, target: day("2027-01-11"), months: 8, seen }, submission()),
  ).rejects.toMatchObject({ errors: { target: expect.any(String) } });
  expect(await tasksOf()).toEqual(before);
});

test("what the record knows to be over stays, though nobody marked it in the plan", async () => {
  const engaged = await engageProject("Known");
  const { manager, projectId } = engaged;
  await lay(engaged);
  const soa = { projectId, soaVersion: "1.0", approvedOn: day("2027-01-11") };
  await skipPreAudit(manager, { projectId }, submission());
  await recordSoa(manager, soa, submission());
  const lines = await previewLayout(manager, projectId, { ...wanted, months: 12 });
  const effects = Object.fromEntries(lines.map(({ key, effect }) => [key, effect]));
  expect(effects).toMatchObject({ scope: "moves", soa: "done", stage1: "stays" });
});

test("once bodies were asked, another target changes the plan alone", async () => {
  await openRequest(scene, [scene.planner.organisationId]);
  await lay();
  const view = await readPreparationPlan(scene.manager, scene.projectId);
  expect(view.record.targetOn).toBe("2027-09-30");
  expect((await milestone("decision")).dueOn).toBe(wanted.target);
});

test("an action owner sees and completes own tasks, and nothing else of the project", async () => {
  const sam = await addColleague(scene.manager, "Sam Okafor", ["owner"]);
  const { id: own } = await add(sam.personId);
  const { id: other } = await add(null);
  const { projectId } = scene;
  const done = { projectId, doneOn: day("2027-01-11"), note: "Ana owns them." };
  expect((await listOwnTasks(sam)).map(({ id }) => id)).toEqual([own]);
  expect(await readTask(sam, own)).toMatchObject({ title: task.title, note: task.note });
  await expect(readTask(sam, other)).rejects.toBeInstanceOf(NotThere);
  await expect(readPreparationPlan(sam, projectId)).rejects.toBeInstanceOf(NotThere);
  await expect(completeTask(sam, { ...done, taskId: other }, submission())).rejects.toBeInstanceOf(NotThere);
  const edit = { projectId, taskId: own, ...task, ownerId: null, dueOn: day("2027-03-01") };
  for (const attempt of [
    () => editTask(sam, edit, submission()),
    () => removeTask(sam, { projectId, taskId: own }, submission()),
    () => reopenTask(sam, { projectId, taskId: own }, submission()),
    () =>
      add(sam.personId).then(({ id }) =>
        removeTask(scene.executive, { projectId, taskId: id }, submission()),
      ),
  ]) {
    await expect(attempt()).rejects.toBeInstanceOf(Refused);
  }
  await completeTask(sam, { ...done, taskId: own }, submission());
  expect(await readTask(sam, own)).toMatchObject({ doneOn: "2027-01-11", doneNote: "Ana owns them." });
});

test("who owns nothing in a project does not get into it by the door of own tasks", async () => {
  const sam = await addColleague(scene.manager, "Sam Okafor", ["owner"]);
  const { id: taskId } = await add(null);
  const done = { projectId: scene.projectId, taskId, doneOn: day("2027-01-11"), note: null };
  await expect(completeTask(sam, done, submission())).rejects.toBeInstanceOf(NotThere);
});

test("an owner must be somebody of the client who is still there; who has left keeps a task", async () => {
  const { manager, planner, projectId } = scene;
  await expect(add(planner.personId)).rejects.toMatchObject({ errors: { ownerId: expect.any(String) } });
  const left = await addColleague(manager, "Kim Vale", ["owner"]);
  const { id: taskId } = await add(left.personId);
  await db(manager).membership.updateMany({ where: { personId: left.personId }, data: { active: false } });
  const edit = { projectId, taskId, ...task, dueOn: day("2027-03-01"), ownerId: left.personId };
  await editTask(manager, edit, submission());
  await expect(add(left.personId)).rejects.toBeInstanceOf(Rejected);
});

test("two people at once: the second is told, and nothing is lost", async () => {
  const { id: taskId } = await add(null);
  const { manager, projectId } = scene;
  const edit = { projectId, taskId, version: 0, ...task, ownerId: null, dueOn: day("2027-03-01") };
  await editTask(manager, edit, submission());
  await expect(editTask(manager, { ...edit, title: "Another" }, submission())).rejects.toBeInstanceOf(
    Changed,
  );
  await expect(removeTask(manager, edit, submission())).rejects.toBeInstanceOf(Changed);
  const done = { projectId, taskId, doneOn: day("2027-01-11"), note: null };
  await expect(completeTask(manager, { ...done, version: 0 }, submission())).rejects.toBeInstanceOf(Changed);
  expect(await readTask(manager, taskId)).toMatchObject({ title: task.title, doneOn: null, version: 1 });
  await completeTask(manager, done, submission());
  await expect(completeTask(manager, done, submission())).rejects.toBeInstanceOf(Changed);
  await expect(editTask(manager, { ...edit, version: 2 }, submission())).rejects.toBeInstanceOf(Changed);
  await reopenTask(manager, { projectId, taskId }, submission());
  await expect(reopenTask(manager, { projectId, taskId }, submission())).rejects.toBeInstanceOf(Changed);
  await removeTask(manager, { projectId, taskId }, submission());
  await expect(readTask(manager, taskId)).rejects.toBeInstanceOf(NotThere);
});

test("what cannot be is said at its field: an end before the start, a day that lies ahead, a milestone taken out", async () => {
  await lay();
  const { manager, projectId } = scene;
  const { id: taskId } = await milestone("soa");
  const dates = { startsOn: day("2027-03-02"), dueOn: day("2027-03-01") };
  await expect(
    addTask(manager, { projectId, ...task, ...dates, ownerId: null }, submission()),
  ).rejects.toMatchObject({ errors: { dueOn: expect.stringContaining("2 Mar 2027") } });
  await expect(
    completeTask(manager, { projectId, taskId, doneOn: day("2027-01-12"), note: null }, submission()),
  ).rejects.toMatchObject({ errors: { doneOn: expect.stringContaining("11 Jan 2027") } });
  await expect(removeTask(manager, { projectId, taskId }, submission())).rejects.toBeInstanceOf(Rejected);
});

test("a task of another project is not found through one's own, and the body finds none", async () => {
  await chooseBody(scene);
  const { id: taskId } = await add(null);
  const stranger = await planProject("Stranger");
  const there = { projectId: stranger.projectId, taskId };
  await expect(removeTask(stranger.manager, there, submission())).rejects.toBeInstanceOf(NotThere);
  await expect(
    removeTask(stranger.manager, { ...there, projectId: scene.projectId }, submission()),
  ).rejects.toBeInstanceOf(NotThere);
  const outsider = await createOrganisation("client", "Outsider", ["manager", "owner"]);
  for (const actor of [stranger.manager, outsider.owner, scene.planner]) {
    await expect(readTask(actor, taskId)).rejects.toBeInstanceOf(NotThere);
    await expect(readPreparationPlan(actor, scene.projectId)).rejects.toBeInstanceOf(NotThere);
  }
});

test("whoever is given a task is told, once and not by themselves", async () => {
  const sam = await addColleague(scene.manager, "Sam Okafor", ["owner"]);
  await rows().person.update({ where: { id: sam.personId }, data: { email: "sam@plan.example" } });
  const told = async (actor: Actor) => (await listMessages(actor)).messages.map(({ path }) => path);
  const { id } = await add(sam.personId);
  const { manager, executive, projectId } = scene;
  expect(await told(sam)).toEqual([expect.stringMatching(new RegExp(`/tasks/${id}$`))]);
  const edit = { projectId, taskId: id, ...task, dueOn: day("2027-02-02") };
  await editTask(manager, { ...edit, ownerId: sam.personId }, submission());
  expect(await told(sam)).toHaveLength(1);
  await editTask(manager, { ...edit, ownerId: executive.personId }, submission());
  expect(await told(executive)).toHaveLength(1);
  await editTask(manager, { ...edit, ownerId: manager.personId }, submission());
  expect(await told(manager)).toEqual([]);
  await add(null);
  expect([await told(sam), await told(executive)].flat()).toHaveLength(2);
  const { entries } = await readTrail(manager, projectId, { view: "acts" });
  expect(entries.map(({ sentence }) => sentence)).toContain(
    "gave the task “Name an owner for backups” to Sam Okafor",
  );
});
