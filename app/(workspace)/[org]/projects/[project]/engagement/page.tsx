import type { Metadata } from "next";
import { ChoiceFacts } from "@/components/selection/choice-facts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readEngagement } from "@/lib/store/agreement";
import { recordsForBody } from "@/lib/store/viewing";
import { AgreementSections, type AgreementView } from "./agreement-sections";

export const metadata: Metadata = { title: "Engagement" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** Application and engagement letter of the chosen body; nothing is audited before both sides have signed (S5). */
export default async function EngagementPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readEngagement(actor, project));
  const at = paths.project(org, project);
  const { record, agreement, choice } = view;
  if (!agreement.body) {
    return (
      <div className="space-y-6">
        <PageHeader title="Engagement" />
        <EmptyState
          title="No certification body is chosen yet"
          action={<LinkButton href={at.selection}>Open the selection</LinkButton>}
        >
          Once an executive has confirmed the body, you apply to it here and both sides sign the letter.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="space-y-6">
      <PageHeader
        title={`Engagement of ${agreement.body.name}`}
        lead={leadOf(view, recordsForBody(actor, view))}
        actions={
          record.certificationCase && (
            <LinkButton variant="primary" href={at.journey}>
              Open the journey
            </LinkButton>
          )
        }
      />
      <AgreementSections actor={actor} view={view} />
      {choice && (
        <Card title="Why this body" id="choice">
          <p className="max-w-read pb-3 text-muted">Only your organisation sees this.</p>
          <ChoiceFacts choice={choice} override={view.overrideReason} />
        </Card>
      )}
    </div>
  );
}

function leadOf({ record, agreement }: AgreementView, records: boolean): string {
  const body = agreement.body?.name ?? "The body";
  const { state, application, letter, amendment } = record.sourcing;
  if (state === "closed") return "This engagement has ended.";
  if (state === "engaged" && amendment)
    return "Both sides have signed the letter. An amendment waits for signatures.";
  if (state === "engaged") return "Both sides have signed. Audits can be planned.";
  if (state === "cb_selected") {
    if (!application) return `Send the application to ${body} next.`;
    return records ? `Record here how ${body} answers your application.` : `${body} reviews the application.`;
  }
  if (!letter) return "The application is accepted. Draft the engagement letter next.";
  if (letter.clientSignedOn) return `The client has signed. ${body} signs next.`;
  if (letter.bodySignedOn) return `${body} has signed. The client signs next.`;
  return "The letter waits for both signatures. Nothing can be audited before.";
}
