import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAdvisers } from "@/lib/store/choices";
import { listMembers } from "@/lib/store/members";
import { readSelection } from "@/lib/store/selection";
import { ConfirmCheck } from "./confirm-check";
import { RecommendCheck } from "./recommend-check";

export const metadata: Metadata = { title: "Check your choice" };

interface Props {
  params: Promise<{ org: string; project: string; body: string }>;
}

/** The check before a body is recommended, and before the recommendation is confirmed: what stands behind the choice (S4). */
export default async function ChoicePage({ params }: Props) {
  const { org, project, body } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readSelection(actor, project));
  const at = paths.project(org, project);
  const { record, invited } = view;
  const { state, recommendedProposalId } = record.sourcing;
  const candidate = invited.find((one) => one.body.id === body);
  if (!candidate) notFound();
  const isRecommended =
    state === "evaluating" &&
    recommendedProposalId !== null &&
    candidate.proposal?.id === recommendedProposalId;
  const isOpen = state === "rfp_open" || state === "evaluating";
  const isFree = isOpen && recommendedProposalId === null && may(actor, "sourcing.recommendCb");
  const header = (title: string, lead?: string) => (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs
          items={[
            { href: at.selection, label: "Selection" },
            { href: at.compare, label: "Compare proposals" },
          ]}
        />
      }
      title={title}
      lead={lead}
    />
  );
  if (!candidate.proposal || !(isRecommended || isFree)) {
    return (
      <div className="space-y-6">
        {header("Choose a certification body")}
        <EmptyState
          title={`Nothing is to be checked for ${candidate.body.name} now`}
          action={<LinkButton href={at.selection}>Open the selection</LinkButton>}
        >
          A body is recommended from the comparison, one at a time. What was chosen and why stands on the page
          of the selection.
        </EmptyState>
      </div>
    );
  }
  const { name } = candidate.body;
  return (
    <div className="space-y-6">
      {isRecommended
        ? header(`Check the choice of ${name}`, "An executive confirms it or returns it with a reason.")
        : header(
            `Check your choice of ${name}`,
            "You recommend one body; an executive confirms or returns it.",
          )}
      {isRecommended ? (
        <ConfirmCheck actor={actor} view={view} candidate={candidate} />
      ) : (
        <RecommendCheck
          actor={actor}
          view={view}
          candidate={candidate}
          proposalId={candidate.proposal.id}
          members={await listMembers(actor)}
          advisers={await readAdvisers(actor, record.id)}
        />
      )}
    </div>
  );
}
