import type { Metadata } from "next";
import { FindingStatePill, GradePill } from "@/components/finding/finding-pills";
import { FindingAside } from "@/components/plan/finding-aside";
import { PlanLead } from "@/components/plan/plan-lead";
import { PlanText } from "@/components/plan/plan-text";
import { PromisedAndProof } from "@/components/plan/promised-proof";
import { ReviewActs } from "@/components/plan/review-acts";
import { Rounds } from "@/components/plan/rounds";
import { SixMonthLimit } from "@/components/plan/six-month-limit";
import { SubmittedVersions } from "@/components/plan/submitted-versions";
import { VerifiedFacts } from "@/components/plan/verified-facts";
import { RecordedActFields } from "@/components/project/recorded-act";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { currentDay } from "@/lib/clock";
import { isNonconformity } from "@/lib/lifecycle/reading";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readCorrectiveAction } from "@/lib/store/corrective-actions";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import { acceptPlan, carryFinding, closeFinding, returnEvidence, returnPlan, verifyFinding } from "./actions";

interface Props {
  params: Promise<{ org: string; project: string; finding: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, finding } = await params;
  const view = await orNotFound(readCorrectiveAction(await pageActor(org), project, finding));
  return { title: `Verification of ${view.number}` };
}

/** Where the body reviews the plan and verifies the proof: what was promised beside what proves it. */
export default async function VerificationPage({ params }: Props) {
  const { org, project, finding: findingId } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readCorrectiveAction(actor, project, findingId));
  const { finding, audit, number, record } = view;
  const at = paths.project(org, project);
  const today = currentDay(record.timeZone);
  const records = recordsForBody(actor, view);
  const facts = { ...viewingFacts(actor, view, { recorded: records }), finding, audit };
  const header = (
    <PageHeader
      title={`Verification of ${number}`}
      breadcrumbs={
        <Breadcrumbs
          items={[
            ...(actor.side === "body" ? [{ href: paths.verifyQueue(org), label: "Verify" }] : []),
            { href: at.findings, label: "Findings" },
            { href: at.finding(finding.id), label: number },
          ]}
        />
      }
      pills={
        <>
          <GradePill grade={finding.grade} />
          <FindingStatePill state={finding.state} />
        </>
      }
      lead={isNonconformity(finding) && <PlanLead view={view} today={today} />}
      actions={
        actor.side === "client" && (
          <LinkButton href={at.plan(finding.id)} size="small">
            Open plan
          </LinkButton>
        )
      }
    />
  );
  if (!isNonconformity(finding)) {
    return (
      <>
        {header}
        <EmptyState title={`${number} needs no verification.`}>
          Only a nonconformity is answered and verified: a minor or a major.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <div className="mt-6 grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:items-start">
        <div className="lg:sticky lg:top-16">
          <FindingAside org={org} view={view} />
        </div>
        <div className="min-w-0 space-y-6">
          <SixMonthLimit view={view} today={today} />
          <VerifiedFacts view={view} />
          <Card title="Plan" id="plan">
            {view.plan ? (
              <PlanText plan={view.plan} />
            ) : (
              <p className="text-muted">
                {view.submissions.length > 0
                  ? `${view.clientName} is working on the plan that was returned.`
                  : `${view.clientName} has not submitted a plan yet.`}
              </p>
            )}
          </Card>
          {view.actions.length > 0 && (
            <Card title="Promised and proved" id="proof">
              <PromisedAndProof
                {...{ org, project, today }}
                timeZone={record.timeZone}
                actions={view.actions}
                evidence={view.evidence}
              />
            </Card>
          )}
          {(actor.side === "body" || records) && (
            <ReviewActs
              org={org}
              view={view}
              facts={facts}
              actions={{
                acceptPlan,
                returnResponse: returnPlan,
                verify: verifyFinding,
                returnEvidence,
                carryToNextAudit: carryFinding,
                close: closeFinding,
              }}
              recorded={records && <RecordedActFields org={org} project={project} bodyName={view.bodyName} />}
            />
          )}
          {view.submissions.length > 0 && (
            <Card title="Submitted versions">
              <SubmittedVersions view={view} />
            </Card>
          )}
          {view.rounds.length > 0 && (
            <Card title="What happened">
              <Rounds org={org} view={view} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
