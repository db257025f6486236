import { ActPanel } from "@/components/project/act-panel";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { TextArea } from "@/components/ui/field";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { MIN_RECOMMENDATION } from "@/lib/lifecycle/sourcing-rules";
import { formatMoney } from "@/lib/money";
import type { ThreeYearCost } from "@/lib/selection/three-year-cost";
import { viewingFacts } from "@/lib/store/viewing";
import { recommendCb } from "../actions";
import type { SelectionView } from "../lead";
import type { OfferColumn } from "./columns";

/** The manager's recommendation: one body, with the reason; what stands against each is said before the click. */
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
  const { state, version } = record.sourcing;
  if (!may(actor, "sourcing.recommendCb") || !["rfp_open", "evaluating"].includes(state)) return null;
  return (
    <div data-noprint>
      <Card title="Recommend a body" id="recommend">
        <ActPanel
          hidden={{ org: actor.organisationSlug, project: record.id }}
          version={version}
          reasons={reasonsAgainst("sourcing", "recommendCb", state, viewingFacts(actor, view))}
          action={recommendCb}
          submitLabel="Recommend body"
          confirm={{
            title: "Check your recommendation",
            text: "The executive sees the comparison and your reason, and confirms or returns it.",
            label: "Recommend body",
          }}
        >
          <RadioCards
            name="proposalId"
            label="Body"
            options={columns.map(({ body, proposal, cost, against }) => ({
              value: proposal.id,
              label: body.name,
              hint: [sayTotal(cost), ...against.map(sentenceOf)].join(" "),
            }))}
          />
          <TextArea
            name="reason"
            label="Why this body?"
            hint={`At least ${MIN_RECOMMENDATION} characters. Say what decided it, and who was involved.`}
          />
        </ActPanel>
      </Card>
    </div>
  );
}

function sayTotal({ totalMinor, currency, missing }: ThreeYearCost): string {
  if (totalMinor === null || currency === null) return "Cost not stated.";
  const amount = formatMoney({ minor: totalMinor, currency });
  return missing.length > 0 ? `At least ${amount} over three years.` : `${amount} over three years.`;
}
