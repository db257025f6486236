import type { Metadata } from "next";
import { headers } from "next/headers";
import { PrintButton } from "@/components/certificate/print-button";
import { Attachments } from "@/components/selection/attachments";
import { EndedRequest } from "@/components/selection/ended-request";
import { OwnProposal } from "@/components/selection/own-proposal";
import { QuestionsOfBody } from "@/components/selection/questions-of-body";
import { RequestSummary } from "@/components/selection/request-summary";
import { ScopeOfRequest } from "@/components/selection/scope-of-request";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { UploadLimitProvider } from "@/components/ui/upload-limit";
import { now } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { largestFile } from "@/lib/files/folder";
import { ours } from "@/lib/http/request-marks";
import { TooMany } from "@/lib/outcome";
import { paths } from "@/lib/paths";
import { requireRecipient } from "@/lib/session/answer-link";
import { orNotFound } from "@/lib/session/page";
import { noteUse } from "@/lib/store/answer-links";
import { listAttachments } from "@/lib/store/request-attachments";
import { listAskedQuestions } from "@/lib/store/request-questions";
import { readRequest } from "@/lib/store/requests";
import { countTry } from "@/lib/store/throttles";
import { viewingFacts } from "@/lib/store/viewing";
import { answerByLink, askByLink, declineByLink } from "./actions";

export const metadata: Metadata = { title: "Request for proposal", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

/** What a body that is not on CertTrail opens by its link: the request, questions and answers, and its own offer. */
export default async function AnswerPage({ params }: Props) {
  const { token } = await params;
  const refusal = await countOpening();
  if (refusal) return <PageHeader title="This link was opened too often" lead={refusal} />;
  const { actor, link } = await orNotFound(requireRecipient(token, now()));
  const view = await orNotFound(readRequest(actor, link.projectId, now()));
  await noteUse(actor, link, "opened", now());
  const { record, client, sites, requestNote } = view;
  const { state, answerDueOn } = record.sourcing;
  const isOpen = state === "rfp_open" || state === "evaluating";
  const hidden = { token };
  return (
    <UploadLimitProvider value={largestFile()}>
      <div className="print-sheet space-y-6">
        <PageHeader
          title={`${client.legalName} asks ${link.bodyName} for a proposal`}
          actions={<PrintButton label="Print the request" variant="secondary" />}
          lead={isOpen && answerDueOn ? `Answers are due by ${formatDay(answerDueOn)}.` : view.name}
        />
        {isOpen ? (
          <Callout title={`This link is for ${link.personName}`}>
            <p>
              What is sent here counts as the answer of {link.bodyName}. The link opens until{" "}
              {formatDay(link.lastDay)}; do not pass it on. You need no account.
            </p>
          </Callout>
        ) : (
          <EndedRequest toldText={view.toldText} />
        )}
        <Card title="Request" id="request">
          <RequestSummary record={record} sites={sites} note={requestNote} languages={client.languages} />
        </Card>
        <Attachments
          attachments={await listAttachments(actor, link.projectId)}
          hrefOf={(file) => paths.answerAttachment(token, file)}
          timeZone={record.timeZone}
        />
        <ScopeOfRequest {...view} />
        <div data-noprint className="space-y-6">
          <QuestionsOfBody
            questions={await listAskedQuestions(actor, link.projectId)}
            hidden={hidden}
            ask={isOpen ? askByLink : null}
          />
          <OwnProposal
            actor={actor}
            view={view}
            facts={viewingFacts(actor, view)}
            way={{
              hidden,
              upload: paths.answerFile(token),
              fileOf: null,
              send: answerByLink,
              decline: declineByLink,
            }}
          />
        </div>
      </div>
    </UploadLimitProvider>
  );
}

/** Counts an opening by where it comes from; the sentence for the reader when there were too many. */
async function countOpening(): Promise<string | null> {
  try {
    await countTry("answerLink", { address: (await headers()).get(ours.address) ?? "" }, now());
    return null;
  } catch (error) {
    if (error instanceof TooMany) return error.sentence;
    throw error;
  }
}
