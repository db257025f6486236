import { describe, expect, test } from "vitest";
import {
  type AuditTime,
  type AuditTimePolicy,
  compareToTable,
  DEFAULT_AUDIT_TIME_POLICY,
  initialAuditTime,
} from "@/lib/audit-time/calculation";

function calculate(persons: number, factorPercent: number, policy: Partial<AuditTimePolicy> = {}): AuditTime {
  const input = { standardId: "iso-27001-2022", persons, factorPercent };
  const time = initialAuditTime(input, { ...DEFAULT_AUDIT_TIME_POLICY, ...policy });
  return time.kind === "calculated" ? time : expect.fail(`no figure for ${persons} persons`);
}

describe("initial audit time (domain 2.2)", () => {
  test("every step is kept with its rule", () => {
    expect(calculate(40, -15)).toEqual({
      kind: "calculated",
      row: { minPersons: 26, maxPersons: 45 },
      source: "ISO/IEC 27006-1:2024",
      steps: [
        { step: "table", rule: "IT-1", centidays: 850 },
        { step: "factors", rule: "IT-5", centidays: 723 },
        { step: "floor", rule: "IT-5", centidays: 723 },
        { step: "rounding", rule: "IT-13", centidays: 750 },
      ],
      isFloorApplied: false,
      initial: 750,
      stage1: 250,
      stage2: 500,
      surveillance: 250,
      recertification: 500,
    });
  });

  test.each([
    // persons, factors, initial, Stage 1, Stage 2, surveillance, recertification
    [10, 0, 500, 150, 350, 200, 350],
    [15, 0, 600, 200, 400, 200, 400],
    [45, 0, 850, 250, 600, 300, 600],
    [125, 0, 1200, 350, 850, 400, 800],
    [200, 0, 1400, 400, 1000, 500, 950],
    [200, 10, 1550, 450, 1100, 550, 1050],
    [10, -30, 350, 100, 250, 150, 250],
    [15, -30, 450, 150, 300, 150, 300],
    [10, 100, 1000, 300, 700, 350, 700],
    [10_700, 0, 2800, 850, 1950, 950, 1900],
  ])(
    "%d persons with %d %% take %d centidays, Stage 1 %d and Stage 2 %d",
    (persons, factors, ...expected) => {
      const { initial, stage1, stage2, surveillance, recertification } = calculate(persons, factors);
      expect([initial, stage1, stage2, surveillance, recertification]).toEqual(expected);
    },
  );

  test("factors below -30 % are cut at 70 % of the table, and that is said (IT-5, IT-6)", () => {
    const time = calculate(45, -45);
    expect(time.steps.map(({ centidays }) => centidays)).toEqual([850, 468, 595, 600]);
    expect(time.isFloorApplied).toBe(true);
    expect(calculate(45, -30).isFloorApplied).toBe(false);
    expect(calculate(45, -30).initial).toBe(time.initial);
  });

  test("a body rounds as its policy says, never below 70 % (IT-13, M5-2)", () => {
    const round = (persons: number, factors: number) =>
      (["half-day-up", "half-day-nearest", "whole-day-up"] as const).map(
        (rounding) => calculate(persons, factors, { rounding }).initial,
      );
    expect(round(125, 0)).toEqual([1200, 1200, 1200]);
    expect(round(45, 0)).toEqual([850, 850, 900]);
    expect(round(125, 1)).toEqual([1250, 1200, 1300]);
    expect(round(125, 3)).toEqual([1250, 1250, 1300]);
    // 70 % of 6 days is 4.2; the nearest half day, 4.0, would be a reduction of a third.
    expect(round(15, -30)).toEqual([450, 450, 500]);
  });

  test.each([
    [25, 300],
    [30, 350],
    [33, 400],
  ])(
    "with a Stage 1 share of %d %% twelve days give %d centidays of Stage 1 (IT-12)",
    (stage1Percent, stage1) => {
      const time = calculate(125, 0, { stage1Percent });
      expect([time.stage1, time.stage2]).toEqual([stage1, 1200 - stage1]);
    },
  );

  test("the smallest quality audit still has half a day of Stage 1 and one day a year (M5-5)", () => {
    const time = initialAuditTime({ standardId: "iso-9001-2015", persons: 3, factorPercent: -30 });
    expect(time).toMatchObject({
      initial: 150,
      stage1: 50,
      stage2: 100,
      surveillance: 100,
      recertification: 100,
    });
  });

  test("the steps of a quality audit cite IAF MD 5", () => {
    const time = initialAuditTime({ standardId: "iso-9001-2015", persons: 40, factorPercent: 0 });
    const rules = time.kind === "calculated" ? time.steps.map(({ rule }) => rule) : [];
    expect(rules).toEqual(["M5-1", "M5-3", "M5-3", "M5-2"]);
  });

  test("the complexity chooses the column", () => {
    const input = { standardId: "iso-14001-2015", persons: 60, factorPercent: 0 };
    expect(initialAuditTime({ ...input, complexity: "high" })).toMatchObject({
      initial: 800,
      source: "IAF MD 5",
    });
    expect(initialAuditTime({ ...input, complexity: "limited" })).toMatchObject({ initial: 350 });
    expect(initialAuditTime(input)).toMatchObject({ kind: "manual", reason: { code: "complexity-needed" } });
  });

  test("above the table and without a table a person has to state the days", () => {
    const above = initialAuditTime({ standardId: "iso-27001-2022", persons: 10_701, factorPercent: 0 });
    expect(above).toMatchObject({ kind: "manual", reason: { code: "above-table", lastPersons: 10_700 } });
    const without = initialAuditTime({ standardId: "iso-22301-2019", persons: 10, factorPercent: 0 });
    expect(without).toEqual({ kind: "manual", reason: { code: "no-table" } });
  });

  test.each([-101, 501, 0.5, Number.NaN])("a sum of factors of %d %% is refused", (factorPercent) => {
    expect(() => calculate(10, factorPercent)).toThrow(
      /The sum of factors is .*: give a whole number from -100 to 500\./,
    );
  });

  test.each([24, 34, 30.5])("a Stage 1 share of %d %% is refused", (stage1Percent) => {
    expect(() => calculate(10, 0, { stage1Percent })).toThrow(/give a whole number from 25 to 33\./);
  });
});

describe("a proposal against the table", () => {
  test.each([
    [850, 850, 0, 0, false],
    [700, 850, -150, -18, false],
    [595, 850, -255, -30, false],
    [594, 850, -256, -30, true],
    [1000, 850, 150, 18, false],
    [0, 850, -850, -100, true],
    [849, 850, -1, 0, false],
  ])(
    "%d of %d centidays: %d apart, %d %%, below the floor: %s (IT-5)",
    (offered, table, difference, percent, isBelow) => {
      expect(compareToTable(offered, table)).toEqual({
        differenceCentidays: difference,
        percent,
        isBelowFloor: isBelow,
      });
    },
  );

  test("a comparison with nothing is refused", () => {
    expect(() => compareToTable(850, 0)).toThrow(/The table's days is 0/);
    expect(() => compareToTable(-1, 850)).toThrow(/The offered days is -1/);
  });
});
