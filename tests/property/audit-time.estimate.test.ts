import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateTime } from "@/lib/audit-time/estimate";
import { fewestOf } from "@/lib/audit-time/persons";
import type { ScopeFacts, SiteProfile, TimeJudgement } from "@/lib/audit-time/profile";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";

const ISMS = "iso-27001-2022";
const QMS = "iso-9001-2015";
const simple = {
  sector: 1,
  processes: 1,
  maturity: 1,
  infrastructure: 1,
  outsourcing: 1,
  development: 1,
} as const;

const roles = fc.constantFrom<SiteProfile["role"][]>("set_a", "set_b", "always");
const counts = fc.record({
  permanent: fc.integer({ min: 1, max: 200 }),
  partTime: fc.integer({ min: 0, max: 50 }),
  contractors: fc.integer({ min: 0, max: 50 }),
});
const others = fc.array(fc.record({ counts, role: roles }), { maxLength: 8 });
const percent = fc.integer({ min: -30, max: -10 });
const integration = fc.integer({ min: 0, max: 20 });

function sitesOf(
  main: { permanent: number },
  more: readonly { counts: object; role: SiteProfile["role"] }[],
) {
  const hours = { partTimeHours: 2_000 };
  return [
    site("Main", { ...main, role: "central" }),
    ...more.map(({ counts: kinds, role }, index) => site(`Site ${index}`, { ...kinds, role })),
  ].map((one) => (one.partTime > 0 ? { ...one, ...hours } : one));
}

function estimate(facts: Partial<ScopeFacts>, judgement: Partial<TimeJudgement>) {
  const found = estimateTime(ISMS, scopeFacts(facts), timeJudgement(judgement));
  return found.kind === "estimated" ? found : expect.fail(JSON.stringify(found.problems));
}

test("several sites never take less than one, and no site rule breaks the floor of 70 % (IT-5, IT-11)", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      others,
      percent,
      fc.boolean(),
      (main, more, factor, sampling) => {
        const sites = sitesOf({ permanent: main }, more);
        const complexity = { percent: factor, reason: "Simple." };
        const { own, cycle, visits } = estimate({ sites, sampling, complexity: simple }, { complexity });
        expect(own.exact).toBeGreaterThanOrEqual(own.before * 70);
        expect(own.exact).toBeGreaterThanOrEqual(own.before * (100 + factor));
        expect(cycle.initial * 100).toBeGreaterThanOrEqual(own.exact);
        expect(cycle.stage1 + cycle.stage2).toBe(cycle.initial);
        for (const { sites: there, visits: visited, random } of visits) {
          expect(visited.initial).toBeLessThanOrEqual(there);
          expect(visited.surveillance).toBeLessThanOrEqual(visited.initial);
          expect(random).toBeLessThanOrEqual(visited.initial);
        }
      },
    ),
  );
});

test("factors and integration together leave at least 56 % of the tables (M11-1, M11-2)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_700 }), percent, integration, (persons, factor, saved) => {
      const chosen = { percent: factor, reason: "Simple." };
      const facts = {
        ...{ sites: [site("Office", { permanent: persons })], complexity: simple },
        others: [{ standardId: QMS, column: null }],
      };
      const both = { complexity: chosen, otherFactors: [{ standardId: QMS, ...chosen }] };
      const together = estimate(facts, { ...both, integration: { percent: saved, reason: "One system." } });
      const apart = estimate(facts, both);
      expect(together.cycle.initial).toBeLessThanOrEqual(apart.cycle.initial);
      expect(together.cycle.initial).toBeGreaterThanOrEqual((together.own.before * 56) / 100);
      expect(together.own.cycle).toEqual(apart.own.cycle);
    }),
  );
});

test("the persons that count lie between the root of a group and the heads (IT-1, IT-3)", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (persons, share) => {
        const fewest = fewestOf(persons);
        const countAs = fewest + Math.floor(share * (persons - fewest));
        const group = { siteId: "Office", task: "Calls", persons, countAs, reason: "One script." };
        const sites = [site("Office", { permanent: persons })];
        const { persons: counted } = estimate({ sites, groups: [group] }, {});
        expect(counted.effective).toBe(countAs);
        expect(counted.effective ** 2).toBeGreaterThanOrEqual(counted.headcount);
      },
    ),
  );
});
