import { ReportSection, Written } from "@/components/report/report-section";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { formatAuditDays } from "@/lib/audit-time/days";
import { type Day, formatDay } from "@/lib/day";
import type { Meeting, ReportContent } from "@/lib/documents/audit-report";
import { auditTitles, teamRoleNames } from "@/lib/lifecycle/naming";
import { findStandard } from "@/lib/standards/editions";

/** Who audited whom, against what, when and where (REP-2). */
export function ReportFacts({ content, no }: { content: ReportContent; no: number }) {
  const { client, body, soa } = content;
  const standard = findStandard(content.standardId)?.name ?? content.standardId;
  const items: SummaryItem[] = [
    { term: "Client", value: nameOf(client) },
    { term: "Representative", value: client.representative },
    { term: "Certification body", value: nameOf(body) },
    {
      term: "Type of audit",
      value: `${auditTitles[content.kind]} of an initial certification; a single audit`,
    },
    {
      term: "Criteria",
      value: [
        standard,
        "the client's own documents",
        soa && `Statement of Applicability ${soa.version}, approved on ${formatDay(soa.approvedOn)}`,
      ]
        .filter(Boolean)
        .join("; "),
    },
    { term: "Objectives", value: content.objectives },
    { term: "Scope", value: `${content.scope} (${content.personsInScope} people)` },
    { term: "Dates", value: daysInWords(content.startsOn, content.endsOn) },
    { term: "Auditor time", value: timeInWords(content) },
    { term: "On site or remote", value: content.remoteNote ?? "On site at the places below" },
  ];
  return (
    <ReportSection no={no} title="The audit">
      <SummaryList items={items} />
      <Table
        caption="Places"
        rows={content.sites}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", label: "Place", isRowHeader: true, cell: ({ name }) => name },
          { key: "address", label: "Address", cell: ({ address }) => address },
          { key: "activity", label: "Activity", cell: ({ activity }) => activity },
        ]}
      />
    </ReportSection>
  );
}

function nameOf({ name, legalName }: { name: string; legalName: string }): string {
  return name === legalName ? name : `${legalName} (${name})`;
}

function daysInWords(from: Day | null, to: Day | null): string | null {
  if (!from || !to) return null;
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}

function timeInWords({
  plannedCentidays: planned,
  requiredCentidays: required,
  timeJustification,
}: ReportContent) {
  if (planned === null) return null;
  const words = [`${formatAuditDays(planned)} auditor days`];
  if (required !== null) words.push(`${formatAuditDays(required)} required`);
  if (timeJustification) words.push(timeJustification);
  return words.join("; ");
}

/** Team, meetings and the people spoken to, with who was there (CON-1, CON-3). */
export function ReportPeople({ content, no }: { content: ReportContent; no: number }) {
  return (
    <ReportSection no={no} title="People">
      <SummaryList
        items={[
          ...content.team.map(({ name, role }) => ({ term: teamRoleNames[role], value: name })),
          ...(content.kind === "stage1" && !content.opening && !content.closing
            ? []
            : [
                { term: "Opening meeting", value: meetingInWords(content.opening) },
                { term: "Closing meeting", value: meetingInWords(content.closing) },
              ]),
        ]}
      />
      {content.interviews.length > 0 && (
        <Table
          caption="Interviews"
          rows={content.interviews}
          rowKey={({ on, who, topic }) => `${on} ${who} ${topic}`}
          columns={[
            { key: "who", label: "Interviewed", isRowHeader: true, cell: ({ who }) => who },
            { key: "topic", label: "About", cell: ({ topic }) => topic },
            { key: "on", label: "Day", isOneLine: true, cell: ({ on }) => formatDay(on) },
            { key: "note", label: "Note", cell: ({ note }) => note ?? "–" },
          ]}
        />
      )}
    </ReportSection>
  );
}

function meetingInWords(meeting: Meeting | null): string | null {
  return meeting && `${formatDay(meeting.on)}: ${meeting.attendance.split("\n").join(", ")}`;
}

/** What was audited when, and what was done otherwise than planned (REP-2). */
export function ReportConduct({
  content,
  no,
  disclaimer,
}: {
  content: ReportContent;
  no: number;
  disclaimer: string;
}) {
  return (
    <ReportSection no={no} title="How it was audited">
      {content.sessions.length > 0 && (
        <Table
          caption="Sessions"
          rows={content.sessions}
          rowKey={({ on, startsAt, topic, auditor }) => `${on} ${startsAt} ${topic} ${auditor}`}
          columns={[
            {
              key: "when",
              label: "When",
              isRowHeader: true,
              isOneLine: true,
              cell: ({ on, startsAt, endsAt }) => `${formatDay(on)}, ${startsAt}–${endsAt}`,
            },
            { key: "topic", label: "Topic", cell: ({ topic }) => topic },
            { key: "site", label: "Place", cell: ({ site }) => site ?? "–" },
            { key: "auditor", label: "Auditor", cell: ({ auditor }) => auditor ?? "–" },
            { key: "interviewee", label: "With", cell: ({ interviewee }) => interviewee ?? "–" },
          ]}
        />
      )}
      <Written title="Deviations from the plan" text={content.narrative.deviations ?? "None"} />
      {content.narrative.auditTrails && <Written title="Audit trails" text={content.narrative.auditTrails} />}
      <p className="max-w-read text-muted">{disclaimer}</p>
    </ReportSection>
  );
}
