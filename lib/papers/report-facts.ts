import { formatAuditDays } from "../audit-time/days";
import { type Day, formatDay } from "../day";
import { type Meeting, type ReportContent, SAMPLING_DISCLAIMER } from "../documents/audit-report";
import { auditTitles, teamRoleNames } from "../lifecycle/naming";
import { findStandard } from "../standards/editions";
import { type Block, type Section, tableOf } from "./paper";

/** The name of a standard's edition, or its id where none is held. */
export const nameOfStandard = (id: string) => findStandard(id)?.name ?? id;

/** Who audited whom, against what, when and where (REP-2). */
export function sectionOfFacts(content: ReportContent): Section {
  const { client, body, soa } = content;
  const criteria = [
    nameOfStandard(content.standardId),
    "the client's own documents",
    soa && `Statement of Applicability ${soa.version}, approved on ${formatDay(soa.approvedOn)}`,
  ];
  return {
    title: "The audit",
    blocks: [
      {
        kind: "facts",
        items: [
          { term: "Client", value: nameOf(client) },
          { term: "Representative", value: client.representative },
          { term: "Certification body", value: nameOf(body) },
          {
            term: "Type of audit",
            value: `${auditTitles[content.kind]} of an initial certification; a single audit`,
          },
          { term: "Criteria", value: criteria.filter(Boolean).join("; ") },
          { term: "Objectives", value: content.objectives },
          { term: "Scope", value: `${content.scope} (${content.personsInScope} people)` },
          { term: "Dates", value: daysInWords(content.startsOn, content.endsOn) },
          { term: "Auditor time", value: timeInWords(content) },
          { term: "On site or remote", value: content.remoteNote ?? "On site at the places below" },
        ],
      },
      tableOf("Places", content.sites, [
        { label: "Place", share: 3, isRowHeader: true, cell: ({ name }) => name },
        { label: "Address", share: 4, cell: ({ address }) => address },
        { label: "Activity", share: 4, cell: ({ activity }) => activity },
      ]),
    ],
  };
}

function nameOf({ name, legalName }: { name: string; legalName: string }): string {
  return name === legalName ? name : `${legalName} (${name})`;
}

/** "8 Mar 2027 to 12 Mar 2027", one day alone, or null while no days are set. */
export function daysInWords(from: Day | null, to: Day | null): string | null {
  if (!from || !to) return null;
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}

/** The auditor time of an audit, what was required of it, and why it differs; null while none is planned. */
export function timeInWords({
  plannedCentidays: planned,
  requiredCentidays: required,
  timeJustification,
}: Pick<ReportContent, "plannedCentidays" | "requiredCentidays" | "timeJustification">): string | null {
  if (planned === null) return null;
  const words = [`${formatAuditDays(planned)} auditor days`];
  if (required !== null) words.push(`${formatAuditDays(required)} required`);
  if (timeJustification) words.push(timeJustification);
  return words.join("; ");
}

/** Team, meetings and the people spoken to, with who was there (CON-1, CON-3). */
export function sectionOfPeople(content: ReportContent): Section {
  const hasMeetings = content.kind !== "stage1" || content.opening !== null || content.closing !== null;
  const meetings = [
    { term: "Opening meeting", value: meetingInWords(content.opening) },
    { term: "Closing meeting", value: meetingInWords(content.closing) },
  ];
  const team = content.team.map(({ name, role }) => ({ term: teamRoleNames[role], value: name }));
  const interviews = tableOf("Interviews", content.interviews, [
    { label: "Interviewed", share: 3, isRowHeader: true, cell: ({ who }) => who },
    { label: "About", share: 3, cell: ({ topic }) => topic },
    { label: "Day", share: 2, isOneLine: true, cell: ({ on }) => formatDay(on) },
    { label: "Note", share: 5, cell: ({ note }) => note ?? "–" },
  ]);
  return {
    title: "People",
    blocks: [
      { kind: "facts", items: hasMeetings ? [...team, ...meetings] : team },
      ...(content.interviews.length > 0 ? [interviews] : []),
    ],
  };
}

function meetingInWords(meeting: Meeting | null): string | null {
  return meeting && `${formatDay(meeting.on)}: ${meeting.attendance.split("\n").join(", ")}`;
}

/** What was audited when, and what was done otherwise than planned (REP-2, IS-10). */
export function sectionOfConduct({ sessions, narrative }: ReportContent): Section {
  const blocks: Block[] = [];
  if (sessions.length > 0) blocks.push(tableOfSessions(sessions));
  blocks.push({ kind: "text", title: "Deviations from the plan", text: narrative.deviations ?? "None" });
  if (narrative.auditTrails)
    blocks.push({ kind: "text", title: "Audit trails", text: narrative.auditTrails });
  blocks.push({ kind: "paragraph", text: SAMPLING_DISCLAIMER, look: "quiet" });
  return { title: "How it was audited", blocks };
}

/** What is audited when, where, by whom and with whom. */
export function tableOfSessions(sessions: ReportContent["sessions"]): Block {
  return tableOf("Sessions", sessions, [
    {
      label: "When",
      share: 4,
      isRowHeader: true,
      isOneLine: true,
      cell: ({ on, startsAt, endsAt }) => `${formatDay(on)}, ${startsAt}–${endsAt}`,
    },
    { label: "Topic", share: 5, cell: ({ topic }) => topic },
    { label: "Place", share: 2.5, cell: ({ site }) => site ?? "–" },
    { label: "Auditor", share: 2.5, cell: ({ auditor }) => auditor ?? "–" },
    { label: "With", share: 3, cell: ({ interviewee }) => interviewee ?? "–" },
  ]);
}
