import type { Metadata } from "next";
import { PrintButton } from "@/components/certificate/print-button";
import { Attachments } from "@/components/selection/attachments";
import { EndedRequest } from "@/components/selection/ended-request";
import { OwnProposal } from "@/components/selection/own-proposal";
import { QuestionsOfBody } from "@/components/selection/questions-of-body";
import { RequestState } from "@/components/selection/request-state";
import { RequestSummary } from "@/components/selection/request-summary";
import { ScopeOfRequest } from "@/components/selection/scope-of-request";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import { currentDay, now } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listAttachments } from "@/lib/store/request-attachments";
import { listAskedQuestions } from "@/lib/store/request-questions";
import { readRequest } from "@/lib/store/requests";
import { viewingFacts } from "@/lib/store/viewing";
import { AgreementSections } from "../../projects/[project]/engagement/agreement-sections";
import { askQuestion, declineToPropose, sendProposal } from "../actions";

export const metadata: Metadata = { title: "Request" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** A request as the invited body sees it: the request, its own answer, then application and letter. */
export default async function RequestPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readRequest(actor, project, now()));
  const { record, client, sites, requestNote, proposal, isChosen, agreement } = view;
  const { state, answerDueOn } = record.sourcing;
  const standing = {
    state,
    isChosen,
    applicationOutcome: agreement?.application?.outcome ?? null,
    answerDueOn,
    proposal,
  };
  const isOpen = state === "rfp_open" || state === "evaluating";
  const hidden = { org, project: record.id };
  const at = paths.project(org, record.id);
  return (
    <div className="print-sheet space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.requests(org), label: "Applications" }]} />}
        title={client.legalName}
        pills={<RequestState request={standing} today={currentDay(record.timeZone)} />}
        lead={isOpen && answerDueOn ? `Answers are due by ${formatDay(answerDueOn)}.` : view.name}
        actions={
          <>
            <PrintButton label="Print the request" variant="secondary" />
            {isChosen && record.certificationCase && (
              <LinkButton variant="primary" href={paths.project(org, project).journey}>
                Open the project
              </LinkButton>
            )}
          </>
        }
      />
      {!isOpen && !isChosen && <EndedRequest toldText={view.toldText} />}
      {agreement && <AgreementSections actor={actor} view={{ ...view, agreement }} />}
      <Card title="Request" id="request">
        <RequestSummary record={record} sites={sites} note={requestNote} languages={client.languages} />
      </Card>
      <Attachments
        attachments={await listAttachments(actor, record.id)}
        hrefOf={at.file}
        timeZone={record.timeZone}
      />
      <ScopeOfRequest {...view} />
      <div data-noprint className="space-y-6">
        <QuestionsOfBody
          questions={await listAskedQuestions(actor, record.id)}
          hidden={hidden}
          ask={isOpen && may(actor, "proposal.ask") ? askQuestion : null}
        />
        <OwnProposal
          actor={actor}
          view={view}
          facts={viewingFacts(actor, view)}
          way={{ hidden, upload: at.upload, fileOf: at.file, send: sendProposal, decline: declineToPropose }}
        />
      </div>
    </div>
  );
}
