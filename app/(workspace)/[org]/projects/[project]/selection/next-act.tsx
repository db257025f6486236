import { ActPanel } from "@/components/project/act-panel";
import { GateLine } from "@/components/selection/gate-pill";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { SummaryList } from "@/components/ui/summary-list";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { auditDaysInWords } from "@/lib/audit-time/days";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { formatMoney } from "@/lib/money";
import { paths } from "@/lib/paths";
import { judgeDays } from "@/lib/selection/expectation";
import { initialDays } from "@/lib/selection/offer";
import { threeYearCost } from "@/lib/selection/three-year-cost";
import { viewingFacts } from "@/lib/store/viewing";
import { evaluate, returnRecommendation, selectCb } from "./actions";
import { expectationOf, type SelectionView } from "./lead";

/** What comes next on the way to the choice: compare, confirm or return, then the application. */
export function NextAct({ actor, view }: { actor: Actor; view: SelectionView }) {
  const { record, application, recommendedName, recommendReason, overrideReason } = view;
  const { state, version } = record.sourcing;
  const org = actor.organisationSlug;
  const at = paths.project(org, record.id);
  const form = { hidden: { org, project: record.id }, version };
  const facts = viewingFacts(actor, view);
  const reasons = (command: "evaluate" | "selectCb" | "returnRecommendation") =>
    reasonsAgainst("sourcing", command, state, facts);
  if (state === "rfp_open" && may(actor, "sourcing.evaluate")) {
    return (
      <Card title="Compare the proposals">
        <p className="max-w-read pb-4 text-muted">
          Later answers are still taken, and you can invite more bodies.
        </p>
        <ActPanel {...form} reasons={reasons("evaluate")} action={evaluate} submitLabel="Start comparison" />
      </Card>
    );
  }
  if (state === "evaluating" && recommendedName) {
    return (
      <Card title={`Recommended: ${recommendedName}`} id="recommendation">
        <div className="space-y-5">
          <SummaryList
            items={[
              ...offerFacts(view),
              { term: "Reason", value: <span className="prose-plain">{recommendReason}</span> },
              ...(overrideReason
                ? [{ term: "Written override", value: <span className="prose-plain">{overrideReason}</span> }]
                : []),
            ]}
          />
          <ActPanel
            {...form}
            reasons={reasons("selectCb")}
            action={selectCb}
            submitLabel="Confirm certification body"
            confirm={{
              title: "Check your choice",
              text: `${recommendedName} becomes your certification body. The application is sent to it next.`,
              label: `Confirm ${recommendedName}`,
            }}
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
        {recommendReason && <p className="prose-plain">{recommendReason}</p>}
        {overrideReason && <p className="prose-plain">Written override: {overrideReason}</p>}
      </Callout>
    );
  }
  return null;
}

/** What an executive weighs before the click: price, days, accreditation of the recommended body. */
function offerFacts(view: SelectionView) {
  const { invited, record } = view;
  const recommended = invited.find(
    ({ proposal }) => proposal && proposal.id === record.sourcing.recommendedProposalId,
  );
  if (!recommended?.proposal) return [];
  const { body, gate, proposal } = recommended;
  const { totalMinor, currency, missing } = threeYearCost(proposal.offer);
  const days = initialDays(proposal.offer);
  const total = totalMinor !== null && currency !== null && formatMoney({ minor: totalMinor, currency });
  const judged = judgeDays(body.name, days, expectationOf(view), record.personsInScope);
  return [
    { term: "Three years", value: total && (missing.length > 0 ? `at least ${total}` : total) },
    {
      term: "Auditor days",
      value: days === null ? null : `${auditDaysInWords(days)} for Stage 1 and 2. ${judged.text}.`,
    },
    { term: "Accreditation", value: <GateLine gate={gate} /> },
  ];
}
