import Link from "next/link";
import { wordsForDates } from "@/components/audit/date-words";
import { auditStateViews } from "@/components/audit/names";
import { findNextInAudit } from "@/components/audit/next-step";
import { hrefOfOwed } from "@/components/journey/subject-href";
import { DayText } from "@/components/ui/day-text";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import type { Day } from "@/lib/day";
import { auditTitles } from "@/lib/lifecycle/naming";
import { isOverdue } from "@/lib/lifecycle/owed-item";
import { paths } from "@/lib/paths";
import type { OpenAudit } from "@/lib/store/my-audits";

/** Audits of several clients, each with its next step. */
export function MyAuditsTable({
  org,
  caption,
  audits,
  todayIn,
}: {
  org: string;
  caption: string;
  audits: readonly OpenAudit[];
  /** The day in a project's time zone. */
  todayIn: (open: OpenAudit) => Day;
}) {
  return (
    <Table
      caption={caption}
      rows={[...audits]}
      rowKey={({ audit }) => audit.id}
      columns={[
        {
          key: "audit",
          label: "Audit",
          isRowHeader: true,
          cell: ({ audit, client, project }) => (
            <>
              <Link
                href={paths.project(org, project.record.id).audit(audit.id)}
                prefetch={false}
                className="inline-block py-0.5"
              >
                {auditTitles[audit.kind]}, {client}
              </Link>
              <span className="block font-normal text-compact text-subtle">{project.name}</span>
            </>
          ),
        },
        {
          key: "state",
          label: "State",
          cell: ({ audit }) => (
            <Pill kind={auditStateViews[audit.state].kind}>{auditStateViews[audit.state].word}</Pill>
          ),
        },
        {
          key: "dates",
          label: "Dates",
          leadsOnCard: true,
          cell: ({ audit }) => wordsForDates(audit.startsOn, audit.endsOn),
        },
        { key: "lead", label: "Lead", cell: ({ lead }) => lead ?? "Not named yet" },
        {
          key: "next",
          label: "Next",
          cell: (open) => <NextStep org={org} open={open} today={todayIn(open)} />,
        },
      ]}
    />
  );
}

function NextStep({ org, open, today }: { org: string; open: OpenAudit; today: Day }) {
  const { record, policy } = open.project;
  const next = findNextInAudit(record, open.audit, today, policy, "body");
  if (!next) return "Nothing";
  const words =
    next.side === "body" ? (
      <Link href={hrefOfOwed(org, record.id, next)} prefetch={false} className="inline-block py-0.5">
        {next.what}
      </Link>
    ) : (
      `Waiting for ${open.client}: ${next.what}`
    );
  return (
    <>
      {words}
      {next.dueOn && (
        <span className="block text-compact text-muted">
          {isOverdue(next.dueOn, today) ? (
            <Pill kind="overdue">
              Overdue since <DayText day={next.dueOn} />
            </Pill>
          ) : (
            <DayText day={next.dueOn} today={today} />
          )}
        </span>
      )}
    </>
  );
}
