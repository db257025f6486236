import { ActPanel } from "@/components/project/act-panel";
import { ChoiceFields } from "@/components/selection/choice-fields";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RefusalList } from "@/components/ui/form-notices";
import { SummaryList } from "@/components/ui/summary-list";
import type { Actor } from "@/lib/actor";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { paths } from "@/lib/paths";
import { viewRefusals } from "@/lib/refusal-view";
import type { Member } from "@/lib/store/members";
import type { InvitedBody } from "@/lib/store/selection";
import { viewingFacts } from "@/lib/store/viewing";
import { recommendCb } from "../../actions";
import type { SelectionView } from "../../lead";
import { offerFacts } from "../../offer-facts";

/** The manager's check: the offer, what stands against the body, and everything the choice has to say. */
export function RecommendCheck({
  actor,
  view,
  candidate,
  proposalId,
  members,
  advisers,
}: {
  actor: Actor;
  view: SelectionView;
  candidate: InvitedBody;
  proposalId: string;
  members: readonly Member[];
  advisers: string | null;
}) {
  const { record } = view;
  const { state, version } = record.sourcing;
  const against = viewRefusals(candidate.against);
  return (
    <>
      <Card title="The offer" id="offer">
        <div className="space-y-4">
          <SummaryList items={offerFacts(view, candidate)} />
          {against.length > 0 && (
            <div className="max-w-read border-warning border-s-2 ps-3">
              <RefusalList refusals={against} />
            </div>
          )}
        </div>
      </Card>
      <Card title="Your recommendation" id="recommendation">
        <ActPanel
          hidden={{ org: actor.organisationSlug, project: record.id, proposalId }}
          version={version}
          reasons={reasonsAgainst("sourcing", "recommendCb", state, viewingFacts(actor, view))}
          action={recommendCb}
          submitLabel={`Recommend ${candidate.body.name}`}
          secondary={
            <LinkButton href={paths.project(actor.organisationSlug, record.id).compare}>Go back</LinkButton>
          }
        >
          <ChoiceFields
            bodyName={candidate.body.name}
            members={members.map(({ personId, personName }) => ({ id: personId, name: personName }))}
            self={actor.personId}
            advisers={advisers}
          />
        </ActPanel>
      </Card>
    </>
  );
}
