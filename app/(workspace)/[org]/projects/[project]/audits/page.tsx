import type { Metadata } from "next";
import Link from "next/link";
import { wordsForDates } from "@/components/audit/date-words";
import { auditStateViews } from "@/components/audit/names";
import { findNextInAudit } from "@/components/audit/next-step";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { formatAuditDays } from "@/lib/audit-time/days";
import { currentDay } from "@/lib/clock";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import type { AuditRecord } from "@/lib/lifecycle/record";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAudits } from "@/lib/store/audit-list";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import { CreateAuditCard } from "./create-audit";

export const metadata: Metadata = { title: "Audits" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** The audits of a project in the order they were made, each with its next step. */
export default async function AuditsPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readAudits(actor, project));
  const { record, policy } = view;
  const today = currentDay(record.timeZone);
  const at = paths.project(org, project);
  const isRecorded = recordsForBody(actor, view);
  const numbers = numberByKind(record.audits);
  return (
    <>
      <PageHeader title="Audits" lead={leadWords(view.body, record.audits.length)} />
      <div className="mt-6 space-y-6">
        <Card flush>
          <Table
            caption="Audits of this project"
            rows={[...record.audits]}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "audit",
                label: "Audit",
                isRowHeader: true,
                cell: ({ id, kind }) => (
                  <Link href={at.audit(id)} prefetch={false} className="inline-block py-0.5">
                    {titleOfAudit(kind, numbers.get(id) ?? 1)}
                  </Link>
                ),
              },
              {
                key: "state",
                label: "State",
                cell: ({ state }) => (
                  <Pill kind={auditStateViews[state].kind}>{auditStateViews[state].word}</Pill>
                ),
              },
              {
                key: "dates",
                label: "Dates",
                isOneLine: true,
                cell: ({ startsOn, endsOn }) => wordsForDates(startsOn, endsOn),
              },
              {
                key: "days",
                label: "Auditor days",
                isNumber: true,
                cell: ({ plannedCentidays }) =>
                  plannedCentidays === null ? "Not stated" : formatAuditDays(plannedCentidays),
              },
              { key: "lead", label: "Lead", cell: (audit) => leadWord(audit, actor.side, view) },
              {
                key: "next",
                label: "Next",
                cell: (audit) => {
                  const next = findNextInAudit(record, audit, today, policy, actor.side);
                  if (!next) return "Nothing";
                  return (
                    <>
                      {next.what}
                      {next.dueOn && (
                        <span className="block text-compact text-muted">
                          <DayText day={next.dueOn} today={today} />
                        </span>
                      )}
                    </>
                  );
                },
              },
            ]}
            empty={<NoAudits hasCase={record.certificationCase !== null} body={view.body} />}
          />
        </Card>
        <CreateAuditCard
          org={org}
          project={project}
          facts={viewingFacts(actor, view, { recorded: isRecorded })}
          bodyName={view.body ?? ""}
          isRecorded={isRecorded}
        />
      </div>
    </>
  );
}

function NoAudits({ hasCase, body }: { hasCase: boolean; body: string | null }) {
  return hasCase ? (
    <EmptyState title="No audits yet">
      {body} creates Stage 1 first. It appears here with its team and dates.
    </EmptyState>
  ) : (
    <EmptyState title="No audits yet">
      Audits can be planned once both sides have signed the engagement letter (INV-13).
    </EmptyState>
  );
}

/** The team is the body's own until it is proposed, and so is its lead. */
function leadWord(
  audit: AuditRecord,
  side: "client" | "body",
  { leads, record }: { leads: ReadonlyMap<string, string>; record: { bodyConnected: boolean } },
): string {
  const isKnown = side === "body" || !record.bodyConnected || audit.teamProposedOn !== null;
  return (isKnown && leads.get(audit.id)) || "Not named yet";
}

function leadWords(body: string | null, count: number): string | undefined {
  if (!body || count === 0) return undefined;
  return count === 1 ? `1 audit by ${body}.` : `${count} audits by ${body}.`;
}

/** The number of each audit among those of its kind, in the order they were made. */
function numberByKind(audits: readonly AuditRecord[]): Map<string, number> {
  return new Map(
    audits.map(({ id, kind }, index) => [
      id,
      audits.slice(0, index + 1).filter((one) => one.kind === kind).length,
    ]),
  );
}
