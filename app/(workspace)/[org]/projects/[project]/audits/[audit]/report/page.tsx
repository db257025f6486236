import type { Metadata } from "next";
import { AuditAct } from "@/components/audit/audit-act";
import { AuditHeader } from "@/components/audit/audit-header";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { FactMark } from "@/components/audit/fact-mark";
import { PrintButton } from "@/components/certificate/print-button";
import { PaperDocument } from "@/components/paper/paper-document";
import { PaperFiles } from "@/components/paper/paper-files";
import { ReportFields } from "@/components/report/report-form";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { now } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { readinessNames, recommendationNames, titleOfAudit } from "@/lib/lifecycle/naming";
import { reasonsToReport } from "@/lib/lifecycle/report-pair";
import type { Paper } from "@/lib/papers/paper";
import { findingsInWords } from "@/lib/papers/report-findings";
import { paperOfView } from "@/lib/papers/report-paper";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { recordReportRead } from "@/lib/store/reads";
import { type ReportView, readReport } from "@/lib/store/reports";
import { issueReport, saveReportDraft } from "./actions";

interface Props {
  params: Promise<{ org: string; project: string; audit: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, audit } = await params;
  const { view } = await orNotFound(readReport(await pageActor(org), project, audit));
  return { title: `Report – ${titleOfAudit(view.audit.kind, view.details.no)} – ${view.name}` };
}

/** The report of one audit: written and issued by the lead, then read by both sides and never changed (REP-1…3). */
export default async function ReportPage({ params }: Props) {
  const { org, project, audit } = await params;
  const actor = await pageActor(org);
  const report = await orNotFound(readReport(actor, project, audit));
  const { view, issued, draft } = report;
  const paper = paperOfView(report);
  const room = { org, project, view };
  if (issued) {
    const name = `the report of ${titleOfAudit(view.audit.kind, view.details.no)}, version ${issued.version}`;
    await recordReportRead(actor, view.record, { auditId: view.audit.id, name }, now());
  }
  return (
    <>
      <div data-noprint>
        <AuditHeader room={room} tab="report" />
      </div>
      <div className="mt-6 space-y-6">
        {paper && issued && <Issued room={room} issued={issued} paper={paper} />}
        {paper && draft && <Draft room={room} draft={draft} paper={paper} />}
        {!paper && <Waiting room={room} />}
      </div>
    </>
  );
}

function Waiting({ room: { view } }: { room: AuditRoom }) {
  const { endsOn, state } = view.audit;
  if (state === "cancelled" || state === "terminated") {
    return <EmptyState title="This audit ended without a report." />;
  }
  return (
    <EmptyState title="The report is not issued yet">
      {state === "running"
        ? `The lead auditor of ${view.details.body} issues it after the last day${endsOn ? `, ${formatDay(endsOn)}` : ""}. Then it stands here for both sides.`
        : "It is written while the audit runs."}
    </EmptyState>
  );
}

function Issued({
  room,
  issued,
  paper,
}: {
  room: AuditRoom;
  issued: NonNullable<ReportView["issued"]>;
  paper: Paper;
}) {
  return (
    <>
      <div data-noprint className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <PaperFiles file={fileOf(room)} query={{ version: String(issued.version) }} variant="primary" />
        <PrintButton label="Print report" variant="secondary" />
        <FactMark recorded={room.view.details.recorded} act="audit.reportAudit" />
        <p className="text-compact text-muted">
          SHA-256 of the content: <span className="font-mono">{issued.sha256.slice(0, 16)}…</span>{" "}
          <CopyButton value={issued.sha256} what="hash" />
        </p>
      </div>
      {!issued.isIntact && (
        <Callout tone="danger" title="The content does not match its hash">
          The stored report was changed outside CertTrail. Tell the operator of this installation.
        </Callout>
      )}
      <Card>
        <PaperDocument paper={paper} />
      </Card>
    </>
  );
}

function Draft({
  room,
  draft,
  paper,
}: {
  room: AuditRoom;
  draft: NonNullable<ReportView["draft"]>;
  paper: Paper;
}) {
  const { audit, details } = room.view;
  const { narrative, content } = draft;
  const outcome = narrative.conclusion
    ? readinessNames[narrative.conclusion]
    : narrative.recommendation && recommendationNames[narrative.recommendation];
  if (!offerAuditAct(room, "draftReport")) return <Preview room={room} paper={paper} />;
  return (
    <>
      <Card title="What the team writes" id="write">
        <p className="mb-4 max-w-read text-muted">
          Everything else comes from the record: numbers are counted, never typed. {details.client} sees
          nothing of it before the report is issued.
        </p>
        <AuditAct
          room={room}
          command="draftReport"
          action={saveReportDraft}
          submitLabel="Save draft"
          submitVariant="secondary"
          keepsFields
        >
          <ReportFields kind={audit.kind} narrative={narrative} />
        </AuditAct>
      </Card>
      <Card title="Issue the report" id="issue">
        <p className="mb-4 max-w-read text-muted">
          The report is issued as the saved draft below reads. It cannot be changed afterwards.
        </p>
        <AuditAct
          room={room}
          command="reportAudit"
          reasonsOf={reasonsToReport}
          action={issueReport}
          submitLabel="Issue report"
          confirm={{
            title: "Issue the report?",
            text: (
              <>
                {audit.kind === "stage1" ? "Conclusion" : "Recommendation"}: {outcome ?? "not chosen yet"}.{" "}
                {audit.kind !== "stage1" && findingsInWords(content)} Both sides can read it, and it cannot be
                changed.
              </>
            ),
            label: "Issue report",
          }}
        />
      </Card>
      <Preview room={room} paper={paper} />
    </>
  );
}

function Preview({ room, paper }: { room: AuditRoom; paper: Paper }) {
  return (
    <Card title="Preview" id="preview">
      <div data-noprint className="mb-4 flex flex-wrap gap-2">
        <PaperFiles file={fileOf(room)} />
      </div>
      <PaperDocument paper={paper} />
    </Card>
  );
}

const fileOf = ({ org, project, view }: AuditRoom) =>
  paths.project(org, project).auditReportFile(view.audit.id);
