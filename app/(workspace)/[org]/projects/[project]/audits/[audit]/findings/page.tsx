import type { Metadata } from "next";
import Link from "next/link";
import { AuditHeader } from "@/components/audit/audit-header";
import { offerAuditAct } from "@/components/audit/audit-room";
import { FindingStatePill, GradePill } from "@/components/finding/finding-pills";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { requirementInWords } from "@/lib/standards/requirements";
import { type AuditFinding, listAuditFindings } from "@/lib/store/audit-findings";
import { type AuditView, readAudit } from "@/lib/store/audit-view";

interface Props {
  params: Promise<{ org: string; project: string; audit: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, audit } = await params;
  const view = await orNotFound(readAudit(await pageActor(org), project, audit));
  return { title: `Findings – ${titleOfAudit(view.audit.kind, view.details.no)} – ${view.name}` };
}

/** The findings of one audit, and the way to log more of them while it runs. */
export default async function AuditFindingsPage({ params }: Props) {
  const { org, project, audit } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readAudit(actor, project, audit));
  const { findings, ownDrafts } = await listAuditFindings(view);
  const room = { org, project, view };
  const at = paths.project(org, project);
  const log = offerAuditAct(room, "draftFinding") && view.audit.kind !== "stage1" && (
    <LinkButton href={at.logFinding(audit)} variant="primary">
      Log a finding{ownDrafts > 0 && ` (${ownDrafts} ${ownDrafts === 1 ? "draft" : "drafts"})`}
    </LinkButton>
  );
  return (
    <>
      <AuditHeader room={room} tab="findings" />
      <div className="mt-6">
        <Card title={countInWords(findings.length)} id="findings" actions={log} flush>
          {findings.length === 0 ? (
            <EmptyState title={emptyWords(view)} />
          ) : (
            <FindingsTable findings={findings} view={view} href={at.finding} />
          )}
        </Card>
      </div>
    </>
  );
}

function FindingsTable({
  findings,
  view,
  href,
}: {
  findings: AuditFinding[];
  view: AuditView;
  href: (id: string) => string;
}) {
  return (
    <Table
      caption="Findings of this audit"
      rows={findings}
      rowKey={({ finding }) => finding.id}
      columns={[
        {
          key: "number",
          label: "No.",
          isRowHeader: true,
          isOneLine: true,
          cell: ({ finding }) => (
            <Link href={href(finding.id)} prefetch={false}>
              {finding.number}
            </Link>
          ),
        },
        { key: "grade", label: "Grade", cell: ({ finding }) => <GradePill grade={finding.grade} /> },
        {
          key: "statement",
          label: "Statement",
          cell: ({ statement }) => <p className="line-clamp-2">{statement}</p>,
        },
        {
          key: "requirement",
          label: "Requirement",
          cell: ({ requirementRef }) => requirementInWords(view.record.standardId, requirementRef),
        },
        { key: "state", label: "State", cell: ({ finding }) => <FindingStatePill state={finding.state} /> },
      ]}
    />
  );
}

function countInWords(count: number): string {
  return count === 1 ? "1 issued finding" : `${count} issued findings`;
}

function emptyWords({ audit, facts }: AuditView): string {
  if (audit.kind === "stage1") return "Stage 1 has areas of concern instead of findings.";
  if (audit.reportIssuedOn) return "This audit has no findings.";
  return facts.moment.who.side === "client"
    ? "No findings yet. They appear here when the audit team issues them."
    : "No findings yet. They appear here when the lead auditor issues them.";
}
