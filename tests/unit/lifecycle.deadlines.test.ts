import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import * as deadlines from "@/lib/lifecycle/deadlines";
import { defaultPolicy, type ExpiryConvention } from "@/lib/lifecycle/policy";

const policy = defaultPolicy;

describe("Validity of a certificate (6.6)", () => {
  test.each([
    ["2027-01-22", "three-years-minus-a-day", "2030-01-21"],
    ["2027-01-22", "three-years", "2030-01-22"],
    ["2027-01-22", "thirty-six-months", "2030-01-22"],
    ["2028-02-29", "three-years-minus-a-day", "2031-02-28"],
    ["2028-02-29", "three-years", "2031-02-28"],
    ["2028-02-29", "thirty-six-months", "2031-02-28"],
    ["2024-02-29", "three-years-minus-a-day", "2027-02-28"],
    ["2025-03-01", "three-years-minus-a-day", "2028-02-29"],
    ["2027-12-31", "three-years-minus-a-day", "2030-12-30"],
  ] as [string, ExpiryConvention, string][])(
    "decided on %s by %s: the last valid day is %s",
    (decided, convention, last) => {
      expect(deadlines.expiresOn(day(decided), convention).on).toBe(last);
      expect(deadlines.latestExpiry(day(decided)) >= last).toBe(true);
    },
  );

  test("a certificate takes effect on the day of the decision at the earliest (DEC-10)", () => {
    expect(deadlines.effectiveFrom(day("2027-05-25"))).toMatchObject({ on: "2027-05-25", rule: "DEC-10" });
  });

  test("a renewal and a restoration count from the old expiry (REC-5, REC-7)", () => {
    expect(deadlines.renewedExpiresOn(day("2030-05-24")).on).toBe("2033-05-24");
    expect(deadlines.restoredExpiresOn(day("2026-03-15")).on).toBe("2029-03-15");
    expect(deadlines.renewedExpiresOn(day("2028-02-29")).on).toBe("2031-02-28");
  });
});

describe("Limits in months", () => {
  test.each([
    ["2025-10-31", "2026-04-30"],
    ["2027-08-31", "2028-02-29"],
    ["2026-08-31", "2027-02-28"],
    ["2027-04-14", "2027-10-14"],
  ])("a major of a Stage 2 that ended on %s is verified by %s (DEC-6)", (lastDay, limit) => {
    expect(deadlines.sixMonthLimit(day(lastDay)).on).toBe(limit);
  });

  test("an expired certificate can be restored for six months (REC-7)", () => {
    expect(deadlines.restoreBy(day("2026-03-15")).on).toBe("2026-09-15");
  });

  test("first surveillance: twelve months after the decision, that day included (PRG-4, INV-23)", () => {
    expect(deadlines.surveillance1DueBy(day("2025-08-31")).on).toBe("2026-08-31");
    expect(deadlines.surveillance1DueBy(day("2028-02-29")).on).toBe("2029-02-28");
  });

  test("second surveillance: in the second calendar year, whenever the first was held (PRG-3)", () => {
    expect(deadlines.surveillance2DueBy(day("2025-08-31")).on).toBe("2027-12-31");
    expect(deadlines.surveillance2Target(day("2025-08-31"))).toBe("2027-08-31");
  });

  test("recertification starts three months before expiry (REC-10); a month back is no number of days", () => {
    expect(deadlines.recertificationTargetStart(day("2030-05-31")).on).toBe("2030-02-28");
    expect(deadlines.recertificationTargetStart(day("2028-02-29")).on).toBe("2027-11-29");
  });

  test("a suspension ends with the policy's months, and never after expiry (SUS-3, SUS-5)", () => {
    expect(deadlines.suspensionEnd(day("2027-08-31"), day("2030-01-01"), policy).on).toBe("2028-02-29");
    expect(deadlines.suspensionEnd(day("2029-12-01"), day("2030-01-01"), policy)).toMatchObject({
      on: "2030-01-01",
      because: "The certificate expires then; a suspension does not stop the clock.",
    });
  });
});

describe("Plan, closing and objections by policy", () => {
  test.each([
    ["major", "2027-05-14"],
    ["minor", "2027-05-14"],
    ["opportunity", null],
    ["conformity", null],
  ] as const)("the plan of a %s is due on %s", (grade, due) => {
    expect(deadlines.planDueOn(grade, day("2027-04-14"), policy).on).toBe(due);
  });

  test("a major is due after the policy's days, or at the six-month limit if that is earlier (majorVerifyBy)", () => {
    expect(deadlines.closureDueOn("major", day("2027-04-14"), policy)).toMatchObject({
      on: "2027-07-13",
      rule: "CAP-1",
    });
    const long = { ...policy, majorEvidenceDays: 184 };
    expect(deadlines.closureDueOn("major", day("2026-08-31"), long)).toMatchObject({
      on: "2027-02-28",
      rule: "DEC-6",
    });
  });

  test("a minor has no day: it is verified at the next audit", () => {
    expect(deadlines.closureDueOn("minor", day("2027-04-14"), policy)).toMatchObject({
      on: null,
      because: "A minor is verified at the next audit.",
    });
    expect(deadlines.closureDueOn("opportunity", day("2027-04-14"), policy)).toMatchObject({
      on: null,
      rule: "NC-5",
    });
  });

  test("the client objects within the policy's days, and a plan is sent two weeks ahead", () => {
    expect(deadlines.objectionDueOn(day("2027-02-26"), policy).on).toBe("2027-03-03");
    expect(deadlines.planSendBy(day("2027-03-10"), policy).on).toBe("2027-02-24");
    expect(deadlines.earliestStage2(day("2027-03-03"), policy).on).toBe("2027-03-17");
    expect(deadlines.earliestStage2(day("2027-03-03"), { ...policy, stageGapMinDays: 0 }).on).toBe(
      "2027-03-04",
    );
    expect(deadlines.requestDeadline(day("2027-03-03")).on).toBe("2027-03-03");
  });

  test("reminders fall at half and four fifths of the time", () => {
    expect(deadlines.remindersBetween(day("2027-04-14"), day("2027-05-14"), policy)).toEqual([
      "2027-04-29",
      "2027-05-08",
    ]);
    expect(deadlines.remindersBetween(day("2027-04-14"), day("2027-04-01"), policy)).toEqual([
      "2027-04-14",
      "2027-04-14",
    ]);
  });

  test("every deadline says its rule and why", () => {
    const some = [
      deadlines.planDueOn("major", day("2027-04-14"), policy),
      deadlines.surveillance2DueBy(day("2027-04-14")),
      deadlines.restoreBy(day("2027-04-14")),
    ];
    for (const { rule, because } of some) {
      expect(rule).toMatch(/^[A-Z]+-\d+$/);
      expect(because).toMatch(/^[A-Z0-9].*\.$/);
    }
  });
});
