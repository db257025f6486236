import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { formatMoney } from "@/lib/money";
import { paths } from "@/lib/paths";
import type { ThreeYearCost } from "@/lib/selection/three-year-cost";
import type { SelectionView } from "../lead";
import type { OfferColumn } from "./columns";

/** The manager chooses one body here; its check page asks for reason, people and interests. What stands against each is said before. */
export function RecommendPanel({
  actor,
  view,
  columns,
}: {
  actor: Actor;
  view: SelectionView;
  columns: readonly OfferColumn[];
}) {
  const { record } = view;
  const { state, recommendedProposalId } = record.sourcing;
  if (!may(actor, "sourcing.recommendCb") || !["rfp_open", "evaluating"].includes(state)) return null;
  const { choice } = paths.project(actor.organisationSlug, record.id);
  const recommended = view.invited.find(({ proposal }) => proposal && proposal.id === recommendedProposalId);
  if (recommended) {
    return (
      <Card
        title={`${recommended.body.name} is recommended`}
        id="recommend"
        actions={<LinkButton href={choice(recommended.body.id)}>Open the recommendation</LinkButton>}
      >
        <p className="text-muted">An executive confirms it or returns it with a reason.</p>
      </Card>
    );
  }
  return (
    <div data-noprint>
      <Card title="Choose a body" id="recommend">
        <ul className="divide-y divide-border">
          {columns.map(({ body, cost, against }) => (
            <li
              key={body.id}
              className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0"
            >
              <div className="min-w-0 max-w-read">
                <p className="font-medium">{body.name}</p>
                <p className="text-muted">{[sayTotal(cost), ...against.map(sentenceOf)].join(" ")}</p>
              </div>
              <LinkButton href={choice(body.id)}>Choose {body.name}</LinkButton>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function sayTotal({ totalMinor, currency, missing }: ThreeYearCost): string {
  if (totalMinor === null || currency === null) return "Cost not stated.";
  const amount = formatMoney({ minor: totalMinor, currency });
  return missing.length > 0 ? `At least ${amount} over three years.` : `${amount} over three years.`;
}
