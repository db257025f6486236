import { ActPanel } from "@/components/project/act-panel";
import { OfferDocument } from "@/components/selection/offer-document";
import { OfferSummary } from "@/components/selection/offer-summary";
import { ProposalFields } from "@/components/selection/proposal-fields";
import { ProposalFile } from "@/components/selection/proposal-file";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/day";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { paths } from "@/lib/paths";
import type { readRequest } from "@/lib/store/requests";
import { viewingFacts } from "@/lib/store/viewing";
import { declineToPropose, sendProposal } from "../actions";

type RequestView = Awaited<ReturnType<typeof readRequest>>;

/** The body's own answer: a form while answers are taken, facts after that. */
export function OwnProposal({ actor, view }: { actor: Actor; view: RequestView }) {
  const { record, proposal } = view;
  const { state } = record.sourcing;
  const org = actor.organisationSlug;
  const at = paths.project(org, record.id);
  const isOpen = state === "rfp_open" || state === "evaluating";
  const facts = viewingFacts(actor, view);
  const form = { hidden: { org, project: record.id }, version: proposal?.version };
  const offer = proposal && !proposal.declined ? proposal.offer : undefined;
  // A document that the client entered is the client's own copy.
  const document = proposal?.fileId && proposal.enteredByBody && (
    <OfferDocument
      href={at.file(proposal.fileId)}
      label="Open the document you added"
      scan={view.scan}
      timeZone={record.timeZone}
    />
  );
  if (!isOpen || !may(actor, "sourcing.receiveProposal")) {
    if (!proposal) return null;
    return (
      <Card title="Your proposal" id="proposal">
        {offer ? (
          <OfferSummary offer={offer} document={document} />
        ) : (
          <p className="prose-plain">You declined: {proposal.offer.notes}</p>
        )}
      </Card>
    );
  }
  return (
    <>
      {proposal?.declined && (
        <Callout title={`You declined on ${formatDay(proposal.receivedOn)}`}>
          <p className="prose-plain">{proposal.offer.notes}</p>
        </Callout>
      )}
      <Card title={offer ? "Change your proposal" : "Your proposal"} id="proposal">
        {proposal && !proposal.enteredByBody && (
          <p className="max-w-read pb-4 text-muted">
            The client entered this from your document. Send it yourself to make it yours.
          </p>
        )}
        {document && <p className="pb-4">{document}</p>}
        <ActPanel
          {...form}
          reasons={reasonsAgainst("sourcing", "receiveProposal", state, facts)}
          action={sendProposal}
          submitLabel="Send proposal"
          keepsFields
        >
          <ProposalFields
            offer={offer}
            file={<ProposalFile org={org} project={record.id} hasFile={Boolean(proposal?.fileId)} />}
          />
        </ActPanel>
      </Card>
      {!proposal?.declined && (
        <Card title="Decline the request">
          <ActPanel
            {...form}
            reasons={reasonsAgainst("sourcing", "declineToPropose", state, facts)}
            action={declineToPropose}
            submitLabel="Decline request"
            submitVariant="secondary"
          >
            <TextArea name="reason" label="Reason" hint="The client reads it." rows={3} />
          </ActPanel>
        </Card>
      )}
    </>
  );
}
