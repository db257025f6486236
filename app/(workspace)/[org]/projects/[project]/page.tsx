import type { Metadata } from "next";
import { AwaitedProposals } from "@/components/journey/awaited-proposals";
import { ConditionsTable } from "@/components/journey/conditions-table";
import { JourneyStrip } from "@/components/journey/journey-strip";
import { OwedList } from "@/components/journey/owed-list";
import { isOwn, linesOf } from "@/components/journey/owed-view";
import { hrefOfOwed } from "@/components/journey/subject-href";
import { VerdictPill } from "@/components/journey/verdict-pill";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SummaryList } from "@/components/ui/summary-list";
import { currentDay } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { findNextGate, type Gate, listConditions } from "@/lib/lifecycle/conditions";
import { listJourney } from "@/lib/lifecycle/journey";
import { listOwed, sortOwed } from "@/lib/lifecycle/owed";
import { findVerdict } from "@/lib/lifecycle/standing";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listAwaitedProposals } from "@/lib/store/awaited-proposals";
import { readJourney } from "@/lib/store/journey";
import { recordsForBody } from "@/lib/store/viewing";

export const metadata: Metadata = { title: "Journey" };

const gateNames: Record<Gate, string> = {
  stage1: "Stage 1",
  stage2: "Stage 2",
  decision: "the decision",
  certificate: "the certificate",
};

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** Where the project stands, what blocks it, and who owes what by when (S2). */
export default async function JourneyPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readJourney(actor, project));
  const { record, policy } = view;
  const today = currentDay(record.timeZone);
  const at = paths.project(org, project);
  const verdict = findVerdict(record, today, policy);
  const owed = listOwed(record, today, policy);
  const own = sortOwed(owed.filter((item) => isOwn(actor, item, recordsForBody(actor, view))));
  const [first] = own;
  const gate = findNextGate(record);
  const bodyName = view.bodyName ?? "Certification body";
  const sideName = { client: view.clientName, body: bodyName };
  const others = (["client", "body"] as const).map((side) => ({
    side,
    items: owed.filter((item) => item.side === side && !own.includes(item)),
  }));
  return (
    <>
      <PageHeader
        title={view.name}
        pills={<VerdictPill tone={verdict.tone} />}
        lead={
          <>
            {verdict.sentence} {verdict.because}
          </>
        }
        actions={
          first && (
            <LinkButton variant="primary" href={hrefOfOwed(org, project, first)}>
              {first.what}
            </LinkButton>
          )
        }
      />
      <div className="space-y-6">
        <JourneyStrip
          steps={listJourney(record, today, policy)}
          hrefs={{
            prepare: at.preparation,
            choose_body: actor.side === "client" ? at.selection : at.engagement,
            pre_audit: at.preAudit,
            stage1: at.audits,
            stage2: at.audits,
            corrective_action: at.findings,
            decision: at.decision,
            certificate: at.certificate,
          }}
        />
        <AwaitedProposals org={org} awaited={await listAwaitedProposals(actor, record.id)} today={today} />
        {record.certificates.length === 0 && (
          <Card title={`What ${gateNames[gate]} still needs`}>
            <ConditionsTable
              caption={`Conditions of ${gateNames[gate]}`}
              conditions={listConditions(record, today, policy, gate)}
            />
          </Card>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-3">
          <Card title={`You owe (${own.length})`}>
            <OwedList items={linesOf(actor, project, own)} today={today} empty="Nothing is your move." />
          </Card>
          {others.map(({ side, items }) => (
            <Card key={side} title={`${sideName[side]} owes (${items.length})`}>
              <OwedList items={linesOf(actor, project, items)} today={today} empty="Nothing is open here." />
            </Card>
          ))}
        </div>
        <Card title="Scope">
          <SummaryList
            items={[
              { term: "Organisation", value: view.clientName },
              { term: "Certification body", value: view.bodyName ?? "Not chosen yet" },
              { term: "Scope", value: record.scope },
              { term: "Sites", value: view.siteNames.join(", ") || "None yet" },
              { term: "Persons in scope", value: String(record.personsInScope) },
              { term: "Target", value: record.targetOn ? formatDay(record.targetOn) : "Not set" },
              { term: "Days follow", value: `${record.timeZone} time` },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
