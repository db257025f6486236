import { ReportConduct, ReportFacts, ReportPeople } from "@/components/report/report-facts";
import { ReportConcerns, ReportFindings, ReportReadiness } from "@/components/report/report-findings";
import { ReportSection, Written } from "@/components/report/report-section";
import { SummaryList } from "@/components/ui/summary-list";
import { formatDay } from "@/lib/day";
import { type ReportContent, SAMPLING_DISCLAIMER } from "@/lib/documents/audit-report";
import { auditTitles, readinessNames, recommendationNames } from "@/lib/lifecycle/naming";
import { findStandard } from "@/lib/standards/editions";

/** A report as it is read and printed: the same for a draft and for what was issued (REP-2, REP-3, IS-10). */
export function ReportDocument({ content }: { content: ReportContent }) {
  const { issued, client, kind } = content;
  const title = `Report of ${kind === "follow_up" ? "the follow-up audit" : auditTitles[kind]}`;
  return (
    <article className="space-y-6" aria-labelledby="report-title">
      <header className="space-y-1">
        <p className="text-muted">{content.body.legalName}</p>
        <h2 id="report-title">{title}</h2>
        <p>
          {client.legalName}, {findStandard(content.standardId)?.name ?? content.standardId}
        </p>
        <p className="text-muted">
          {issued
            ? `Version ${issued.version}, issued on ${formatDay(issued.on)} by ${issued.by}`
            : "Draft: not issued, not for the other side"}
        </p>
      </header>
      <ReportFacts content={content} no={1} />
      <ReportPeople content={content} no={2} />
      <ReportConduct content={content} no={3} disclaimer={SAMPLING_DISCLAIMER} />
      {kind === "stage1" ? <Stage1Parts content={content} /> : <AuditParts content={content} />}
    </article>
  );
}

function Stage1Parts({ content }: { content: ReportContent }) {
  const { narrative } = content;
  return (
    <>
      <ReportReadiness content={content} no={4} />
      <ReportConcerns content={content} no={5} />
      <ReportSection no={6} title="Conclusion">
        <p className="font-medium text-read">
          {narrative.conclusion ? readinessNames[narrative.conclusion] : "Not concluded yet"}
        </p>
        <Written title="On the readiness" text={narrative.statement} />
        <OwnReviews content={content} />
        {narrative.focus && <Written title="What Stage 2 should look at" text={narrative.focus} />}
      </ReportSection>
    </>
  );
}

function AuditParts({ content }: { content: ReportContent }) {
  const { narrative, stage1, soa } = content;
  return (
    <>
      <ReportFindings content={content} no={4} />
      <ReportSection no={5} title="Conformity and effectiveness">
        {soa && (
          <p>
            Against Statement of Applicability {soa.version} of {formatDay(soa.approvedOn)}.
          </p>
        )}
        <Written text={narrative.statement} />
        <OwnReviews content={content} />
        {narrative.riskAnalysis && (
          <Written title="How the risk analysis was audited" text={narrative.riskAnalysis} />
        )}
      </ReportSection>
      <ReportSection no={6} title="Scope and objectives">
        <SummaryList
          items={[
            { term: "Scope appropriate", value: yesOrNo(narrative.scopeAppropriate, narrative.scopeNote) },
            { term: "Objectives met", value: yesOrNo(narrative.objectivesMet, narrative.objectivesNote) },
            {
              term: "Stage 1",
              value:
                stage1?.endsOn && stage1.conclusion
                  ? `${readinessNames[stage1.conclusion]} on ${formatDay(stage1.endsOn)}`
                  : null,
            },
          ]}
        />
      </ReportSection>
      <ReportSection no={7} title="For the programme">
        <Written title="Disagreements that were not resolved" text={content.disagreements ?? "None"} />
        <Written
          title="Issues that affect the audit programme"
          text={narrative.significantIssues ?? "None"}
        />
        <Written title="Changes since the last audit" text={narrative.changes ?? "None"} />
        <Written
          title="Certificates and marks"
          text={narrative.marks ?? "Initial certification: none is in use."}
        />
      </ReportSection>
      <ReportSection no={8} title="Recommendation of the audit team">
        <p className="font-medium text-read">
          {narrative.recommendation ? recommendationNames[narrative.recommendation] : "Not given yet"}
        </p>
        <p className="max-w-read text-muted">
          The team recommends. Somebody of the certification body who took part in none of the audits decides.
        </p>
      </ReportSection>
    </>
  );
}

/** The client's own checks that the report relies on (REP-3, IS-2). */
function OwnReviews({ content }: { content: ReportContent }) {
  return (
    <>
      <SummaryList
        items={[
          { term: "Internal audits", value: heldOn(content.internalAudits) },
          { term: "Management reviews", value: heldOn(content.managementReviews) },
        ]}
      />
      {content.narrative.ownReviews && (
        <Written title="How far they can be relied on" text={content.narrative.ownReviews} />
      )}
    </>
  );
}

function heldOn(held: ReportContent["internalAudits"]): string | null {
  if (held.length === 0) return null;
  return held
    .map(({ on, coversScope }) => `${formatDay(on)}${coversScope ? "" : " (part of the scope)"}`)
    .join(", ");
}

function yesOrNo(answer: boolean | null, note: string | null): string | null {
  if (answer === null) return null;
  return [answer ? "Yes" : "No", note].filter(Boolean).join(". ");
}
