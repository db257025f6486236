import type { Metadata } from "next";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { WorkTable } from "@/components/worklist/work-table";
import { type WorkKind, workKinds, workNames } from "@/lib/lifecycle/worklist";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { MAX_LOOKED, readWorklist, type Worklist } from "@/lib/store/worklist";

export const metadata: Metadata = { title: "Worklist" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ kind?: string | string[]; after?: string | string[] }>;
}

/** What the person's roles act on over all clients of a body, in the order of deadline. */
export default async function WorklistPage({ params, searchParams }: Props) {
  const { org } = await params;
  const asked = await searchParams;
  const actor = await pageActor(org);
  const kind = workKinds.find((one) => one === asked.kind);
  const [after] = [asked.after ?? []].flat();
  const worklist = await orNotFound(readWorklist(actor, { kind, after }));
  const { items, counts, next, isWhole } = worklist;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shownKinds = workKinds.filter((one) => counts.has(one) || one === kind);
  return (
    <>
      <PageHeader title={titleOf(total)} lead={leadOf(worklist, total)} />
      <div className="mt-6 space-y-6">
        {total > 0 && (
          <TabsNav
            label="Kinds of work"
            tabs={[
              { href: paths.worklist(org), label: "All", current: kind === undefined, count: total },
              ...shownKinds.map((one) => ({
                href: paths.worklist(org, { kind: one }),
                label: workNames[one],
                current: kind === one,
                count: counts.get(one) ?? 0,
              })),
            ]}
          />
        )}
        {!isWhole && (
          <Callout>
            Looked at the {MAX_LOOKED} oldest projects with open work. Finish those to see what stands after
            them.
          </Callout>
        )}
        <Card flush={items.length > 0}>
          {items.length > 0 ? (
            <WorkTable actor={actor} items={items} />
          ) : (
            <NothingToDo {...{ worklist, kind, after }} />
          )}
          <Pagination
            label="Pages of the worklist"
            newerHref={after && paths.worklist(org, { kind })}
            newerLabel="First page"
            olderHref={next ? paths.worklist(org, { kind, after: next }) : undefined}
            olderLabel="Next page"
          />
        </Card>
      </div>
    </>
  );
}

function titleOf(total: number): string {
  if (total === 0) return "Nothing waits for you";
  return total === 1 ? "1 thing to do" : `${total} things to do`;
}

function leadOf({ overdue, hasClients }: Worklist, total: number): string {
  if (total === 0)
    return hasClients
      ? "You have dealt with everything. What comes next is with a client or a colleague."
      : "Your worklist fills once a client asks you or signs with you.";
  const order = "All clients, the nearest deadline first.";
  return overdue === 0 ? `${order} Nothing is overdue.` : `${order} ${overdue} overdue.`;
}

function NothingToDo({ worklist, kind, after }: { worklist: Worklist; kind?: WorkKind; after?: string }) {
  if (after) return <EmptyState title="No more on this page">Go back to the first page.</EmptyState>;
  if (kind) return <EmptyState title={`${workNames[kind]}: nothing waits`} />;
  return worklist.hasClients ? (
    <EmptyState title="All done">New work appears here by itself, sorted by deadline.</EmptyState>
  ) : (
    <EmptyState title="No clients yet">
      Requests, teams, plans, reports, evidence and decisions of all your clients will stand here.
    </EmptyState>
  );
}
