import type { Metadata } from "next";
import Link from "next/link";
import { GradePill } from "@/components/finding/finding-pills";
import { ProofPill } from "@/components/plan/proof-pill";
import { TaskTable } from "@/components/preparation/task-table";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { OverduePill } from "@/components/ui/overdue-pill";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { TabsNav } from "@/components/ui/tabs-nav";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { type Day, formatDay, isAfter } from "@/lib/day";
import { standingOfProof } from "@/lib/lifecycle/proof-standing";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { type ActionScope, listActions, type MyAction } from "@/lib/store/my-actions";
import { listOwnTasks, type OwnTask } from "@/lib/store/plan-tasks";

export const metadata: Metadata = { title: "My actions" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ of?: string }>;
}

/** What must I do next, by when, what counts as proof, and was my last proof accepted? */
export default async function ActionsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const readsAll = may(actor, "project.read");
  const scope: ActionScope = readsAll && (await searchParams).of === "all" ? "all" : "mine";
  const actions = await orNotFound(listActions(actor, scope));
  const open = actions.filter(needsWork);
  const done = actions.filter((action) => !needsWork(action));
  const tasks = scope === "mine" ? await listOwnTasks(actor) : [];
  return (
    <>
      <PageHeader title={scope === "all" ? "Corrective actions" : "My actions"} lead={nextOf(open, tasks)} />
      <div className="mt-6 space-y-6">
        {readsAll && (
          <TabsNav
            label="Whose actions"
            tabs={[
              { href: paths.actions(org), label: "Mine", current: scope === "mine" },
              { href: `${paths.actions(org)}?of=all`, label: "Everybody's", current: scope === "all" },
            ]}
          />
        )}
        <Card title="To do" flush={open.length > 0}>
          <ActionTable org={org} caption="Actions to do" actions={open} showsOwner={scope === "all"} />
        </Card>
        {tasks.length > 0 && (
          <Card title="Tasks of the preparation" id="tasks" flush>
            <TaskTable
              org={org}
              caption="Your tasks of the preparation"
              tasks={tasks}
              todayOf={({ timeZone }) => currentDay(timeZone)}
              last="project"
            />
          </Card>
        )}
        {done.length > 0 && (
          <Card title="Done" flush>
            <ActionTable
              org={org}
              caption="Actions that are done"
              actions={done}
              showsOwner={scope === "all"}
            />
          </Card>
        )}
      </div>
    </>
  );
}

/** What is not done, and what came back although it was. */
function needsWork(action: MyAction): boolean {
  return standingOfProof(action) === "returned" || action.doneOn === null;
}

/** The answer to "what next?" in one sentence: of actions and tasks the one that is due first. */
function nextOf([action]: MyAction[], tasks: OwnTask[]): string {
  const [task] = tasks.filter(({ doneOn }) => doneOn === null);
  const isTaskFirst = task && (!action || (action.dueOn && isAfter(action.dueOn, task.dueOn)));
  if (isTaskFirst) return `Next: ${task.title}, due ${formatDay(task.dueOn)}.`;
  if (!action) return "Nothing is left to do.";
  return action.dueOn ? `Next: ${action.what}, due ${formatDay(action.dueOn)}.` : `Next: ${action.what}.`;
}

function ActionTable({
  org,
  caption,
  actions,
  showsOwner,
}: {
  org: string;
  caption: string;
  actions: MyAction[];
  showsOwner: boolean;
}) {
  return (
    <Table
      caption={caption}
      rows={actions}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="You have no action to do.">
          Actions appear here when the compliance manager plans them for you.
        </EmptyState>
      }
      columns={[
        {
          key: "what",
          label: "Action",
          isRowHeader: true,
          cell: (action) => (
            <Link href={paths.action(org, action.id)} prefetch={false}>
              {action.what}
            </Link>
          ),
        },
        { key: "due", label: "Due", leadsOnCard: true, cell: (action) => <Due action={action} /> },
        { key: "proof", label: "Expected proof", cell: ({ proof }) => proof ?? "Not stated" },
        {
          key: "standing",
          label: "Proof",
          isOneLine: true,
          cell: (action) => <ProofPill standing={standingOfProof(action)} />,
        },
        {
          key: "finding",
          label: "Finding",
          cell: ({ number, grade, projectName }) => (
            <span className="inline-flex flex-wrap items-center gap-1.5">
              {number} <GradePill grade={grade} /> <span className="text-muted">{projectName}</span>
            </span>
          ),
        },
        ...(showsOwner
          ? [{ key: "owner", label: "Owner", cell: ({ owner }: MyAction) => owner ?? "No owner yet" }]
          : []),
      ]}
    />
  );
}

function Due({ action: { dueOn, doneOn, timeZone } }: { action: MyAction }) {
  if (doneOn) return <>Done {formatDay(doneOn)}</>;
  if (!dueOn) return <>Not stated</>;
  const today: Day = currentDay(timeZone);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <DayText day={dueOn} today={today} />
      {isAfter(today, dueOn) && <OverduePill dueOn={dueOn} today={today} />}
    </span>
  );
}
