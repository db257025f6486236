import { ActPanel } from "@/components/project/act-panel";
import { ChoiceFacts } from "@/components/selection/choice-facts";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { SummaryList } from "@/components/ui/summary-list";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { paths } from "@/lib/paths";
import type { InvitedBody } from "@/lib/store/selection";
import { viewingFacts } from "@/lib/store/viewing";
import { returnRecommendation, selectCb } from "../../actions";
import type { SelectionView } from "../../lead";
import { offerFacts } from "../../offer-facts";

/** The executive's check: the offer, the recommendation with its people and interests, then confirm or return. */
export function ConfirmCheck({
  actor,
  view,
  candidate,
}: {
  actor: Actor;
  view: SelectionView;
  candidate: InvitedBody;
}) {
  const { record, choice, overrideReason } = view;
  const { state, version } = record.sourcing;
  const form = { hidden: { org: actor.organisationSlug, project: record.id }, version };
  const facts = viewingFacts(actor, view);
  const reasons = (command: "selectCb" | "returnRecommendation") =>
    reasonsAgainst("sourcing", command, state, facts);
  const { name } = candidate.body;
  return (
    <>
      <Card title="The offer" id="offer">
        <SummaryList items={offerFacts(view, candidate)} />
      </Card>
      {choice && (
        <Card title="The recommendation" id="recommendation">
          <ChoiceFacts choice={choice} override={overrideReason} />
        </Card>
      )}
      {choice && choice.conflicts.length > 0 && (
        <Callout tone="warning" title="Somebody who took part declared a conflict of interest">
          <p>Confirm only if the choice would be the same without that person. Otherwise return it.</p>
        </Callout>
      )}
      <Card title="Your answer" id="answer">
        <div className="space-y-5">
          <p className="max-w-read">
            {name} becomes your certification body. The application is sent to it next.
          </p>
          <ActPanel
            {...form}
            reasons={reasons("selectCb")}
            action={selectCb}
            submitLabel={`Confirm ${name}`}
            secondary={
              <LinkButton href={paths.project(actor.organisationSlug, record.id).selection}>
                Go back
              </LinkButton>
            }
          />
          {may(actor, "sourcing.returnRecommendation") && (
            <details>
              <summary className="w-fit py-0.5 text-link underline underline-offset-3">
                Return the recommendation
              </summary>
              <div className="pt-3">
                <ActPanel
                  {...form}
                  reasons={reasons("returnRecommendation")}
                  action={returnRecommendation}
                  submitLabel="Return recommendation"
                  submitVariant="secondary"
                >
                  <TextArea name="reason" label="Reason" hint="The compliance manager reads it." rows={3} />
                </ActPanel>
              </div>
            </details>
          )}
        </div>
      </Card>
    </>
  );
}
