import type { Metadata } from "next";
import Link from "next/link";
import { GradePill } from "@/components/finding/finding-pills";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { OverduePill } from "@/components/ui/overdue-pill";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { TabsNav } from "@/components/ui/tabs-nav";
import { currentDay } from "@/lib/clock";
import { today as dayAt, daysBetween, formatDay, isAfter } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listVerifyQueue, type QueuedFinding } from "@/lib/store/verify-queue";

export const metadata: Metadata = { title: "Verify" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ of?: string }>;
}

const whatNext: Record<QueuedFinding["state"], string> = {
  response_submitted: "Plan",
  evidence_submitted: "Evidence",
  verified: "Closing",
};

/** What waits for the body's answer, and how long it has waited. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const queue = await orNotFound(listVerifyQueue(actor));
  const mine = queue.filter(({ isMine }) => isMine);
  // Who audits nowhere, such as a planner, has no queue of the own.
  const isAll = (await searchParams).of === "all" || !actor.roles.includes("auditor");
  const shown = isAll ? queue : mine;
  return (
    <>
      <PageHeader title="Verify" lead={leadOf(shown)} />
      <div className="mt-6 space-y-6">
        <TabsNav
          label="Whose findings"
          tabs={[
            { href: paths.verifyQueue(org), label: "My audits", current: !isAll, count: mine.length },
            {
              href: `${paths.verifyQueue(org)}?of=all`,
              label: `All of ${actor.organisationName}`,
              current: isAll,
              count: queue.length,
            },
          ]}
        />
        <Card flush={shown.length > 0}>
          <Table
            caption="Findings that wait for the certification body"
            rows={shown}
            rowKey={({ findingId }) => findingId}
            empty={
              <EmptyState title="Nothing waits for you.">
                Plans and evidence appear here when a client submits them.
              </EmptyState>
            }
            columns={[
              {
                key: "finding",
                label: "Finding",
                isRowHeader: true,
                cell: (row) => (
                  <Link href={paths.project(org, row.projectId).verification(row.findingId)} prefetch={false}>
                    <span className="whitespace-nowrap">{row.number}</span> {row.statement}
                  </Link>
                ),
              },
              { key: "grade", label: "Grade", cell: ({ grade }) => <GradePill grade={grade} /> },
              {
                key: "client",
                label: "Client",
                cell: ({ clientName, projectName }) => (
                  <>
                    {clientName} <span className="text-subtle">{projectName}</span>
                  </>
                ),
              },
              { key: "what", label: "What to check", cell: ({ state }) => whatNext[state] },
              {
                key: "since",
                label: "Waiting since",
                leadsOnCard: true,
                cell: ({ since, timeZone }) => (
                  <DayText day={dayAt(timeZone, since)} today={currentDay(timeZone)} />
                ),
              },
              { key: "limit", label: "Limit", cell: (row) => <Limit row={row} /> },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function leadOf([oldest]: QueuedFinding[]): string {
  if (!oldest) return "No plan and no evidence waits for your answer.";
  const days = daysBetween(dayAt(oldest.timeZone, oldest.since), currentDay(oldest.timeZone));
  const wait = days === 0 ? "since today" : days === 1 ? "for 1 day" : `for ${days} days`;
  return `${oldest.number} of ${oldest.clientName} has waited longest: ${wait}.`;
}

function Limit({ row: { closureDueOn, timeZone } }: { row: QueuedFinding }) {
  if (!closureDueOn) return <>Next audit</>;
  const today = currentDay(timeZone);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {formatDay(closureDueOn)}
      {isAfter(today, closureDueOn) && <OverduePill dueOn={closureDueOn} today={today} />}
    </span>
  );
}
