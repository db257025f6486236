import type { Metadata } from "next";
import Link from "next/link";
import { decisionWords } from "@/components/decision/taken-decision";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { findStandard } from "@/lib/standards/editions";
import { listDecided, listWaiting, type WaitingDossier } from "@/lib/store/body-lists";

export const metadata: Metadata = { title: "Decisions" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { after } = await searchParams;
  const actor = await pageActor(org);
  const waiting = await orNotFound(listWaiting(actor));
  const decided = await orNotFound(listDecided(actor, typeof after === "string" ? after : undefined));
  const toDecide = waiting.filter(({ awaits }) => awaits === "decision");
  const toIssue = waiting.filter(({ awaits }) => awaits === "certificate");
  return (
    <>
      <PageHeader title="Decisions" lead={leadOf(toDecide, actor.roles.includes("decider"))} />
      <div className="mt-6 grid gap-6">
        <Card title="Waiting for a decision" flush>
          <Table
            caption="Dossiers that wait for a decision"
            rows={toDecide}
            rowKey={({ projectId }) => projectId}
            empty={<EmptyState title="No dossier waits for a decision." />}
            columns={[
              {
                key: "project",
                label: "Project",
                isRowHeader: true,
                cell: ({ projectId, name }) => (
                  <Link href={paths.project(org, projectId).decision} prefetch={false}>
                    {name}
                  </Link>
                ),
              },
              { key: "client", label: "Client", cell: ({ clientName }) => clientName },
              {
                key: "standard",
                label: "Standard",
                cell: ({ standardId }) => findStandard(standardId)?.name ?? standardId,
              },
              {
                key: "file",
                label: "File",
                leadsOnCard: true,
                cell: ({ missing }) =>
                  missing === 0 ? (
                    <Pill kind="success">Ready to decide</Pill>
                  ) : (
                    <Pill kind="warning">
                      {missing === 1 ? "1 item missing" : `${missing} items missing`}
                    </Pill>
                  ),
              },
              {
                key: "recommendation",
                label: "Team recommends",
                cell: ({ recommendation }) => recommendation ?? "Not stated",
              },
              {
                key: "me",
                label: "You",
                cell: ({ bar }) =>
                  bar ? (
                    <Pill kind="locked">Cannot decide ({bar.rule})</Pill>
                  ) : actor.roles.includes("decider") ? (
                    "Can decide"
                  ) : (
                    "No decider"
                  ),
              },
              {
                key: "target",
                label: "Target",
                cell: ({ targetOn }) => (targetOn ? <DayText day={targetOn} /> : "Not stated"),
              },
            ]}
          />
        </Card>
        {toIssue.length > 0 && (
          <Card title="Granted, certificate not issued" flush>
            <Table
              caption="Granted certifications without a certificate"
              rows={toIssue}
              rowKey={({ projectId }) => projectId}
              columns={[
                {
                  key: "project",
                  label: "Project",
                  isRowHeader: true,
                  cell: ({ projectId, name }) => (
                    <Link href={paths.project(org, projectId).certificate} prefetch={false}>
                      {name}
                    </Link>
                  ),
                },
                { key: "client", label: "Client", cell: ({ clientName }) => clientName },
                {
                  key: "standard",
                  label: "Standard",
                  cell: ({ standardId }) => findStandard(standardId)?.name ?? standardId,
                },
              ]}
            />
          </Card>
        )}
        <Card title="Decided" flush>
          <Table
            caption="Decisions that were taken"
            rows={decided.rows}
            rowKey={({ id }) => id}
            empty={<EmptyState title="No decision has been taken yet." />}
            columns={[
              { key: "on", label: "Decided", isOneLine: true, cell: ({ decidedOn }) => formatDay(decidedOn) },
              {
                key: "project",
                label: "Project",
                isRowHeader: true,
                cell: ({ projectId, name }) => (
                  <Link href={paths.project(org, projectId).decision} prefetch={false}>
                    {name}
                  </Link>
                ),
              },
              { key: "client", label: "Client", cell: ({ clientName }) => clientName },
              {
                key: "decision",
                label: "Decision",
                leadsOnCard: true,
                cell: ({ kind }) => <Pill kind={decisionWords[kind].tone}>{decisionWords[kind].word}</Pill>,
              },
              { key: "by", label: "Decided by", cell: ({ decidedBy }) => decidedBy },
            ]}
          />
          <Pagination
            newerHref={after ? paths.decisions(org) : undefined}
            newerLabel="Newest"
            olderHref={decided.next ? `${paths.decisions(org)}?after=${decided.next}` : undefined}
          />
        </Card>
      </div>
    </>
  );
}

function leadOf(toDecide: readonly WaitingDossier[], decides: boolean): string {
  const ready = toDecide.filter(({ missing }) => missing === 0);
  if (toDecide.length === 0) return "No dossier waits for you.";
  const mine = ready.filter(({ bar }) => bar === null).length;
  const waiting = toDecide.length === 1 ? "1 dossier waits" : `${toDecide.length} dossiers wait`;
  return decides ? `${waiting}, ${mine} of them ready for you to decide.` : `${waiting}.`;
}
