import type { Metadata } from "next";
import { StackedFacts } from "@/components/plan/stacked-facts";
import { TaskFields } from "@/components/preparation/task-fields";
import { TaskPill } from "@/components/preparation/task-pill";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { TextArea } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { currentDay } from "@/lib/clock";
import { type Day, formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { knownDays } from "@/lib/preparation/known-days";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listOwners } from "@/lib/store/plan-owners";
import { type OwnTask, readPreparationPlan, readTask } from "@/lib/store/plan-tasks";
import { completeTask, editTask, removeTask, reopenTask } from "../../projects/[project]/plan/actions";

export const metadata: Metadata = { title: "Task" };

interface Props {
  params: Promise<{ org: string; task: string }>;
}

/** One task of a plan: what to do and by when for its owner, who marks it as done; for the manager its form besides. */
export default async function TaskPage({ params }: Props) {
  const { org, task: taskId } = await params;
  const actor = await pageActor(org);
  const task = await orNotFound(readTask(actor, taskId));
  const today = currentDay(task.timeZone);
  const readsPlan = may(actor, "preparation.read");
  const known = readsPlan ? await findKnownDay(actor, task) : null;
  const form = { hidden: { org, project: task.projectId, task: task.id }, version: task.version };
  const back = readsPlan
    ? { href: paths.project(org, task.projectId).preparationPlan, label: "Plan" }
    : { href: paths.actions(org), label: "My actions" };
  return (
    <>
      <PageHeader
        title={task.title}
        breadcrumbs={<Breadcrumbs items={[back]} />}
        pills={<TaskPill dueOn={task.dueOn} doneOn={known ?? task.doneOn} today={today} />}
        lead={task.note && <p className="prose-plain">{task.note}</p>}
      />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="min-w-0 space-y-6">
          {known && (
            <Callout tone="success" title={`The record knows it: ${formatDay(known)}`}>
              <p>This day counts in the plan. Nothing has to be marked here.</p>
            </Callout>
          )}
          {task.doneOn && (
            <Card title={`Done on ${formatDay(task.doneOn)}`}>
              <p className="prose-plain">{task.doneNote ?? "No note was left."}</p>
              {may(actor, "task.reopen") && (
                <div className="mt-4">
                  <ServerForm
                    {...form}
                    action={reopenTask}
                    submitLabel="Open task again"
                    submitVariant="secondary"
                  />
                </div>
              )}
            </Card>
          )}
          {!task.doneOn && !known && may(actor, "task.complete") && (
            <Card title="Mark as done">
              <ServerForm {...form} action={completeTask} submitLabel="Mark as done">
                <DateField name="doneOn" label="Done on" defaultValue={today} max={today} />
                <TextArea
                  name="note"
                  label="What was done"
                  hint="Where the result is, or what came out."
                  optional
                  rows={3}
                />
              </ServerForm>
            </Card>
          )}
          {!task.doneOn && may(actor, "task.edit") && (
            <Card title="Change">
              <ServerForm
                {...form}
                action={editTask}
                keepsFields
                submitLabel="Save task"
                submitVariant="secondary"
              >
                <TaskFields owners={await listOwners(actor, [task.ownerId])} task={task} />
              </ServerForm>
            </Card>
          )}
          {task.milestone === null && may(actor, "task.remove") && (
            <Card title="Remove">
              <ServerForm
                {...form}
                action={removeTask}
                submitLabel="Remove task"
                submitVariant="danger"
                confirm={{
                  title: "Check before you remove it",
                  text: `“${task.title}” goes out of the plan. The trail keeps that it was there.`,
                  label: "Remove task",
                }}
              />
            </Card>
          )}
        </div>
        <Card title="About this task">
          <StackedFacts
            facts={[
              { term: "Due", value: <DayText day={task.dueOn} today={task.doneOn ? undefined : today} /> },
              { term: "Starts", value: task.startsOn && <DayText day={task.startsOn} /> },
              { term: "Owner", value: task.owner },
              { term: "Project", value: task.projectName },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

/** The day on which the record says that a milestone was reached, whatever is marked in the plan. */
async function findKnownDay(actor: Actor, { milestone, projectId }: OwnTask): Promise<Day | null> {
  if (!milestone) return null;
  const { record } = await readPreparationPlan(actor, projectId);
  const known = knownDays(record)[milestone];
  return known?.isOver ? known.on : null;
}
