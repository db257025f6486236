import Link from "next/link";
import { listOverlaps, type SessionState, stateOfSession } from "@/components/audit/session-states";
import { Callout } from "@/components/ui/callout";
import { Pill } from "@/components/ui/pill";
import { type Column, Table } from "@/components/ui/table";
import { type Day, formatDay, formatDayWithWeekday } from "@/lib/day";
import type { SessionView } from "@/lib/store/audit-view";

const stateWords: Record<SessionState, string> = { planned: "Planned", now: "Now", done: "Done" };

/** The plan by day and hour; while the audit runs the session of this hour is marked. */
export function SessionTable({
  sessions,
  running,
  editHref,
  empty,
}: {
  sessions: readonly SessionView[];
  /** Day and clock time in the project's zone while the audit runs. */
  running: { today: Day; clock: string } | null;
  /** Where a session is edited; null for those who only read. */
  editHref: ((id: string) => string) | null;
  empty: string;
}) {
  const columns: Column<SessionView>[] = [
    {
      key: "on",
      label: "Day",
      isOneLine: true,
      leadsOnCard: true,
      cell: ({ on }) => formatDayWithWeekday(on),
    },
    {
      key: "time",
      label: "Time",
      isOneLine: true,
      cell: (session) => `${session.startsAt} to ${session.endsAt}`,
    },
    { key: "topic", label: "Topic", isRowHeader: true, cell: ({ topic }) => topic },
    { key: "site", label: "Site", cell: ({ site }) => site ?? "Not stated" },
    { key: "auditor", label: "Auditor", cell: ({ auditor }) => auditor ?? "Not stated" },
    { key: "interviewee", label: "Interviewee", cell: ({ interviewee }) => interviewee ?? "Not stated" },
  ];
  if (running) {
    columns.push({
      key: "state",
      label: "State",
      cell: (session) => <StateWord state={stateOfSession(session, running.today, running.clock)} />,
    });
  }
  if (editHref) {
    columns.push({
      key: "edit",
      label: "Edit",
      isLabelHidden: true,
      cell: ({ id, topic }) => (
        <Link
          href={editHref(id)}
          prefetch={false}
          aria-label={`Edit session ${topic}`}
          className="inline-block min-w-6 py-1"
        >
          Edit
        </Link>
      ),
    });
  }
  return (
    <Table
      caption="Sessions of the audit plan"
      columns={columns}
      rows={[...sessions]}
      rowKey={({ id }) => id}
      empty={<p className="px-4 pb-4 text-muted sm:px-5">{empty}</p>}
    />
  );
}

function StateWord({ state }: { state: SessionState }) {
  return state === "now" ? <Pill kind="info">{stateWords.now}</Pill> : stateWords[state];
}

/** Says which auditor would have to be in two places at once; a warning, because the plan may still be in the making. */
export function OverlapWarning({ sessions }: { sessions: readonly SessionView[] }) {
  const overlaps = listOverlaps(sessions);
  if (overlaps.length === 0) return null;
  return (
    <Callout tone="warning" title="Sessions overlap">
      <ul className="space-y-1">
        {overlaps.map(({ auditor, on, topics }) => (
          <li key={`${auditor} ${on} ${topics.join(" ")}`}>
            {auditor}, {formatDay(on)}: {topics[0]} and {topics[1]} are at the same time.
          </li>
        ))}
      </ul>
    </Callout>
  );
}
