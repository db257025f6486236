"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { formatDay } from "@/lib/day";
import { asList } from "@/lib/form-data";
import {
  dayField,
  MAX_LINE,
  MAX_TEXT,
  optionalDayField,
  optionalTextField,
  textField,
  wholeNumberField,
} from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { LEAST_MONTHS, MOST_MONTHS } from "@/lib/preparation/milestones";
import * as layout from "@/lib/store/plan-layout";
import * as tasks from "@/lib/store/plan-task-acts";
import { planPoints as plan } from "@/lib/store/pre-audit-tasks";

const Project = z.object({ project: z.string() });
const Task = Project.extend({ task: z.string() });

const Planned = {
  title: textField("Enter what has to be done", MAX_LINE),
  note: optionalTextField(),
  ownerId: optionalTextField(MAX_LINE),
  startsOn: optionalDayField("Enter a real day, such as 27 Mar 2027"),
  dueOn: dayField("Enter the day by which it is done"),
};

export const layOutPlan = action(
  "preparation.plan",
  Project.extend({
    target: dayField("Enter the day on which you want the certificate"),
    months: wholeNumberField(`Choose ${LEAST_MONTHS} to ${MOST_MONTHS} months`, LEAST_MONTHS, MOST_MONTHS),
    seen: textField("Look at what would change first"),
  }),
  async ({ actor, input, submission }) => {
    const { project, ...wanted } = input;
    await layout.layOutPlan(actor, { projectId: project, ...wanted }, submission);
    return {
      message: `Plan laid out until ${formatDay(wanted.target)}.`,
      redirectTo: paths.project(actor.organisationSlug, project).preparationPlan,
    };
  },
);

export const addTask = action(
  "task.add",
  Project.extend(Planned),
  async ({ actor, input: { project, ...task }, submission }) => {
    await tasks.addTask(actor, { projectId: project, ...task }, submission);
    return { message: `Task added, due on ${formatDay(task.dueOn)}.` };
  },
);

/** The most points of a pre-audit that become tasks at once. */
const MAX_POINTS = 100;

export const planPoints = action(
  "task.add",
  Project.extend({
    points: z.preprocess(
      asList,
      z
        .array(z.string().max(MAX_TEXT))
        .min(1, { error: "Choose what becomes a task" })
        .max(MAX_POINTS, { error: `Choose ${MAX_POINTS} or fewer at once.` }),
    ),
    ownerId: Planned.ownerId,
    dueOn: Planned.dueOn,
  }),
  async ({ actor, input: { project, ...chosen }, submission }) => {
    await plan(actor, { projectId: project, ...chosen }, submission);
    const count = chosen.points.length;
    return { message: `${count} ${count === 1 ? "task is" : "tasks are"} in the plan.` };
  },
);

export const editTask = action(
  "task.edit",
  Task.extend(Planned),
  async ({ actor, input: { project, task, ...planned }, submission, version }) => {
    await tasks.editTask(actor, { projectId: project, taskId: task, version, ...planned }, submission);
    return { message: "Task saved." };
  },
);

export const removeTask = action("task.remove", Task, async ({ actor, input, submission, version }) => {
  const { project, task } = input;
  await tasks.removeTask(actor, { projectId: project, taskId: task, version }, submission);
  return {
    message: "Task removed from the plan.",
    redirectTo: paths.project(actor.organisationSlug, project).preparationPlan,
  };
});

export const completeTask = action(
  "task.complete",
  Task.extend({ doneOn: dayField("Enter the day on which it was done"), note: optionalTextField() }),
  async ({ actor, input: { project, task, ...done }, submission, version }) => {
    await tasks.completeTask(actor, { projectId: project, taskId: task, version, ...done }, submission);
    return { message: "Saved. The task is done." };
  },
);

export const reopenTask = action("task.reopen", Task, async ({ actor, input, submission, version }) => {
  const { project, task } = input;
  await tasks.reopenTask(actor, { projectId: project, taskId: task, version }, submission);
  return { message: "The task is open again." };
});
