import type { Metadata } from "next";
import { CertificateText } from "@/components/certificate/certificate-text";
import { AskForMoreForm, GrantForm, RefuseForm } from "@/components/decision/decide-forms";
import { DossierChecklist } from "@/components/decision/dossier-checklist";
import { dossierLinks } from "@/components/decision/dossier-links";
import { DossierSummary } from "@/components/decision/dossier-summary";
import { Forwarding } from "@/components/decision/forwarding";
import { TakenDecision } from "@/components/decision/taken-decision";
import { CanIDecide, WhoDecides } from "@/components/decision/who-decides";
import { ActPanel } from "@/components/project/act-panel";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextArea } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { formatDay } from "@/lib/day";
import { type CommandOf, reasonsAgainst } from "@/lib/lifecycle/ask";
import { firstCycle } from "@/lib/lifecycle/first-cycle";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readDossier } from "@/lib/store/dossiers";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import {
  askForMore,
  forwardFile,
  grantCertification,
  recordAnswer,
  refuseCertification,
  upholdAppeal,
} from "./actions";
import { headlineOf } from "./headline";
import { outcomeOf, outcomeTabs } from "./outcome";

export const metadata: Metadata = { title: "Decision" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ outcome?: string | string[] }>;
}

export default async function DecisionPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const outcome = outcomeOf((await searchParams).outcome);
  const actor = await pageActor(org);
  const view = await orNotFound(readDossier(actor, project));
  const { record, policy, open, decisions } = view;
  const to = paths.project(org, project);
  if (!open) {
    return (
      <>
        <PageHeader title="Decision" />
        <EmptyState title="The decision comes after Stage 2. First both sides sign the engagement letter." />
      </>
    );
  }
  const { certificationCase, content, dossier, people } = open;
  const { state, version } = certificationCase;
  const records = recordsForBody(actor, view);
  const facts = viewingFacts(actor, view, { recorded: records });
  const reasons = (command: CommandOf<"certification">) =>
    reasonsAgainst("certification", command, state, facts);
  const form = { org, project, version, seen: open.hash, bodyName: content.bodyName, records };
  const isDecided = state === "certified" || state === "refused" || state === "closed";
  const sees = actor.side === "body" || records;
  const days = firstCycle(record, facts.moment.today, policy);
  const headline = headlineOf(state, dossier.lines, content.bodyName);
  return (
    <>
      <PageHeader
        title={headline.title}
        lead={headline.lead}
        actions={
          state === "certified" && (
            <LinkButton href={to.certificate} variant="primary">
              {record.certificates.length > 0 ? "Open certificate" : "Issue certificate"}
            </LinkButton>
          )
        }
      />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        {sees && state !== "certified" && state !== "closed" && (
          <div className="grid min-w-0 gap-6 lg:col-start-2 lg:row-start-1">
            {!isDecided && <DossierSummary dossier={dossier} />}
            {actor.side === "body" && !isDecided && (
              <Card title="Can I decide?">
                <CanIDecide reasons={reasonsAgainst("certification", "grant", "review_pending", facts)} />
              </Card>
            )}
            <Card title="Who decides">
              <WhoDecides people={people} bodyName={content.bodyName} />
            </Card>
          </div>
        )}
        <div className="grid min-w-0 gap-6 lg:col-start-1 lg:row-start-1">
          {decisions.map((decision) => (
            <TakenDecision key={decision.id} decision={decision} zone={record.timeZone} proofHref={to.file} />
          ))}
          {!isDecided && (
            <Card title="What the decision needs" id="dossier">
              <DossierChecklist lines={dossier.lines} hrefOf={dossierLinks(to, record)} />
            </Card>
          )}
          {!isDecided && sees && (
            <>
              {policy.forwarding && state === "review_pending" && (
                <Forwarding
                  form={form}
                  forward={dossier.forward}
                  suggestedTo={content.accreditation?.accreditationBody ?? ""}
                  today={facts.moment.today}
                  forwardReasons={reasons("forwardToAccreditationBody")}
                  answerReasons={reasons("recordAccreditationAnswer")}
                  {...{ forwardFile, recordAnswer }}
                />
              )}
              <Card title={records ? `Record the decision of ${content.bodyName}` : "Decide"} id="decide">
                {state === "review_pending" && (
                  <div className="mb-5">
                    <TabsNav label="Outcome" tabs={outcomeTabs(to.decision, outcome)} />
                  </div>
                )}
                {state !== "review_pending" || outcome === "grant" ? (
                  <GrantForm
                    form={form}
                    action={grantCertification}
                    reasons={reasons("grant")}
                    organisationName={content.organisationName}
                    preview={
                      <CertificateText
                        words={content}
                        number={records ? "As on the certificate of the body" : "Given at issue"}
                        validFrom={records ? "The day of the decision" : formatDay(days.effectiveFrom.on)}
                        validUntil={
                          records ? "As the body states, three years at most" : formatDay(days.expiresOn.on)
                        }
                      />
                    }
                  />
                ) : outcome === "ask" ? (
                  <AskForMoreForm form={form} action={askForMore} reasons={reasons("returnForMore")} />
                ) : (
                  <RefuseForm
                    form={form}
                    action={refuseCertification}
                    reasons={reasons("refuse")}
                    organisationName={content.organisationName}
                  />
                )}
              </Card>
            </>
          )}
          {!isDecided && !sees && state === "review_pending" && (
            <Callout title={`${content.bodyName} decides now`}>
              <p>
                You read the decision here as soon as it is taken. Nobody of the audit team takes part in it.
              </p>
            </Callout>
          )}
          {state === "refused" && actor.side === "body" && (
            <Card title="Appeal of the client" id="appeal">
              <ActPanel
                hidden={{ org, project }}
                version={version}
                reasons={reasons("upholdAppeal")}
                action={upholdAppeal}
                submitLabel="Uphold appeal"
                submitVariant="secondary"
              >
                <TextArea name="reason" label="Why is the appeal upheld?" rows={3} />
              </ActPanel>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
