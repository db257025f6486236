import { describe, expect, test } from "vitest";
import { checkProfile } from "@/lib/audit-time/check-profile";
import { type ComplexityAnswers, judgeComplexity, type Points } from "@/lib/audit-time/complexity";
import type { ScopeFacts, TimeJudgement } from "@/lib/audit-time/profile";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";

const ISMS = "iso-27001-2022";

function answers(business: readonly Points[], technology: readonly Points[]): ComplexityAnswers {
  const [sector = 2, processes = 2, maturity = 2] = business;
  const [infrastructure = 2, outsourcing = 2, development = 2] = technology;
  return { sector, processes, maturity, infrastructure, outsourcing, development };
}

const HALVES: Record<string, readonly Points[][]> = {
  low: [
    [1, 1, 1],
    [1, 2, 1],
  ],
  medium: [
    [2, 2, 1],
    [1, 3, 1],
    [2, 2, 2],
  ],
  high: [
    [3, 2, 2],
    [3, 3, 3],
  ],
};

describe("the matrix of complexity (domain 2.3)", () => {
  test.each([
    ["high", "low", 5, 20],
    ["high", "medium", 10, 50],
    ["high", "high", 20, 100],
    ["medium", "low", -10, -5],
    ["medium", "medium", 0, 0],
    ["medium", "high", 10, 50],
    ["low", "low", -30, -10],
    ["low", "medium", -10, -5],
    ["low", "high", 5, 20],
  ])("business %s, technology %s: %i to %i %%", (business, technology, min, max) => {
    for (const one of HALVES[business] ?? [])
      for (const other of HALVES[technology] ?? []) {
        const result = judgeComplexity(answers(one, other));
        expect(result.business.level).toBe(business);
        expect(result.technology.level).toBe(technology);
        expect(result.range).toEqual({ min, max });
      }
  });
});

describe("what has to be corrected", () => {
  const check = (facts: Partial<ScopeFacts>, judgement: Partial<TimeJudgement> = {}, standard = ISMS) =>
    checkProfile(standard, scopeFacts(facts), timeJudgement(judgement));
  const low = { complexity: answers([1, 1, 1], [1, 1, 1]) };
  const factor = (percent: number) => ({ name: "Two data centres", percent, reason: "Both are in use." });
  const chosen = (percent: number) => ({ percent, reason: "Because." });
  const two = [
    site("Main", { permanent: 20, role: "central" }),
    site("Other", { permanent: 20, role: "set_a" }),
  ];

  test("nothing, of a scope without factors", () => {
    expect(check({})).toEqual([]);
  });

  test.each([-31, -9, 0, 5])("a factor of %i %% outside the range of low complexity", (percent) => {
    expect(check(low, { complexity: chosen(percent) })).toEqual([
      {
        field: "complexity.percent",
        sentence: expect.stringContaining("choose a factor from -30 to -10 % (IT-5)"),
      },
      ...(percent < -30
        ? [{ field: "complexity.percent", sentence: expect.stringContaining("(IT-5, IT-6)") }]
        : []),
    ]);
  });

  test.each([-30, -10])("nothing, of %i %% at either end of the range", (percent) => {
    expect(check(low, { complexity: chosen(percent) })).toEqual([]);
  });

  test("any factor but 0 % of medium complexity, and none at all", () => {
    const sentence = "Business is medium, technology is medium: the factor is exactly 0 % (IT-5).";
    for (const complexity of [chosen(1), chosen(-1), null])
      expect(check({}, { complexity })).toEqual([{ field: "complexity.percent", sentence }]);
  });

  test("a sum below -30 % is refused and not cut (IT-6)", () => {
    const judged = (percent: number) => check(low, { complexity: chosen(-20), factors: [factor(percent)] });
    expect(judged(-10)).toEqual([]);
    expect(judged(-11)).toEqual([
      {
        field: "factors.0.percent",
        sentence:
          "The factors add up to -31 %. Choose values that add up to -30 % or more: a lower sum is not cut there, it is refused (IT-5, IT-6).",
      },
    ]);
  });

  test("an integration of more than 20 %, or of one standard alone (M11-1)", () => {
    const others = [{ standardId: "iso-9001-2015", column: null }];
    expect(check({ others }, { integration: chosen(20) })).toEqual([]);
    expect(check({ others }, { integration: chosen(21) })).toMatchObject([{ field: "integration.percent" }]);
    expect(check({}, { integration: chosen(5) })).toMatchObject([{ field: "integration.percent" }]);
  });

  test("reductions of one site that add up to more than 50 % (MS-10, M11-3)", () => {
    const others = [{ standardId: "iso-9001-2015", column: null }];
    const more = { complexity: chosen(0), otherFactors: [{ standardId: "iso-9001-2015", ...chosen(-10) }] };
    const judged = (percent: number) =>
      check({ sites: two, others }, { ...more, siteReduction: chosen(percent), integration: chosen(20) });
    expect(judged(20)).toEqual([]);
    expect(judged(21)).toMatchObject([
      { field: "siteReduction.percent", sentence: expect.stringContaining("add up to 51 %") },
    ]);
    expect(check({}, { siteReduction: chosen(10) })).toMatchObject([{ field: "siteReduction.percent" }]);
    expect(check({ sites: two }, { siteReduction: chosen(-1) })).toEqual([
      { field: "siteReduction.percent", sentence: "Enter 0 or more." },
    ]);
  });

  test("a group below the root of its persons, without a reason, or larger than its site (IT-3)", () => {
    const sites = [site("Office", { permanent: 150 })];
    const group = { siteId: "Office", task: "Calls", persons: 101, countAs: 11, reason: "One script." };
    const judged = (more: object) => check({ sites, groups: [{ ...group, ...more }] });
    expect(judged({})).toEqual([]);
    expect(judged({ countAs: 10 })).toEqual([
      {
        field: "groups.0.countAs",
        sentence: "Enter 11 to 101: the root of 101 is the lowest number allowed (IT-3).",
      },
    ]);
    expect(judged({ countAs: 102 })).toMatchObject([{ field: "groups.0.countAs" }]);
    expect(judged({ reason: null })).toMatchObject([{ field: "groups.0.reason" }]);
    expect(judged({ reason: null, countAs: 101 })).toEqual([]);
    expect(judged({ persons: 151, countAs: null })).toMatchObject([{ field: "groups.0.persons" }]);
    expect(judged({ siteId: "Elsewhere" })).toMatchObject([{ field: "groups.0.siteId" }]);
    expect(check({ sites, groups: [group, { ...group, persons: 50 }] })).toMatchObject([
      { field: "groups.1.persons" },
    ]);
  });

  test("part-timers without hours, with more than a week, and hours of nobody (IT-2)", () => {
    const judged = (partTime: number, partTimeHours: number) =>
      check({ sites: [site("Office", { permanent: 5, partTime, partTimeHours })] });
    expect(judged(2, 4_000)).toEqual([]);
    for (const [count, hours] of [
      [2, 0],
      [2, 4_001],
      [0, 100],
    ] as const)
      expect(judged(count, hours)).toMatchObject([{ field: "sites.0.partTimeHours" }]);
  });

  test("several sites without a central function, or with two (MS-1, MS-2)", () => {
    const [main = site("Main"), other = site("Other")] = two;
    expect(check({ sites: two })).toEqual([]);
    expect(check({ sites: [other, { ...main, role: "always" }] })).toMatchObject([{ field: "sites.0.role" }]);
    expect(check({ sites: [main, { ...other, role: "central" }] })).toMatchObject([
      { field: "sites.1.role" },
    ]);
  });

  test("nobody at all, and a week of nothing", () => {
    expect(check({ sites: [site("Office")] })).toMatchObject([{ field: "sites.0.permanent" }]);
    expect(check({ fullWeek: 999 })).toMatchObject([{ field: "fullWeek" }]);
  });

  test("days that are missing where no table gives them, and days where one does (TIM-1)", () => {
    const stated = [{ standardId: ISMS, centidays: 3_000, reason: "By the progression." }];
    const many = { sites: [site("Office", { permanent: 10_701 })] };
    expect(check(many)).toEqual([
      {
        field: "stated.days",
        sentence:
          "The table ends at 10700 persons and you count 10701. State the days yourself, with the reason.",
      },
    ]);
    expect(check(many, { stated })).toEqual([]);
    expect(check({}, { stated })).toEqual([
      { field: "stated.days", sentence: "Leave the days empty: the table gives 8.5." },
    ]);
    const others = [{ standardId: "iso-22301-2019", column: null }];
    expect(check({ others })).toMatchObject([{ field: "others.0.days" }]);
  });

  test("the six answers missing for an ISMS, or given for another system", () => {
    expect(check({ complexity: null }, { complexity: null })).toMatchObject([{ field: "answers.sector" }]);
    expect(check({}, {}, "iso-9001-2015")).toMatchObject([{ field: "answers.sector" }]);
  });

  test("a table with columns and none chosen (M5-6)", () => {
    const facts = { complexity: null };
    const judged = (column: "high" | null) =>
      check({ ...facts, column }, { complexity: null }, "iso-14001-2015");
    expect(judged("high")).toEqual([]);
    expect(judged(null)).toMatchObject([{ field: "column" }]);
  });
});
