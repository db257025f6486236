import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dateToDay } from "../day";
import { NotThere } from "../outcome";
import { isMilestoneKey, type MilestoneKey } from "../preparation/milestones";
import { db, type Prisma } from "./db";
import { knownId, reachProject } from "./reach";

/** More tasks than this are a project of their own. */
export const MAX_TASKS = 300;

/** A task of the plan; with a milestone's key where it is one of those that were laid out. */
export interface PlanTask {
  id: string;
  projectId: string;
  milestone: MilestoneKey | null;
  title: string;
  note: string | null;
  ownerId: string | null;
  owner: string | null;
  startsOn: Day | null;
  dueOn: Day;
  byHand: boolean;
  doneOn: Day | null;
  doneNote: string | null;
  version: number;
}

/** A task as its owner sees it: with the project it is of, and nothing else of that project. */
export interface OwnTask extends PlanTask {
  projectName: string;
  timeZone: string;
}

/** The whole plan of a project, for the people of the client who may read it. Throws NotThere for everybody else. */
export async function readPreparationPlan(actor: Actor, projectId: string) {
  if (!may(actor, "preparation.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  return { ...project, tasks: await listTasks(actor, { projectId: project.record.id }) };
}

/** The tasks that the actor owns, open ones first, in all projects. Only who has own actions has own tasks. */
export async function listOwnTasks(actor: Actor): Promise<OwnTask[]> {
  if (!may(actor, "task.complete")) throw new NotThere();
  return await listTasks(actor, { ownerId: actor.personId });
}

/** One task. An action owner finds own ones alone, a reader of the plan all of the organisation. Throws NotThere. */
export async function readTask(actor: Actor, taskId: string): Promise<OwnTask> {
  const [task] = await listTasks(actor, { id: knownId(taskId), ...ownedBy(actor) });
  if (!task) throw new NotThere();
  return task;
}

/** Which tasks the actor may look up: all of the plan for its readers, own ones for an action owner. */
export function ownedBy(actor: Actor): Prisma.PlanTaskWhereInput {
  if (may(actor, "preparation.read")) return {};
  if (may(actor, "task.complete")) return { ownerId: actor.personId };
  return { id: { in: [] } };
}

async function listTasks(actor: Actor, which: Prisma.PlanTaskWhereInput): Promise<OwnTask[]> {
  const rows = await db(actor).planTask.findMany({
    where: { AND: [which, { clientId: actor.organisationId }] },
    include: { project: { select: { name: true, timeZone: true } } },
    orderBy: [
      { doneOn: { sort: "asc", nulls: "first" } },
      { dueOn: "asc" },
      { createdAt: "asc" },
      { id: "asc" },
    ],
    take: MAX_TASKS,
  });
  const owners = await db(actor).person.findMany({
    where: { id: { in: rows.flatMap(({ ownerId }) => ownerId ?? []) } },
    select: { id: true, name: true },
  });
  return rows.map(({ project, milestone, startsOn, dueOn, doneOn, ...row }) => ({
    ...{ id: row.id, projectId: row.projectId, title: row.title, note: row.note, ownerId: row.ownerId },
    milestone: milestone !== null && isMilestoneKey(milestone) ? milestone : null,
    owner: owners.find(({ id }) => id === row.ownerId)?.name ?? null,
    startsOn: startsOn && dateToDay(startsOn),
    dueOn: dateToDay(dueOn),
    doneOn: doneOn && dateToDay(doneOn),
    ...{ byHand: row.byHand, doneNote: row.doneNote, version: row.version },
    projectName: project.name,
    timeZone: project.timeZone,
  }));
}
