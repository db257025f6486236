import { expect, test } from "vitest";
import { estimateTime } from "@/lib/audit-time/estimate";
import type { ScopeFacts, TimeJudgement } from "@/lib/audit-time/profile";
import { planVisits } from "@/lib/audit-time/sampling";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";

const ISMS = "iso-27001-2022";
const QMS = "iso-9001-2015";

function estimate(facts: Partial<ScopeFacts>, judgement: Partial<TimeJudgement> = {}, standardId = ISMS) {
  const estimated = estimateTime(standardId, scopeFacts(facts), timeJudgement(judgement));
  return estimated.kind === "estimated" ? estimated : expect.fail(JSON.stringify(estimated.problems));
}

const simple = {
  sector: 1,
  processes: 1,
  maturity: 1,
  infrastructure: 1,
  outsourcing: 1,
  development: 1,
} as const;

test("part-time: 40 full weeks and 10 half ones are 45 persons, not 50", () => {
  const sites = [site("Office", { permanent: 40, partTime: 10, partTimeHours: 2_000 })];
  const { persons, own, cycle, steps } = estimate({ sites });
  // 10 x 20 / 40 = 5; 40 + 5 = 45, the last of the row 26–45 with 8.5 days (IT-2). 50 would be in 46–65 with 10.
  expect([persons.headcount, persons.effective, own.before]).toEqual([50, 45, 850]);
  // Stage 1: 30 % of 8.5 = 2.55, nearest half day 2.5; Stage 2: 6. 8.5 / 3 = 2.83 up to 3. 17 / 3 = 5.67 up to 6.
  expect(cycle).toEqual({ initial: 850, stage1: 250, stage2: 600, surveillance: 300, recertification: 600 });
  expect(steps.map(({ text }) => text)).toContain(
    "10 of them work part of the time: by a week of 40 hours they count as 5.",
  );
});

test("contractors: 60 employees, 8 contractors and 3 temporary persons are one row further, less two factors", () => {
  const sites = [site("Office", { permanent: 60, contractors: 8, temporary: 3 })];
  const factors = [{ name: "Recovery site", percent: 5, reason: "A second one is in use." }];
  const complexity = { percent: -20, reason: "One product, one platform." };
  const { persons, own, cycle, auditing } = estimate({ sites, complexity: simple }, { complexity, factors });
  // 60 + 8 + 3 = 71: row 66–85 with 11 days (IT-1). 60 alone would be in 46–65 with 10.
  expect([persons.effective, own.before]).toEqual([71, 1100]);
  // -20 + 5 = -15 %; 11 x 0.85 = 9.35, up to 9.5 (IT-5, IT-13). Stage 1: 2.85, nearest 3. 9.5 / 3 = 3.17; 19 / 3 = 6.33.
  expect(cycle).toEqual({ initial: 950, stage1: 300, stage2: 650, surveillance: 350, recertification: 650 });
  // 70 % of 9.5 days (IT-7).
  expect(auditing).toBe(665);
});

test("identical work: 100 of 200 persons take calls and count as ten, the lowest number, because somebody says why", () => {
  const sites = [site("Office", { permanent: 200 })];
  const group = {
    siteId: "Office",
    task: "Calls",
    persons: 100,
    countAs: 10,
    reason: "One script, no data.",
  };
  const { persons, own, cycle, steps } = estimate({ sites, groups: [group] });
  // 200 - 100 + √100 = 110: row 86–125 with 12 days (IT-3). All 200 would be in 176–275 with 14.
  expect([persons.headcount, persons.effective, own.before]).toEqual([200, 110, 1200]);
  // Stage 1: 3.6, nearest 3.5; 12 / 3 = 4; 24 / 3 = 8.
  expect(cycle).toEqual({ initial: 1200, stage1: 350, stage2: 850, surveillance: 400, recertification: 800 });
  expect(steps.some(({ text }) => text.includes("One script, no data."))).toBe(true);
  expect(estimate({ sites, groups: [{ ...group, countAs: null }] }).own.before).toBe(1400);
});

test("three sites: a head office and two alike, each by its own persons, and never less than as one site", () => {
  const sites = [
    site("Head office", { permanent: 60, role: "central" }),
    site("North", { permanent: 20, role: "set_a" }),
    site("South", { permanent: 30, role: "set_a" }),
  ];
  const siteReduction = { percent: 40, reason: "Central processes are looked at once." };
  const { own, cycle, visits } = estimate({ sites }, { siteReduction });
  // As one site 110 persons: 12 days. Rows: 60 -> 10, 30 -> 8.5, 20 -> 7. 10 + 8.5 x 0.6 + 7 x 0.6 = 19.3 (IT-11, MS-10).
  expect([own.before, own.exact]).toEqual([1200, 193_000]);
  // Up to 19.5. Stage 1: 5.85, nearest 6. 19.5 / 3 = 6.5; 39 / 3 = 13.
  expect(cycle).toEqual({
    initial: 1950,
    stage1: 600,
    stage2: 1350,
    surveillance: 650,
    recertification: 1300,
  });
  // √2 = 1.41 up to 2; 0.6 x 1.41 = 0.85 up to 1; 0.8 x 1.41 = 1.13 up to 2; a quarter of 2 up to 1 (MS-3, MS-4).
  expect(visits).toEqual([
    {
      role: "central",
      sites: 1,
      visits: { initial: 1, surveillance: 1, recertification: 1 },
      random: 0,
      rule: "MS-2",
    },
    {
      role: "set_a",
      sites: 2,
      visits: { initial: 2, surveillance: 1, recertification: 2 },
      random: 1,
      rule: "MS-3",
    },
  ]);
});

test("a network of small sites is never below its one-site figure (IT-11)", () => {
  const small = Array.from({ length: 9 }, (_, index) =>
    site(`Shop ${index}`, { permanent: 40, role: "set_a" }),
  );
  const sites = [site("Head office", { permanent: 10, role: "central" }), ...small];
  const siteReduction = { percent: 50, reason: "Central processes are looked at once." };
  // 370 persons as one site: 15 days. Visited: head office 5, and √9 = 3 shops of 8.5 at half: 5 + 3 x 4.25 = 17.75.
  expect(estimate({ sites }, { siteReduction }).own.exact).toBe(177_500);
  // With 1 person each: 10 + 9 = 19 persons are 7 days; 5 + 3 x 2.5 = 12.5.
  const tiny = sites.map((one) => ({ ...one, permanent: one.role === "central" ? 10 : 1 }));
  expect(estimate({ sites: tiny }, { siteReduction }).own.exact).toBe(125_000);
  // A head office without persons and a plant of 400 at half: 7.5, where one site of 400 takes 15 days.
  const empty = [site("Head office", { role: "central" }), site("Plant", { permanent: 400 })];
  const { own, steps } = estimate({ sites: empty }, { siteReduction });
  expect(own.exact).toBe(150_000);
  expect(steps.map(({ text }) => text)).toContain(
    "ISO/IEC 27001:2022: it may not be less than as one single site, so 15 days hold.",
  );
});

test("integrated: ISO/IEC 27001 with ISO 9001 for 100 persons, a fifth saved", () => {
  const facts = { sites: [site("Office", { permanent: 100 })], others: [{ standardId: QMS, column: null }] };
  const integration = { percent: 20, reason: "One system, one management review." };
  const { own, cycle, auditing } = estimate(facts, { integration });
  // Row 86–125: 12 days by 27006-1, 7 by MD 5; 12 + 7 = 19; 19 x 0.8 = 15.2, up to 15.5 (M11-1).
  // Stage 1: 4.65, nearest 4.5. 15.5 / 3 = 5.17; 31 / 3 = 10.33.
  expect(cycle).toEqual({
    initial: 1550,
    stage1: 450,
    stage2: 1100,
    surveillance: 550,
    recertification: 1050,
  });
  // ISO/IEC 27001 by itself stays 12 days: offers for this project are held against it.
  expect(own.cycle.initial).toBe(1200);
  // 80 % of 15.5 days, because one of the standards is under MD 5 (M5-4).
  expect(auditing).toBe(1240);
});

test("integrated over several sites, no two steps say the same", () => {
  const sites = [
    site("Head office", { permanent: 60, role: "central" }),
    site("North", { permanent: 60, role: "set_a" }),
  ];
  const others = [QMS, "iso-14001-2015"].map((standardId) => ({ standardId, column: "medium" as const }));
  const texts = estimate({ sites, others }).steps.map(({ text }) => text);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

test("integrated: both standards at their lowest are 44 % below the tables (M11-2)", () => {
  const facts = {
    ...{ sites: [site("Office", { permanent: 100 })], others: [{ standardId: QMS, column: null }] },
    complexity: simple,
  };
  const chosen = { percent: -30, reason: "Simple and well known." };
  const judgement = {
    ...{ complexity: chosen, otherFactors: [{ standardId: QMS, ...chosen }] },
    integration: { percent: 20, reason: "One system." },
  };
  // 19 x 0.7 x 0.8 = 10.64, up to 11.
  expect(estimate(facts, judgement).cycle.initial).toBe(1100);
});

test("above the table: somebody states the days and why, and factors apply to them", () => {
  const sites = [site("Office", { permanent: 11_000 })];
  const stated = [{ standardId: ISMS, centidays: 2_900, reason: "One day more than the last row." }];
  const factors = [{ name: "Several data centres", percent: 10, reason: "Three are in use." }];
  const { own, cycle, steps } = estimate({ sites }, { stated, factors });
  expect([own.before, own.source]).toEqual([2900, null]);
  // 29 x 1.1 = 31.9, up to 32. Stage 1: 9.6, nearest 9.5. 32 / 3 = 10.67; 64 / 3 = 21.33.
  expect(cycle).toEqual({
    initial: 3200,
    stage1: 950,
    stage2: 2250,
    surveillance: 1100,
    recertification: 2150,
  });
  expect(steps).toContainEqual({
    text: "ISO/IEC 27001:2022: 29 days, stated by hand. One day more than the last row.",
    rule: "TIM-1",
  });
});

test("what has to be corrected is said instead of a figure", () => {
  const facts = scopeFacts({ sites: [site("Office", { permanent: 11_000 })] });
  expect(estimateTime(ISMS, facts, timeJudgement())).toMatchObject({
    kind: "problems",
    problems: [{ field: "stated.days" }],
  });
});

test("the column of the table is the project's own (M5-6)", () => {
  const facts = { complexity: null, sites: [site("Plant", { permanent: 60 })] };
  const days = (column: "high" | "limited", standardId: string) =>
    estimate({ ...facts, column }, { complexity: null }, standardId).cycle.initial;
  expect([days("high", "iso-14001-2015"), days("limited", "iso-14001-2015")]).toEqual([800, 350]);
});

test("each set of similar sites has a sample of its own; sites of their own are all visited, 30 % a year in between", () => {
  const roles = ["central", ...Array(5).fill("set_a"), ...Array(2).fill("set_b"), ...Array(4).fill("always")];
  const visits = (qualifies: boolean) =>
    planVisits(roles, qualifies).map(
      ({ role, visits: { initial, surveillance, recertification }, random, rule }) => [
        ...[role, initial, surveillance, recertification, random, rule],
      ],
    );
  // √5 = 2.24, 0.6 x = 1.34, 0.8 x = 1.79; √2 as above; 30 % of 4 is 1.2 (MS-3, MS-5).
  expect(visits(true)).toEqual([
    ["central", 1, 1, 1, 0, "MS-2"],
    ["set_a", 3, 2, 2, 1, "MS-3"],
    ["set_b", 2, 1, 2, 1, "MS-3"],
    ["always", 4, 2, 4, 0, "MS-5"],
  ]);
  expect(visits(false)).toEqual([
    ["central", 1, 1, 1, 0, "MS-2"],
    ["set_a", 5, 2, 5, 0, "MS-1"],
    ["set_b", 2, 1, 2, 0, "MS-1"],
    ["always", 4, 2, 4, 0, "MS-5"],
  ]);
});
