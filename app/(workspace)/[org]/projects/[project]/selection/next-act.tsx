import { ActPanel } from "@/components/project/act-panel";
import { ChoiceFacts } from "@/components/selection/choice-facts";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { paths } from "@/lib/paths";
import { viewingFacts } from "@/lib/store/viewing";
import { evaluate } from "./actions";
import type { SelectionView } from "./lead";

/** What comes next on the way to the choice: compare, confirm or return, then the application. */
export function NextAct({ actor, view }: { actor: Actor; view: SelectionView }) {
  const { record, application, recommendReason, overrideReason, choice } = view;
  const { state, version, recommendedProposalId: recommendedId } = record.sourcing;
  const org = actor.organisationSlug;
  const at = paths.project(org, record.id);
  const form = { hidden: { org, project: record.id }, version };
  if (state === "rfp_open" && may(actor, "sourcing.evaluate")) {
    return (
      <Card title="Compare the proposals">
        <p className="max-w-read pb-4 text-muted">
          Later answers are still taken, and you can invite more bodies.
        </p>
        <ActPanel
          {...form}
          reasons={reasonsAgainst("sourcing", "evaluate", state, viewingFacts(actor, view))}
          action={evaluate}
          submitLabel="Start comparison"
        />
      </Card>
    );
  }
  const recommended = view.invited.find(({ proposal }) => proposal && proposal.id === recommendedId);
  if (state === "evaluating" && recommended) {
    return (
      <Callout
        title={`${recommended.body.name} is recommended`}
        actions={
          <LinkButton
            href={at.choice(recommended.body.id)}
            variant={may(actor, "sourcing.selectCb") ? "primary" : "secondary"}
          >
            {may(actor, "sourcing.selectCb") ? "Check and confirm" : "Open the recommendation"}
          </LinkButton>
        }
      >
        <p>An executive confirms it or returns it with a reason.</p>
      </Callout>
    );
  }
  if (state === "evaluating") {
    return (
      <>
        {application?.outcome === "declined" && (
          <Callout tone="warning" title="The body declined your application">
            <p className="prose-plain">{application.reasons}</p>
          </Callout>
        )}
        {may(actor, "sourcing.recommendCb") && (
          <Callout
            title="Recommend a body"
            actions={
              <LinkButton href={at.compare} variant="primary">
                Compare proposals
              </LinkButton>
            }
          >
            <p>Recommend one with a reason; an executive confirms it.</p>
          </Callout>
        )}
      </>
    );
  }
  if (["cb_selected", "contracted_pending", "engaged", "closed"].includes(state)) {
    return (
      <Callout
        tone="success"
        title={`${view.chosenName ?? "A body"} was chosen`}
        actions={<LinkButton href={at.engagement}>Open the engagement</LinkButton>}
      >
        {!choice && recommendReason && <p className="prose-plain">{recommendReason}</p>}
        {choice && <ChoiceFacts choice={choice} override={overrideReason} />}
      </Callout>
    );
  }
  return null;
}
