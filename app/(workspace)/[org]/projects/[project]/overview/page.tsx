import type { Metadata } from "next";
import { ConditionsTable } from "@/components/journey/conditions-table";
import { OverviewFigures } from "@/components/journey/overview-figures";
import { OwedList } from "@/components/journey/owed-list";
import { isOwn, linesOf } from "@/components/journey/owed-view";
import { VerdictPill } from "@/components/journey/verdict-pill";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { StepLines } from "@/components/ui/step-lines";
import { currentDay } from "@/lib/clock";
import { findNextGate, listConditions } from "@/lib/lifecycle/conditions";
import { listOwed } from "@/lib/lifecycle/owed";
import { findVerdict, usualDays } from "@/lib/lifecycle/standing";
import { listTrend } from "@/lib/lifecycle/trend";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readJourney } from "@/lib/store/journey";
import { recordsForBody } from "@/lib/store/viewing";

export const metadata: Metadata = { title: "Overview" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** Will we be certified, when, and what could stop it? (S15) Every figure opens the list it was counted from. */
export default async function OverviewPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readJourney(actor, project));
  const { record, policy } = view;
  const today = currentDay(record.timeZone);
  const verdict = findVerdict(record, today, policy);
  const gate = findNextGate(record);
  const conditions = listConditions(record, today, policy, gate);
  const owed = listOwed(record, today, policy);
  const own = owed.filter((item) => isOwn(actor, item, recordsForBody(actor, view)));
  const overdue = owed.filter((item) => item.overdue);
  const trend = listTrend(record, today);
  return (
    <>
      <PageHeader
        title={verdict.sentence}
        pills={<VerdictPill tone={verdict.tone} />}
        lead={<>Reason: {verdict.because}</>}
        actions={
          actor.side === "client" && (
            <LinkButton href={paths.project(org, project).auditTime}>Audit time</LinkButton>
          )
        }
      />
      <div className="space-y-6">
        <OverviewFigures org={org} project={project} record={record} policy={policy} today={today} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title={`Waiting for you (${own.length})`}>
            <OwedList items={linesOf(actor, project, own)} today={today} empty="Nothing waits for you." />
          </Card>
          <Card title={`Overdue (${overdue.length})`} id="overdue">
            <OwedList items={linesOf(actor, project, overdue)} today={today} empty="Nothing is overdue." />
          </Card>
        </div>
        <Card title="Findings opened and closed">
          <StepLines title={trendTitle(trend)} points={trend} />
        </Card>
        {record.certificates.length === 0 && (
          <Card title="Conditions of the next gate" id="conditions">
            <ConditionsTable caption="Conditions of the next gate" conditions={conditions} />
          </Card>
        )}
        <details>
          <summary className="w-fit py-1 text-link underline underline-offset-3">
            How this is calculated
          </summary>
          <p className="mt-2 max-w-read text-compact text-muted">
            The expected day adds to today the days that are fixed in the record and the usual length of each
            step that is left: {usualDays.betweenStages} days between Stage 1 and Stage 2,{" "}
            {usualDays.decision} for the decision, {usualDays.certificate} for the certificate, and the limits
            of findings that are open. Conditions are the rules that the next step must meet. Open majors are
            issued and not verified. Overdue means past the due day; what is due today is not overdue.
          </p>
        </details>
      </div>
    </>
  );
}

function trendTitle(trend: ReturnType<typeof listTrend>): string {
  const last = trend.at(-1);
  if (!last) return "No nonconformities yet";
  const open = last.opened - last.closed;
  return `${open} of ${last.opened} nonconformities ${open === 1 ? "is" : "are"} not verified yet`;
}
