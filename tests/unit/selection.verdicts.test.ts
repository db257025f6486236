import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { expectDays } from "@/lib/selection/expectation";
import type { ThreeYearCost } from "@/lib/selection/three-year-cost";
import { type Candidate, currenciesOf, judgeOffers } from "@/lib/selection/verdicts";

const TODAY = day("2027-01-11");
const expectation = expectDays("iso-27001-2022", 85);

function cost(totalMinor: number | null, currency = "EUR", missing: string[] = []): ThreeYearCost {
  return { currency, parts: [], missing, totalMinor, auditCentidays: null, perDayMinor: null };
}

function candidate(id: string, more: Partial<Candidate> = {}): Candidate {
  const gate = { kind: "covered", sentence: "Accredited for ISO/IEC 27001." } as const;
  return { id, gate, validUntil: null, cost: cost(3_000_000), initial: 1100, ...more };
}

const judge = (...candidates: Candidate[]) => Object.fromEntries(judgeOffers(candidates, expectation, TODAY));

test("the lowest total and the days closest to the expected ones stand out", () => {
  expect(
    judge(candidate("a", { initial: 1300 }), candidate("b", { cost: cost(2_500_000), initial: 1000 })),
  ).toEqual({
    a: [],
    b: ["Lowest cost over three years", "Closest to the expected days"],
  });
});

test("a body without accreditation is out, and its price does not count", () => {
  const gate = { kind: "lapsed", sentence: "Not eligible: the accreditation ended on 1 Oct 2026." } as const;
  const out = candidate("a", { gate, cost: cost(1), initial: 1100 });
  const verdicts = judge(out, candidate("b"), candidate("c", { cost: cost(3_100_000), initial: 1200 }));
  expect(verdicts.a).toEqual(["Not eligible: the accreditation ended on 1 Oct 2026."]);
  expect(verdicts.b).toEqual(["Lowest cost over three years", "Closest to the expected days"]);
});

test("an offer that ended is out", () => {
  expect(judge(candidate("a", { validUntil: day("2027-01-10") })).a).toEqual([
    "The offer ended on 10 Jan 2027.",
  ]);
  expect(judge(candidate("a", { validUntil: TODAY })).a).toEqual([]);
});

test("totals of different currencies are not compared", () => {
  const offers = [candidate("a"), candidate("b", { cost: cost(1, "CHF"), initial: 900 })];
  expect(currenciesOf(offers)).toEqual(["CHF", "EUR"]);
  expect(judge(...offers)).toEqual({ a: ["Closest to the expected days"], b: [] });
});

test("nobody is called cheapest while a lower incomplete total may stay lower", () => {
  const doubtful = candidate("a", { cost: cost(2_000_000, "EUR", ["Travel"]), initial: 1000 });
  const others = [
    candidate("b", { initial: 1000 }),
    candidate("c", { cost: cost(3_100_000), initial: 1000 }),
  ];
  expect(judge(doubtful, ...others).b).toEqual([]);
  const dearer = candidate("a", { cost: cost(3_050_000, "EUR", ["Travel"]), initial: 1000 });
  expect(judge(dearer, ...others).b).toContain("Lowest cost over three years");
});

test("days that all offers have in common stand out for nobody", () => {
  expect(judge(candidate("a"), candidate("b", { cost: cost(3_100_000) }))).toEqual({
    a: ["Lowest cost over three years"],
    b: [],
  });
});

test("one offer alone is neither cheapest nor closest", () => {
  expect(judge(candidate("a"))).toEqual({ a: [] });
});
