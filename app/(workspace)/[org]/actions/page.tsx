import type { Metadata } from "next";
import Link from "next/link";
import { GradePill } from "@/components/finding/finding-pills";
import { ProofPill } from "@/components/plan/proof-pill";
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
  return (
    <>
      <PageHeader title={scope === "all" ? "Corrective actions" : "My actions"} lead={nextOf(open)} />
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

/** The answer to "what next?" in one sentence. */
function nextOf([first]: MyAction[]): string {
  if (!first) return "Nothing is left to do.";
  return first.dueOn ? `Next: ${first.what}, due ${formatDay(first.dueOn)}.` : `Next: ${first.what}.`;
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
