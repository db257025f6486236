import Link from "next/link";
import { BodyState } from "@/components/selection/body-state";
import { GateLine } from "@/components/selection/gate-pill";
import { remindedInWords } from "@/components/selection/remind-panel";
import { Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import type { Reminders } from "@/lib/store/reminders";
import type { InvitedBody } from "@/lib/store/selection";

/** The invited bodies, each with its accreditation for the standard and its answer. */
export function InvitedTable({
  org,
  project,
  invited,
  dueOn,
  today,
  reminders,
  mayRemind,
}: {
  org: string;
  project: string;
  invited: readonly InvitedBody[];
  dueOn: Day | null;
  today: Day;
  /** By the ids of the bodies; null once answers are no longer taken. */
  reminders: ReadonlyMap<string, Reminders> | null;
  mayRemind: boolean;
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
          cell: ({ viewed, proposal }) => (
            <BodyState
              answer={{
                viewed,
                proposal: proposal && { ...proposal, validUntil: proposal.offer.validUntil },
              }}
              dueOn={dueOn}
              today={today}
            />
          ),
        },
        ...(reminders
          ? [
              {
                key: "reminded",
                label: "Reminders",
                cell: ({ body, proposal }: InvitedBody) =>
                  proposal ? (
                    "Answered"
                  ) : (
                    <>
                      {remindedInWords(reminders.get(body.id) ?? null)}{" "}
                      {mayRemind && (
                        <Link
                          href={`${at.proposal(body.id)}#remind`}
                          prefetch={false}
                          aria-label={`Remind ${body.name}`}
                          className="inline-block py-0.5"
                        >
                          Remind
                        </Link>
                      )}
                    </>
                  ),
              },
            ]
          : []),
        {
          key: "how",
          label: "How it answers",
          cell: ({ body }) => (body.connected ? "On CertTrail" : "By its link, or you enter its document"),
        },
      ]}
    />
  );
}
