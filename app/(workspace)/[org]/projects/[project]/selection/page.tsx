import type { Metadata } from "next";
import { InvitedTable } from "@/components/selection/invited-table";
import { QuestionsOfClient } from "@/components/selection/questions-of-client";
import { RequestSummary } from "@/components/selection/request-summary";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listReminders } from "@/lib/store/reminders";
import { listAttachments } from "@/lib/store/request-attachments";
import { listQuestions } from "@/lib/store/request-questions";
import { readScopeChange } from "@/lib/store/scope-versions";
import { readSelection } from "@/lib/store/selection";
import { answerQuestion } from "./actions";
import { AttachmentsPanel } from "./attachments-panel";
import { leadOfSelection } from "./lead";
import { NextAct } from "./next-act";
import { RequestPanel } from "./request-panel";
import { ScopePanel } from "./scope-panel";
import { TellOthers } from "./tell-others";

export const metadata: Metadata = { title: "Selection" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** From the request to the choice: what you told the bodies, who was asked, what came back, what comes next (S3). */
export default async function SelectionPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readSelection(actor, project));
  const { record, invited, sites, requestNote, today } = view;
  const at = paths.project(org, project);
  const { state } = record.sourcing;
  const isPlanning = state === "planning";
  const isOpen = state === "rfp_open" || state === "evaluating";
  // Read together: what is asked for once the page is half drawn would need a transaction of its own.
  const [questions, attachments, scopeChange, reminders] = await Promise.all([
    listQuestions(actor, record.id),
    listAttachments(actor, record.id),
    isPlanning ? null : readScopeChange(actor, record.id, view.told?.no ?? null),
    isOpen && invited.length > 0 ? listReminders(actor, record.id) : null,
  ]);
  const answers = invited.filter(({ proposal }) => proposal && !proposal.declined).length;
  return (
    <div className="space-y-6">
      <PageHeader
        title="Choose a certification body"
        lead={leadOfSelection(view)}
        actions={
          answers > 0 && (
            <LinkButton href={at.compare}>
              {answers === 1 ? "Look at the proposal" : `Compare ${answers} proposals`}
            </LinkButton>
          )
        }
      />
      <NextAct actor={actor} view={view} />
      <QuestionsOfClient
        questions={questions}
        hidden={{ org, project }}
        answer={isOpen && may(actor, "proposal.answer") ? answerQuestion : null}
      />
      {invited.length > 0 && (
        <Card
          title="Invited bodies"
          id="invited"
          flush
          actions={
            record.sourcing.answerDueOn && (
              <p className="text-muted">Answers due by {formatDay(record.sourcing.answerDueOn)}</p>
            )
          }
        >
          <InvitedTable
            org={org}
            project={project}
            invited={invited}
            dueOn={record.sourcing.answerDueOn}
            today={today}
            reminders={reminders}
            mayRemind={may(actor, "proposal.remind")}
          />
        </Card>
      )}
      <TellOthers actor={actor} view={view} />
      <Card
        title="Your request"
        id="request"
        actions={
          <>
            <LinkButton href={at.auditTime}>Persons and audit time</LinkButton>
            {isPlanning && may(actor, "project.edit") && (
              <LinkButton href={at.editProject}>Change the project</LinkButton>
            )}
          </>
        }
      >
        <RequestSummary record={record} sites={sites} note={requestNote} />
      </Card>
      <ScopePanel actor={actor} view={view} change={scopeChange} />
      <AttachmentsPanel actor={actor} view={view} attachments={attachments} />
      <RequestPanel actor={actor} view={view} />
    </div>
  );
}
