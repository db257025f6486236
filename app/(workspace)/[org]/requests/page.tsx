import type { Metadata } from "next";
import Link from "next/link";
import { RequestState } from "@/components/selection/request-state";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { currentDay } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { findStandard } from "@/lib/standards/editions";
import { listRequests } from "@/lib/store/requests";

export const metadata: Metadata = { title: "Applications" };

interface Props {
  params: Promise<{ org: string }>;
}

/** The requests a certification body was invited to, up to the signed letter. */
export default async function RequestsPage({ params }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const requests = await orNotFound(listRequests(actor));
  return (
    <div className="space-y-6">
      <PageHeader
        title="Requests and applications"
        lead="Each request leads to your proposal, then to the application and the engagement letter."
      />
      <Table
        caption="Requests"
        rows={requests}
        rowKey={({ projectId }) => projectId}
        empty={
          <EmptyState title="No requests yet">
            A request appears here when a client invites you to propose.
          </EmptyState>
        }
        columns={[
          {
            key: "client",
            label: "Client",
            isRowHeader: true,
            cell: ({ projectId, clientName }) => (
              <Link href={paths.request(org, projectId)} prefetch={false}>
                {clientName}
              </Link>
            ),
          },
          { key: "project", label: "Project", cell: ({ projectName }) => projectName },
          {
            key: "standard",
            label: "Standard",
            cell: ({ standardId }) => findStandard(standardId)?.name ?? standardId,
          },
          {
            key: "state",
            label: "State",
            leadsOnCard: true,
            cell: (request) => <RequestState request={request} today={currentDay(request.timeZone)} />,
          },
          {
            key: "due",
            label: "Answer due",
            isOneLine: true,
            cell: ({ answerDueOn, timeZone, state, proposal }) =>
              answerDueOn && (
                <DayText
                  day={answerDueOn}
                  today={!proposal && state !== "closed" ? currentDay(timeZone) : undefined}
                />
              ),
          },
        ]}
      />
    </div>
  );
}
