import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuditTime, initialAuditTime, type Rounding } from "@/lib/audit-time/calculation";
import { siteSample } from "@/lib/audit-time/sampling";

const persons = fc.integer({ min: 1, max: 10_700 });
const factors = fc.integer({ min: -100, max: 500 });
const standardIds = fc.constantFrom("iso-27001-2022", "iso-9001-2015");
const roundings = fc.constantFrom<Rounding[]>("half-day-up", "half-day-nearest", "whole-day-up");
const shares = fc.integer({ min: 25, max: 33 });

function calculate(
  standardId: string,
  persons: number,
  factorPercent: number,
  rounding: Rounding,
  stage1Percent = 30,
) {
  const time = initialAuditTime({ standardId, persons, factorPercent }, { rounding, stage1Percent });
  return time.kind === "calculated" ? time : expect.fail("inside the table there is always a figure");
}

const tableOf = (time: AuditTime) => time.steps[0]?.centidays ?? expect.fail("the first step is the table");

test("no audit is planned below 70 % of the table, whatever the factors and the rounding (IT-5, invariant 14)", () => {
  fc.assert(
    fc.property(standardIds, persons, factors, roundings, (id, count, percent, rounding) => {
      const time = calculate(id, count, percent, rounding);
      expect(time.initial * 100).toBeGreaterThanOrEqual(tableOf(time) * 70);
      expect(time.isFloorApplied).toBe(percent < -30);
    }),
  );
});

test("planned days are half days, and the two stages together are the initial audit", () => {
  fc.assert(
    fc.property(standardIds, persons, factors, roundings, shares, (id, count, percent, rounding, share) => {
      const time = calculate(id, count, percent, rounding, share);
      for (const centidays of [
        time.initial,
        time.stage1,
        time.stage2,
        time.surveillance,
        time.recertification,
      ]) {
        expect(centidays % 50).toBe(0);
        expect(centidays).toBeGreaterThan(0);
      }
      expect(time.stage1 + time.stage2).toBe(time.initial);
      expect(time.stage1).toBeLessThanOrEqual(time.stage2);
    }),
  );
});

test("rounding up never plans less than was calculated, and never a half day more", () => {
  fc.assert(
    fc.property(standardIds, persons, fc.integer({ min: -30, max: 500 }), (id, count, percent) => {
      const time = calculate(id, count, percent, "half-day-up");
      const exact = (tableOf(time) * (100 + percent)) / 100;
      expect(time.initial).toBeGreaterThanOrEqual(exact);
      expect(time.initial).toBeLessThan(exact + 50);
    }),
  );
});

test("more persons or a higher factor never make an audit shorter", () => {
  fc.assert(
    fc.property(standardIds, persons, persons, factors, factors, roundings, (id, a, b, p, q, rounding) => {
      const small = calculate(id, Math.min(a, b), Math.min(p, q), rounding);
      const large = calculate(id, Math.max(a, b), Math.max(p, q), rounding);
      expect(large.initial).toBeGreaterThanOrEqual(small.initial);
      expect(large.surveillance).toBeGreaterThanOrEqual(small.surveillance);
      expect(large.recertification).toBeGreaterThanOrEqual(small.recertification);
    }),
  );
});

test("a sample never grows faster than the sites, and surveillance never samples more than the others (MS-3)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (sites) => {
      const initial = siteSample(sites, "initial");
      expect(siteSample(sites + 1, "initial") - initial).toBeLessThanOrEqual(1);
      expect(initial).toBeLessThanOrEqual(sites);
      expect(siteSample(sites, "surveillance")).toBeLessThanOrEqual(siteSample(sites, "recertification"));
      expect(siteSample(sites, "recertification")).toBeLessThanOrEqual(initial);
    }),
  );
});
