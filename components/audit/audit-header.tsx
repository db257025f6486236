import type { AuditRoom } from "@/components/audit/audit-room";
import { wordsForDates } from "@/components/audit/date-words";
import { auditStateViews } from "@/components/audit/names";
import { findNextInAudit } from "@/components/audit/next-step";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DayText } from "@/components/ui/day-text";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { TabsNav } from "@/components/ui/tabs-nav";
import { formatAuditDays } from "@/lib/audit-time/days";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import { paths } from "@/lib/paths";

export type AuditTab = "overview" | "plan" | "readiness" | "findings" | "report";

/** The head of every page of an audit: what it is, how far it is, who moves next, and its parts. */
export function AuditHeader({ room, tab }: { room: AuditRoom; tab: AuditTab }) {
  const { org, project, view } = room;
  const { audit, details } = view;
  const at = paths.project(org, project);
  const state = auditStateViews[audit.state];
  const tabs: { key: AuditTab; href: string; label: string }[] = [
    { key: "overview", href: at.audit(audit.id), label: "Overview" },
    { key: "plan", href: at.auditPlan(audit.id), label: "Plan" },
    ...(audit.kind === "stage1"
      ? [{ key: "readiness" as const, href: at.auditReadiness(audit.id), label: "Readiness" }]
      : [{ key: "findings" as const, href: at.auditFindings(audit.id), label: "Findings" }]),
    { key: "report", href: at.auditReport(audit.id), label: "Report" },
  ];
  return (
    <div className="space-y-4">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: at.audits, label: "Audits" }]} />}
        title={titleOfAudit(audit.kind, details.no)}
        pills={<Pill kind={state.kind}>{state.word}</Pill>}
        lead={<NextLine room={room} />}
      />
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-compact text-muted">
        <span>{wordsForDates(audit.startsOn, audit.endsOn)}</span>
        {audit.plannedCentidays !== null && (
          <span>{formatAuditDays(audit.plannedCentidays)} auditor days planned</span>
        )}
        {details.team.length > 0 && <span>{wordsForTeam(details.team)}</span>}
      </p>
      <TabsNav label="Audit" tabs={tabs.map(({ key, ...link }) => ({ ...link, current: key === tab }))} />
    </div>
  );
}

function NextLine({ room }: { room: AuditRoom }) {
  const { audit, details, record, policy, facts, recordedFacts } = room.view;
  if (details.endedReason) return <>{`Ended early: ${details.endedReason}`}</>;
  const next = findNextInAudit(record, audit, facts.moment.today, policy, facts.moment.who.side);
  if (!next) return null;
  const party = next.side === "client" ? details.client : details.body;
  const isRecorded = next.side === "body" && recordedFacts !== null;
  const isOwn = next.side === facts.moment.who.side;
  return (
    <>
      Next: {next.what}
      {next.dueOn && (
        <>
          , by <DayText day={next.dueOn} today={facts.moment.today} />
        </>
      )}
      . {isRecorded ? `You record it for ${party}.` : isOwn ? "Your side moves." : `Waiting for ${party}.`}
    </>
  );
}

function wordsForTeam(team: readonly { name: string; role: string }[]): string {
  const lead = team.find(({ role }) => role === "lead");
  const others = team.length - (lead ? 1 : 0);
  if (!lead) return `${others} in the team`;
  return others === 0 ? `Lead: ${lead.name}` : `Lead: ${lead.name}, ${others} more in the team`;
}
