import Link from "next/link";
import { BodyState } from "@/components/selection/body-state";
import { GateLine } from "@/components/selection/gate-pill";
import { Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import type { InvitedBody } from "@/lib/store/selection";

/** The invited bodies, each with its accreditation for the standard and its answer. */
export function InvitedTable({
  org,
  project,
  invited,
  dueOn,
  today,
}: {
  org: string;
  project: string;
  invited: readonly InvitedBody[];
  dueOn: Day | null;
  today: Day;
}) {
  const at = paths.project(org, project);
  return (
    <Table
      caption="Invited bodies"
      rows={[...invited]}
      rowKey={({ body }) => body.id}
      columns={[
        {
          key: "body",
          label: "Body",
          isRowHeader: true,
          cell: ({ body }) => (
            <Link href={at.proposal(body.id)} prefetch={false}>
              {body.name}
            </Link>
          ),
        },
        { key: "gate", label: "Accreditation", cell: ({ gate }) => <GateLine gate={gate} /> },
        { key: "sent", label: "Sent", isOneLine: true, cell: ({ sentOn }) => formatDay(sentOn) },
        {
          key: "state",
          label: "Answer",
          leadsOnCard: true,
          cell: ({ body, viewed, proposal }) => (
            <BodyState
              answer={{
                viewed,
                connected: body.connected,
                proposal: proposal && { ...proposal, validUntil: proposal.offer.validUntil },
              }}
              dueOn={dueOn}
              today={today}
            />
          ),
        },
        {
          key: "how",
          label: "How it answers",
          cell: ({ body }) => (body.connected ? "On CertTrail" : "By its link, or you enter its document"),
        },
      ]}
    />
  );
}
