import type { Metadata } from "next";
import { ScopeBasis } from "@/components/audit-time/scope-basis";
import { ActPanel } from "@/components/project/act-panel";
import { AnswerMarks } from "@/components/selection/answer-marks";
import { LinkPanel } from "@/components/selection/link-panel";
import { OfferDocument } from "@/components/selection/offer-document";
import { OfferSummary } from "@/components/selection/offer-summary";
import { ProposalFields } from "@/components/selection/proposal-fields";
import { ProposalFile } from "@/components/selection/proposal-file";
import { RemindPanel } from "@/components/selection/remind-panel";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { paths } from "@/lib/paths";
import { marksOf } from "@/lib/selection/answer-marks";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAnswerLink } from "@/lib/store/answer-links";
import { readProposal } from "@/lib/store/proposals";
import { listReminders } from "@/lib/store/reminders";
import { isMailSetUp } from "@/lib/store/send-notices";
import { viewingFacts } from "@/lib/store/viewing";
import { enterProposal, makeAnswerLink, revokeAnswerLink } from "../../actions";
import { remindBody } from "../../request/actions";

export const metadata: Metadata = { title: "Proposal" };

interface Props {
  params: Promise<{ org: string; project: string; body: string }>;
}

/** The answer of one body: as it came online, or entered from its document by the client's manager. */
export default async function ProposalPage({ params }: Props) {
  const { org, project, body: bodyId } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readProposal(actor, project, bodyId));
  const { record, body, proposal } = view;
  const at = paths.project(org, project);
  const { state } = record.sourcing;
  const isOpen = state === "rfp_open" || state === "evaluating";
  const isOnline = proposal?.enteredByBody ?? false;
  const document = proposal?.fileId && (
    <OfferDocument href={at.file(proposal.fileId)} scan={view.scan} timeZone={record.timeZone} />
  );
  const today = currentDay(record.timeZone);
  const hidden = { org, project, body: body.id };
  const link = body.connected ? null : await readAnswerLink(actor, record.id, body.id, today);
  const mayEnter = may(actor, "sourcing.receiveProposal") && isOpen && !isOnline;
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: at.selection, label: "Selection" }]} />}
        title={`Proposal of ${body.name}`}
        pills={proposal?.declined && <Pill kind="neutral">Declined</Pill>}
        lead={leadOf(proposal, body)}
      />
      {proposal && (
        <AnswerMarks
          marks={marksOf(
            { ...proposal, validUntil: proposal.offer.validUntil },
            record.sourcing.answerDueOn,
            today,
          )}
        />
      )}
      {view.scopeChange && proposal && !proposal.declined && (
        <ScopeBasis what="This proposal" change={view.scopeChange} timeZone={record.timeZone} />
      )}
      {proposal?.declined && (
        <Callout title="The body declined to propose">
          <p className="prose-plain">{proposal.offer.notes}</p>
        </Callout>
      )}
      {proposal && !proposal.declined && !mayEnter && (
        <Card title="Offer">
          <OfferSummary offer={proposal.offer} document={document} />
        </Card>
      )}
      {mayEnter && (
        <Card title={proposal ? "Change what you entered" : "Enter the proposal"}>
          {body.connected && (
            <p className="max-w-read pb-4 text-muted">
              {body.name} is on CertTrail and can answer online. Enter its offer only if it came as a
              document.
            </p>
          )}
          {document && <p className="pb-4">{document}</p>}
          <ActPanel
            hidden={hidden}
            version={proposal?.version}
            reasons={reasonsAgainst("sourcing", "receiveProposal", state, viewingFacts(actor, view))}
            action={enterProposal}
            submitLabel="Save proposal"
          >
            <ProposalFields
              offer={proposal && !proposal.declined ? proposal.offer : undefined}
              file={<ProposalFile url={at.upload} hasFile={Boolean(proposal?.fileId)} />}
            />
          </ActPanel>
        </Card>
      )}
      {!proposal && isOpen && may(actor, "proposal.remind") && (
        <RemindPanel
          body={body}
          reminders={(await listReminders(actor, record.id)).get(body.id) ?? null}
          recipient={link?.recipient ?? null}
          hidden={hidden}
          today={today}
          mails={isMailSetUp()}
          remind={remindBody}
        />
      )}
      {!body.connected && may(actor, "proposal.link") && (
        <LinkPanel
          bodyName={body.name}
          link={link}
          hidden={hidden}
          lastDay={record.sourcing.answerDueOn}
          timeZone={record.timeZone}
          make={isOpen ? makeAnswerLink : null}
          revoke={revokeAnswerLink}
        />
      )}
      {!proposal && !mayEnter && (
        <Callout>
          <p>
            {body.name} has not answered{isOpen ? " yet" : ""}.
          </p>
        </Callout>
      )}
    </div>
  );
}

type View = Awaited<ReturnType<typeof readProposal>>;

function leadOf(proposal: View["proposal"], body: View["body"]): string {
  if (!proposal) return "Not answered yet.";
  const on = formatDay(proposal.receivedOn);
  return proposal.enteredByBody
    ? `Answered by ${body.name} ${body.connected ? "on CertTrail" : "through its link"} on ${on}. Only the body can change it.`
    : `Entered from its document on ${on}.`;
}
