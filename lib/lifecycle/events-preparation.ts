import { countOf, onDay, told } from "./event-text";

type Task = { task: string };

/** How a client prepares: its plan. All of it is the client's own to read. */
export const preparationEvents = {
  "preparation.plan": told<{ target: string; months: number; laid: number; moved: number }>(
    "Plan laid out",
    ({ target, months, laid, moved }) =>
      `laid the plan out over ${months} months until ${onDay(target)}: ${countOf(laid, "new milestone", "new milestones")}, ${moved} moved`,
  ),
  "task.add": told<Task & { due: string }>(
    "Task added",
    ({ task, due }) => `added the task “${task}”, due on ${onDay(due)}`,
  ),
  "task.edit": told<Task & { due: string }>(
    "Task changed",
    ({ task, due }) => `changed the task “${task}”, due on ${onDay(due)}`,
  ),
  "task.remove": told<Task>("Task removed", ({ task }) => `took the task “${task}” out of the plan`),
  "task.complete": told<Task & { on: string }>(
    "Task done",
    ({ task, on }) => `marked the task “${task}” as done on ${onDay(on)}`,
  ),
  "task.reopen": told<Task>("Task opened again", ({ task }) => `opened the task “${task}” again`),
};
