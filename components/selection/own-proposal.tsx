import { ActPanel } from "@/components/project/act-panel";
import { AnswerMarks } from "@/components/selection/answer-marks";
import { OfferDocument } from "@/components/selection/offer-document";
import { OfferSummary } from "@/components/selection/offer-summary";
import { ProposalFields } from "@/components/selection/proposal-fields";
import { ProposalFile } from "@/components/selection/proposal-file";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { formatDay, isAfter } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import type { Facts } from "@/lib/lifecycle/machine";
import { marksOf } from "@/lib/selection/answer-marks";
import type { readRequest } from "@/lib/store/requests";

type RequestView = Awaited<ReturnType<typeof readRequest>>;

/** Where an answer goes: from the workspace of a body, or by the link it was sent. */
export interface AnswerWay {
  /** What each form sends unseen. */
  hidden: Record<string, string>;
  upload: string;
  /** Where a document that was added can be opened; null where it cannot. */
  fileOf: ((fileId: string) => string) | null;
  send: FormAction;
  decline: FormAction;
}

/** The body's own answer: a form while answers are taken, facts after that. */
export function OwnProposal({
  actor,
  view,
  facts,
  way,
}: {
  actor: Actor;
  view: RequestView;
  /** With what the table is asked what stands against an answer. */
  facts: Facts;
  way: AnswerWay;
}) {
  const { record, proposal } = view;
  const { state, answerDueOn } = record.sourcing;
  const { today } = facts.moment;
  const marks = proposal && (
    <AnswerMarks
      marks={marksOf({ ...proposal, validUntil: proposal.offer.validUntil }, answerDueOn, today)}
    />
  );
  const isOpen = state === "rfp_open" || state === "evaluating";
  const form = { hidden: way.hidden, version: proposal?.version };
  const offer = proposal && !proposal.declined ? proposal.offer : undefined;
  // A document that the client entered is the client's own copy.
  const document = way.fileOf && proposal?.fileId && proposal.enteredByBody && (
    <OfferDocument
      href={way.fileOf(proposal.fileId)}
      label="Open the document you added"
      scan={view.scan}
      timeZone={record.timeZone}
    />
  );
  if (!isOpen || !may(actor, "sourcing.receiveProposal")) {
    if (!proposal) return null;
    return (
      <Card title="Your proposal" id="proposal">
        <div className="space-y-4">
          {marks}
          {offer ? (
            <OfferSummary offer={offer} document={document} />
          ) : (
            <p className="prose-plain">You declined: {proposal.offer.notes}</p>
          )}
        </div>
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
        {marks && <div className="pb-4">{marks}</div>}
        {!proposal && answerDueOn && isAfter(today, answerDueOn) && (
          <p className="max-w-read pb-4">
            <Pill kind="overdue">Answer overdue</Pill> Answers were due by {formatDay(answerDueOn)}. Yours is
            still taken with a reason, and the client sees that it came late.
          </p>
        )}
        <ActPanel
          {...form}
          reasons={reasonsAgainst("sourcing", "receiveProposal", state, facts)}
          action={way.send}
          submitLabel="Send proposal"
          keepsFields
        >
          <ProposalFields
            offer={offer}
            file={<ProposalFile url={way.upload} hasFile={Boolean(proposal?.fileId)} />}
          />
        </ActPanel>
      </Card>
      {!proposal?.declined && (
        <Card title="Decline the request">
          <ActPanel
            {...form}
            reasons={reasonsAgainst("sourcing", "declineToPropose", state, facts)}
            action={way.decline}
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
