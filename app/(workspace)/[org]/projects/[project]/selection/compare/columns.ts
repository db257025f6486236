import { addDays, isBefore } from "@/lib/day";
import { convertCost, RATE_IS_OLD_AFTER_DAYS } from "@/lib/selection/conversion";
import { judgeDays } from "@/lib/selection/expectation";
import { initialDays } from "@/lib/selection/offer";
import { fitsTarget, scoreOffers, stage2On } from "@/lib/selection/points";
import { priceAudit, type ThreeYearCost, threeYearCost } from "@/lib/selection/three-year-cost";
import { currenciesOf, judgeOffers } from "@/lib/selection/verdicts";
import { findStability, rankOffers, weighed } from "@/lib/selection/weighing";
import type { ComparisonView } from "@/lib/store/comparison";
import { expectationOf, type SelectionView } from "../lead";

/** The most bodies side by side; more cannot be read. */
export const MAX_COLUMNS = 5;

/** The offers that can be compared, in the order of the invitations. */
export function listOffers({ invited }: SelectionView) {
  return invited.flatMap(({ proposal, ...rest }) =>
    proposal && !proposal.declined ? [{ ...rest, proposal }] : [],
  );
}

/** The columns of the comparison: each offer with its cost, its days against the expectation, its verdict and its rank. */
export function compareOffers(view: SelectionView, own: ComparisonView, shownIds: readonly string[]) {
  const { record, today } = view;
  const { personsInScope, targetOn } = record;
  const expectation = expectationOf(view);
  const all = listOffers(view);
  const chosen = all.filter(({ body }) => shownIds.includes(body.id));
  const shown = (chosen.length > 0 ? chosen : all).slice(0, MAX_COLUMNS);
  const isOpen = ["planning", "rfp_open", "evaluating"].includes(record.sourcing.state);
  // Each cost in the one currency for which there are rates; without a rate it stays in its own.
  const rateOf = (currency: string | null) => view.rates.find(({ from }) => from === currency) ?? null;
  const inOne = (cost: ThreeYearCost) => {
    const rate = rateOf(cost.currency);
    return rate ? convertCost(cost, rate) : cost;
  };
  const offers = shown.map(({ body, gate, proposal, against }) => {
    const { offer } = proposal;
    const rate = rateOf(offer.currency);
    const ended = offer.validUntil && isBefore(offer.validUntil, today) ? offer.validUntil : null;
    const known = own.of.get(body.id);
    return {
      ...{ id: body.id, body, gate, proposal, against, offer },
      // Once a body is chosen, an offer that has ended since says nothing about it.
      endedOn: isOpen ? ended : null,
      cost: inOne(threeYearCost(offer)),
      asExpected:
        expectation.kind === "calculated" ? inOne(threeYearCost({ ...offer, days: expectation.days })) : null,
      recertification: priceAudit(offer, "recertification"),
      oldRateOn: isOpen && rate && isBefore(addDays(rate.on, RATE_IS_OLD_AFTER_DAYS), today) ? rate.on : null,
      initial: initialDays(offer),
      days: judgeDays(body.name, initialDays(offer), expectation, personsInScope),
      stage2On: stage2On(offer),
      fits: fitsTarget(offer, targetOn),
      particulars: offer.particulars,
      marks: known?.marks ?? {},
      reputation: known?.reputation ?? null,
      known: known ?? null,
      isChosen: proposal.id === record.sourcing.chosenProposalId,
      isOut: gate.kind === "not_covered" || gate.kind === "lapsed" || gate.kind === "not_started",
    };
  });
  const candidates = offers.map((one) => ({ ...one, validUntil: one.endedOn }));
  const verdicts = judgeOffers(candidates, expectation, today);
  const scored = offers.map((one) => ({
    ...one,
    reputation: one.reputation?.points ?? null,
    earliestOn: one.offer.earliestOn,
    stageGapWeeks: one.offer.stageGapWeeks,
  }));
  const standing = scored.filter(({ isOut, endedOn }) => !isOut && endedOn === null);
  const points = scoreOffers(standing, expectation, targetOn);
  const weighable = [...points].map(([id, ofOne]) => ({ id, points: ofOne }));
  const weighing = rankOffers(weighable, own.weights);
  const columns = offers.map((one) => ({
    ...one,
    verdicts: verdicts.get(one.id) ?? [],
    points: points.get(one.id) ?? null,
    ranked: weighing.rows.find(({ id }) => id === one.id) ?? null,
  }));
  const stated = [...new Set(all.flatMap(({ proposal }) => proposal.offer.currency ?? []))].sort();
  return {
    ...{ all, columns, isOpen, expectation, currencies: currenciesOf(candidates), stated, weighing },
    stability: weighed.flatMap((key) => findStability(weighable, own.weights, key) ?? []),
  };
}

export type Comparison = ReturnType<typeof compareOffers>;
export type OfferColumn = Comparison["columns"][number];
