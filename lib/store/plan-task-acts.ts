import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate, formatDay } from "../day";
import { Changed, NotThere, Rejected } from "../outcome";
import { type Act, actOnProject, type Submission } from "./act";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { MAX_TASKS, ownedBy } from "./plan-tasks";
import { knownId } from "./reach";

export interface TaskInput {
  title: string;
  note: string | null;
  ownerId: string | null;
  startsOn: Day | null;
  dueOn: Day;
}

/** Which task an act is about, and the version the page showed. */
export interface TaskAct {
  projectId: string;
  taskId: string;
  version?: number;
}

/** Adds a task of the client's own beside the milestones. Throws Rejected for an owner who is nobody of the client. */
export async function addTask(
  actor: Actor,
  { projectId, ...input }: TaskInput & { projectId: string },
  submission: Submission,
): Promise<{ id: string }> {
  permit(actor, "task.add");
  return await actOnProject(actor, { projectId }, submission, async (act) => ({
    id: await putTask(act, input),
  }));
}

/** Puts a task into the plan within an act that was permitted. Returns its id. */
export async function putTask(act: Act, input: TaskInput): Promise<string> {
  const { id: projectId, clientId } = act.project.record;
  requireTask(act, input);
  if ((await act.tx.planTask.count({ where: { projectId } })) >= MAX_TASKS) {
    throw new Rejected({ title: `A plan can have ${MAX_TASKS} tasks. Put small ones together as one.` });
  }
  const id = newId();
  const keys = { id, projectId, clientId, createdAt: act.submission.now };
  await act.tx.planTask.create({ data: { ...keys, ...rowOf(input) } });
  await tellAssigned(act, id, input, null);
  await tellTask(act, "task.add", id, { task: input.title, due: input.dueOn });
  return id;
}

/** Changes a task that is open. A milestone whose days or title change is by hand from then on: it is not laid out anew. */
export async function editTask(
  actor: Actor,
  { title, note, ownerId, startsOn, dueOn, ...task }: TaskInput & TaskAct,
  submission: Submission,
): Promise<null> {
  permit(actor, "task.edit");
  return await actOnProject(actor, task, submission, async (act) => {
    const before = await findTask(act, task.taskId);
    const input = { title, note, ownerId, startsOn, dueOn };
    requireTask(act, input, before.ownerId);
    if (before.doneOn) throw new Changed("This task is marked as done. Open it again before you change it.");
    const isPlanned =
      before.title === title &&
      before.startsOn?.getTime() === (startsOn ? dayToDate(startsOn).getTime() : undefined) &&
      dateToDay(before.dueOn) === dueOn;
    await updateTask(act, before, task.version, { ...rowOf(input), byHand: before.byHand || !isPlanned });
    await tellAssigned(act, before.id, input, before.ownerId);
    await tellTask(act, "task.edit", before.id, { task: title, due: dueOn });
    return null;
  });
}

/** Takes a task out of the plan; a milestone stays in it. */
export async function removeTask(actor: Actor, task: TaskAct, submission: Submission): Promise<null> {
  permit(actor, "task.remove");
  return await actOnProject(actor, task, submission, async (act) => {
    const { id, title, milestone, version } = await findTask(act, task.taskId);
    if (milestone !== null) {
      throw new Rejected({ task: "A milestone stays in the plan. Change its days instead." });
    }
    const { count } = await act.tx.planTask.deleteMany({ where: { id, version: task.version ?? version } });
    if (count !== 1) throw new Changed();
    await tellTask(act, "task.remove", id, { task: title });
    return null;
  });
}

/** Marks a task as done. An action owner does so with own tasks only, the manager with all. A repeat is refused. */
export async function completeTask(
  actor: Actor,
  { doneOn, note, ...task }: TaskAct & { doneOn: Day; note: string | null },
  submission: Submission,
): Promise<null> {
  permit(actor, "task.complete");
  const door = may(actor, "project.read") ? "project" : "task";
  return await actOnProject(actor, { ...task, door }, submission, async (act) => {
    const before = await findTask(act, task.taskId);
    const { today } = act.moment;
    if (doneOn > today)
      throw new Rejected({ doneOn: `Enter today, ${formatDay(today)}, or a day before it.` });
    if (before.doneOn) throw new Changed("This task is marked as done already.");
    const done = { doneOn: dayToDate(doneOn), doneById: actor.personId, doneNote: note };
    await updateTask(act, before, task.version, done);
    await tellTask(act, "task.complete", before.id, { task: before.title, on: doneOn });
    return null;
  });
}

/** Opens a task again that was marked as done. */
export async function reopenTask(actor: Actor, task: TaskAct, submission: Submission): Promise<null> {
  permit(actor, "task.reopen");
  return await actOnProject(actor, task, submission, async (act) => {
    const before = await findTask(act, task.taskId);
    if (!before.doneOn) throw new Changed("This task is open already.");
    await updateTask(act, before, task.version, { doneOn: null, doneById: null, doneNote: null });
    await tellTask(act, "task.reopen", before.id, { task: before.title });
    return null;
  });
}

async function findTask({ tx, actor, project }: Act, taskId: string) {
  const { id: projectId, clientId } = project.record;
  const where = { AND: [ownedBy(actor), { id: knownId(taskId), projectId, clientId }] };
  const task = await tx.planTask.findFirst({ where });
  if (!task) throw new NotThere();
  return task;
}

type Columns = Parameters<Act["tx"]["planTask"]["updateMany"]>[0]["data"];

async function updateTask(
  { tx }: Act,
  before: { id: string; version: number },
  seen: number | undefined,
  columns: Columns,
): Promise<void> {
  const { count } = await tx.planTask.updateMany({
    where: { id: before.id, version: seen ?? before.version },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count !== 1) throw new Changed();
}

function rowOf({ startsOn, dueOn, ...words }: TaskInput) {
  return { ...words, startsOn: startsOn && dayToDate(startsOn), dueOn: dayToDate(dueOn) };
}

/** Who has left may keep a task, and is not given another one. */
function requireTask(
  { project }: Act,
  { ownerId, startsOn, dueOn }: TaskInput,
  ownerBefore: string | null = null,
): void {
  if (ownerId !== null && ownerId !== ownerBefore && !project.record.clientPersonIds.includes(ownerId)) {
    throw new Rejected({ ownerId: "Choose an owner from the people of your organisation." });
  }
  if (startsOn !== null && startsOn > dueOn) {
    throw new Rejected({ dueOn: `Enter ${formatDay(startsOn)}, the day it starts, or a later one.` });
  }
}

/** Says whose the task is now, where that is somebody else than before; the message to them goes with it. */
async function tellAssigned(
  act: Act,
  id: string,
  { title, ownerId }: Pick<TaskInput, "title" | "ownerId">,
  ownerBefore: string | null,
): Promise<void> {
  if (ownerId === null || ownerId === ownerBefore) return;
  const owner = await act.tx.person.findUniqueOrThrow({ where: { id: ownerId }, select: { name: true } });
  await tellTask(act, "task.assign", id, { task: title, owner: owner.name });
}

type TaskEvent = "task.assign" | "task.add" | "task.edit" | "task.remove" | "task.complete" | "task.reopen";

async function tellTask<K extends TaskEvent>(
  act: Act,
  kind: K,
  id: string,
  data: Parameters<typeof tell<K>>[3],
): Promise<void> {
  await tell(act, kind, { type: "plan_task", id }, data, { audience: "own" });
}
