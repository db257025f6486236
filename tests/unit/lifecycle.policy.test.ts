import { describe, expect, test } from "vitest";
import { boundPolicy, defaultPolicy, type Policy, policyBounds } from "@/lib/lifecycle/policy";
import { sentenceOf } from "@/lib/lifecycle/refusal";

describe("What a body may set (domain.md 5.4)", () => {
  test("the defaults are within their bounds: plan 30 days, majors 90 days, forwarding off", () => {
    expect(boundPolicy(defaultPolicy)).toEqual([]);
    expect(defaultPolicy).toMatchObject({
      planDays: 30,
      majorEvidenceDays: 90,
      forwarding: false,
      remindAtPercent: [50, 80],
    });
  });

  test.each([
    [{ suspensionMonths: 7 }, "Months of suspension: enter a whole number from 1 to 6."],
    [{ majorEvidenceDays: 185 }, "Days for closing a major: enter a whole number from 1 to 184."],
    [{ objectionDays: 0.5 }, "Days to object to the team: enter a whole number from 1 to 60."],
    [{ planDays: Number.NaN }, "Days for the plan: enter a whole number from 1 to 184."],
    [
      { planDays: 91 },
      "A plan cannot be due later than the closing of a major. Lower the days for the plan.",
    ],
    [
      { stageGapWarnMonths: 7 },
      "The warning about the time between the stages must come before the limit. Lower its months.",
    ],
    [
      { remindAtPercent: [50, 100] },
      "Reminders are sent at more than 0 % and less than 100 % of the time. Change the percentages.",
    ],
  ] as [Partial<Policy>, string][])("%o is refused", (change, sentence) => {
    expect(boundPolicy({ ...defaultPolicy, ...change }).map(sentenceOf)).toEqual([sentence]);
  });

  test.each([
    [{ majorEvidenceDays: 185 }, "DEC-6", "ISO/IEC 17021-1 9.5.3.2"],
    [{ suspensionMonths: 7 }, "SUS-5", "ISO/IEC 17021-1 9.6.5.4"],
    [{ objectionDays: 0 }, "TEAM-5", "ISO/IEC 17021-1 9.2.3.5"],
  ])("%o is refused with the rule that the number serves and its clause", (change, rule, clause) => {
    expect(boundPolicy({ ...defaultPolicy, ...change })).toMatchObject([{ rule, clause }]);
  });

  test("each bound itself is allowed", () => {
    for (const [key, { least, most }] of Object.entries(policyBounds)) {
      const lax = {
        ...defaultPolicy,
        planDays: 1,
        majorEvidenceDays: 184,
        stageGapWarnMonths: 1,
        stageGapJustifyMonths: 12,
      };
      expect(
        boundPolicy({ ...lax, [key]: key === "stageGapWarnMonths" ? 12 : least }),
        `${key} least`,
      ).toEqual([]);
      expect(boundPolicy({ ...lax, [key]: most }), `${key} most`).toEqual([]);
    }
  });
});
