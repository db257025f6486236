import type { Metadata } from "next";
import { PlanTimeline } from "@/components/preparation/plan-timeline";
import { TaskFields } from "@/components/preparation/task-fields";
import { TaskTable } from "@/components/preparation/task-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { tellAwareness } from "@/lib/awareness/awareness";
import { currentDay } from "@/lib/clock";
import { parseDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { forecastPlan, tellForecast } from "@/lib/preparation/forecast";
import { knownDays } from "@/lib/preparation/known-days";
import { LEAST_MONTHS, MOST_MONTHS, USUAL_MONTHS } from "@/lib/preparation/milestones";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAwarenessCount } from "@/lib/store/awareness";
import { previewLayout, type Wanted } from "@/lib/store/plan-layout";
import { listOwners } from "@/lib/store/plan-owners";
import { readPreparationPlan } from "@/lib/store/plan-tasks";
import { addTask } from "./actions";
import { LayoutSection } from "./layout-section";

export const metadata: Metadata = { title: "Plan" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ target?: string; months?: string }>;
}

/** Will we be ready in time: the milestones with where they are heading, and the client's own tasks beside them. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const { record, tasks } = await orNotFound(readPreparationPlan(actor, project));
  const trained = `Trained: ${tellAwareness(await orNotFound(readAwarenessCount(actor, project)))}`;
  const wanted = readWanted(await searchParams);
  const today = currentDay(record.timeZone);
  const base = paths.project(org, project).preparationPlan;
  const planned = tasks.flatMap(({ milestone, ...task }) => (milestone ? [{ ...task, key: milestone }] : []));
  const milestones = forecastPlan(planned, today, knownDays(record)).map((forecast) => {
    const task = planned.find(({ key }) => key === forecast.key);
    const known = forecast.key === "training" ? trained : null;
    return { ...forecast, known, owner: task?.owner ?? null, href: paths.task(org, task?.id ?? "") };
  });
  const free = tasks.filter(({ milestone }) => milestone === null);
  const target = planned.find(({ key }) => key === "decision")?.dueOn ?? record.targetOn;
  const canAdd = may(actor, "task.add");
  return (
    <>
      <PageHeader title="Plan" lead={tellForecast(milestones)} />
      <div className="mt-6 space-y-6">
        {milestones.length > 0 && (
          <Card title="Milestones" id="milestones">
            <p className="mb-2 text-compact text-subtle">
              Tick: plan. Dot: done or expected. Dashed line: today. Only your organisation sees this plan.
            </p>
            <PlanTimeline milestones={milestones} today={today} />
          </Card>
        )}
        {may(actor, "preparation.plan") ? (
          <LayoutSection
            {...{ org, project, base, today }}
            target={wanted?.target ?? target}
            months={wanted?.months ?? USUAL_MONTHS}
            preview={wanted && { wanted, lines: await previewLayout(actor, project, wanted) }}
            asked={record.sourcing.state === "planning" ? null : record.targetOn}
          />
        ) : (
          milestones.length === 0 && (
            <EmptyState title="No plan yet.">
              The compliance manager lays it out from a target day.
            </EmptyState>
          )
        )}
        {(free.length > 0 || canAdd) && (
          <Card title="Tasks" id="tasks" flush={free.length > 0}>
            {free.length > 0 && (
              <TaskTable
                org={org}
                caption="Tasks of the plan"
                tasks={free}
                todayOf={() => today}
                last="owner"
              />
            )}
            {canAdd && (
              <details className={free.length > 0 ? "px-4 py-4 sm:px-5" : ""}>
                <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
                  Add a task
                </summary>
                <div className="mt-3">
                  <ServerForm
                    action={addTask}
                    hidden={{ org, project }}
                    submitLabel="Add task"
                    submitVariant="secondary"
                  >
                    <TaskFields owners={await listOwners(actor, [])} />
                  </ServerForm>
                </div>
              </details>
            )}
          </Card>
        )}
      </div>
    </>
  );
}

/** The days that the address asks about; anything else asks about nothing. */
function readWanted({ target = "", months = "" }: { target?: string; months?: string }): Wanted | null {
  const day = parseDay(String(target));
  const count = Number(months);
  if (!day || !Number.isInteger(count) || count < LEAST_MONTHS || count > MOST_MONTHS) return null;
  return { target: day, months: count };
}
