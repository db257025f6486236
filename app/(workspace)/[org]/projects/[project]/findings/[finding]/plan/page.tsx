import type { Metadata } from "next";
import { FindingStatePill, GradePill } from "@/components/finding/finding-pills";
import { PaperCards } from "@/components/paper/paper-cards";
import { FindingAside } from "@/components/plan/finding-aside";
import { PlanForm } from "@/components/plan/plan-form";
import { PlanLead } from "@/components/plan/plan-lead";
import { PlanProof } from "@/components/plan/plan-proof";
import { PlanText } from "@/components/plan/plan-text";
import { ReturnedNotice } from "@/components/plan/returned-notice";
import { Rounds } from "@/components/plan/rounds";
import { SubmittedVersions } from "@/components/plan/submitted-versions";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { currentDay } from "@/lib/clock";
import { addDays, type Day, formatDay, isBefore } from "@/lib/day";
import { repeatsFinding } from "@/lib/five-whys";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { waitsFor } from "@/lib/lifecycle/finding-words";
import { isNonconformity } from "@/lib/lifecycle/reading";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readCorrectiveAction } from "@/lib/store/corrective-actions";
import { listOwners } from "@/lib/store/plan-owners";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import { proveAction, sendPlan, submitEvidence } from "./actions";

interface Props {
  params: Promise<{ org: string; project: string; finding: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, finding } = await params;
  const view = await orNotFound(readCorrectiveAction(await pageActor(org), project, finding));
  return { title: `Plan for ${view.number}` };
}

/** The client's answer to one nonconformity: written here, then read here by both sides, with its proof. */
export default async function PlanPage({ params }: Props) {
  const { org, project, finding: findingId } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readCorrectiveAction(actor, project, findingId));
  const { finding, audit, number } = view;
  const at = paths.project(org, project);
  const today = currentDay(view.record.timeZone);
  const header = (
    <PageHeader
      title={`Plan for ${number}`}
      breadcrumbs={
        <Breadcrumbs
          items={[
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
        isNonconformity(finding) && (
          <LinkButton href={at.verification(finding.id)} size="small">
            {recordsForBody(actor, view) && waitsFor(finding.state) === "body"
              ? `Record the answer of ${view.bodyName}`
              : "Open verification"}
          </LinkButton>
        )
      }
    />
  );
  if (!isNonconformity(finding)) {
    return (
      <>
        {header}
        <EmptyState title={`${number} needs no plan.`}>
          Only a nonconformity asks for a plan: a minor or a major.
        </EmptyState>
      </>
    );
  }
  const facts = { ...viewingFacts(actor, view), finding, audit };
  const canWrite = reasonsAgainst("nonconformity", "savePlan", finding.state, facts).length === 0;
  return (
    <>
      {header}
      <div className="mt-6 grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:items-start">
        <div className="lg:sticky lg:top-16">
          <FindingAside org={org} view={view} />
        </div>
        <div className="min-w-0 space-y-6">
          <ReturnedNotice view={view} />
          {canWrite && repeatsFinding(view.plan?.cause ?? null, view.statement) && (
            <Callout title="The root cause repeats the finding">
              <p>It says what happened. Ask once more why it could happen.</p>
            </Callout>
          )}
          {canWrite ? (
            <Card title="Your answer">
              <PlanForm
                action={sendPlan}
                hidden={{ org, project, finding: finding.id }}
                version={finding.version}
                number={number}
                bodyName={view.bodyName}
                plan={view.plan}
                actions={view.actions}
                owners={
                  await listOwners(
                    actor,
                    view.actions.map(({ ownerId }) => ownerId),
                  )
                }
                chips={dueChips(today, finding.closureDueOn)}
              />
            </Card>
          ) : (
            <Card title="Plan">
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
          )}
          <PlanProof {...{ org, view, today, facts }} prove={proveAction} submit={submitEvidence} />
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
          <PaperCards
            nonconformities={at.nonconformitiesFile}
            plans={at.plansFile}
            query={{ finding: finding.id }}
          />
        </div>
      </div>
    </>
  );
}

const USUAL_DAYS = [30, 60];

/** Days worth one press: a month, two months, and the limit where there is one. */
function dueChips(today: Day, limit: Day | null): { label: string; value: Day }[] {
  const usual = USUAL_DAYS.map((days) => ({ label: `+${days} days`, value: addDays(today, days) }));
  if (limit === null || isBefore(limit, today)) return usual;
  return [
    ...usual.filter(({ value }) => isBefore(value, limit)),
    { label: `Limit: ${formatDay(limit)}`, value: limit },
  ];
}
