import { convertCost } from "@/lib/selection/conversion";
import { type Expectation, judgeDays } from "@/lib/selection/expectation";
import { initialDays } from "@/lib/selection/offer";
import { type ThreeYearCost, threeYearCost } from "@/lib/selection/three-year-cost";
import { currenciesOf, judgeOffers } from "@/lib/selection/verdicts";
import { expectationOf, type SelectionView } from "../lead";

/** The most bodies side by side; more cannot be read. */
export const MAX_COLUMNS = 5;

/** The offers that can be compared, in the order of the invitations. */
export function listOffers({ invited }: SelectionView) {
  return invited.flatMap(({ proposal, ...rest }) =>
    proposal && !proposal.declined ? [{ ...rest, proposal }] : [],
  );
}

/** The columns of the comparison: each offer with its cost, its days against the expectation and its verdict. */
export function compareOffers(view: SelectionView, shownIds: readonly string[]) {
  const { record, today } = view;
  const { personsInScope } = record;
  const expectation = expectationOf(view);
  const all = listOffers(view);
  const chosen = all.filter(({ body }) => shownIds.includes(body.id));
  const shown = (chosen.length > 0 ? chosen : all).slice(0, MAX_COLUMNS);
  const isOpen = ["planning", "rfp_open", "evaluating"].includes(record.sourcing.state);
  // Each cost in the one currency for which there are rates; without a rate it stays in its own.
  const inOne = (cost: ThreeYearCost) => {
    const rate = view.rates.find(({ from }) => from === cost.currency);
    return rate ? convertCost(cost, rate) : cost;
  };
  const candidates = shown.map(({ body, gate, proposal }) => ({
    id: body.id,
    gate,
    // Once a body is chosen, an offer that has ended since says nothing about it.
    validUntil: isOpen ? proposal.offer.validUntil : null,
    cost: inOne(threeYearCost(proposal.offer)),
    initial: initialDays(proposal.offer),
  }));
  const verdicts = judgeOffers(candidates, expectation, today);
  const columns = shown.map(({ body, gate, proposal, against }) => {
    const { offer } = proposal;
    const days = judgeDays(body.name, initialDays(offer), expectation, personsInScope);
    return {
      body,
      gate,
      proposal,
      against,
      offer,
      cost: inOne(threeYearCost(offer)),
      asExpected:
        expectation.kind === "calculated" ? inOne(threeYearCost(withExpectedDays(offer, expectation))) : null,
      days,
      verdicts: verdicts.get(body.id) ?? [],
      isChosen: proposal.id === record.sourcing.chosenProposalId,
      isOut: gate.kind === "not_covered" || gate.kind === "lapsed",
    };
  });
  const stated = [...new Set(all.flatMap(({ proposal }) => proposal.offer.currency ?? []))].sort();
  return { all, columns, isOpen, expectation, currencies: currenciesOf(candidates), stated };
}

function withExpectedDays<O extends Parameters<typeof threeYearCost>[0]>(
  offer: O,
  { days }: Extract<Expectation, { kind: "calculated" }>,
): O {
  return { ...offer, days };
}

export type Comparison = ReturnType<typeof compareOffers>;
export type OfferColumn = Comparison["columns"][number];
