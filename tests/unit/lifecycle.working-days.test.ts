import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { closureDueOn, objectionDueOn, planDueOn, planSendBy } from "@/lib/lifecycle/deadlines";
import { defaultPolicy, type Policy, policyFor } from "@/lib/lifecycle/policy";
import { countDays, isWorkingDay } from "@/lib/lifecycle/working-days";

const business: Policy = {
  ...defaultPolicy,
  dayCount: "business",
  holidays: [day("2027-03-26"), day("2027-03-29")],
};
/** A Friday. */
const FRIDAY = day("2027-03-12");

describe("A body that counts in business days", () => {
  test.each([
    [FRIDAY, 1, "2027-03-15"],
    [FRIDAY, 5, "2027-03-19"],
    // Good Friday and Easter Monday are left out.
    ["2027-03-25", 1, "2027-03-30"],
    ["2027-03-30", -1, "2027-03-25"],
    ["2027-03-15", -1, "2027-03-12"],
    ["2027-03-13", 1, "2027-03-15"],
    ["2027-03-13", 0, "2027-03-13"],
  ] as const)("%s and %i days is %s", (from, days, on) => {
    expect(countDays(day(from), days, business)).toBe(on);
  });

  test("weekends and its holidays are no working days", () => {
    expect(
      ["2027-03-12", "2027-03-13", "2027-03-14", "2027-03-26"].map((on) => isWorkingDay(day(on), business)),
    ).toEqual([true, false, false, false]);
  });

  test("says so in each deadline", () => {
    expect(planDueOn("minor", FRIDAY, { ...business, planDays: 10 })).toMatchObject({
      on: "2027-03-30",
      because: "10 business days after the audit's last day, 12 Mar 2027.",
    });
    expect(objectionDueOn(FRIDAY, business)).toMatchObject({ on: "2027-03-19", rule: "TEAM-5" });
    expect(planSendBy(day("2027-03-30"), { ...business, planLeadDays: 2 })).toMatchObject({
      on: "2027-03-24",
    });
  });

  test("a major never has more than the six months after Stage 2 (DEC-6)", () => {
    const long = { ...business, planDays: 184, majorEvidenceDays: 184 };
    for (const deadline of [planDueOn("major", FRIDAY, long), closureDueOn("major", FRIDAY, long)])
      expect(deadline).toMatchObject({ on: "2027-09-12", rule: "DEC-6" });
    expect(planDueOn("minor", FRIDAY, long).on).toBe("2027-11-29");
  });
});

test("days count from the day of issue where the body says so; the six months do not (DEC-7)", () => {
  const policy: Policy = { ...defaultPolicy, countFrom: "issue_day", majorEvidenceDays: 184 };
  const issuedOn = day("2027-03-20");
  expect(planDueOn("major", FRIDAY, policy, issuedOn)).toMatchObject({
    on: "2027-04-19",
    because: "30 days after the day of issue, 20 Mar 2027.",
  });
  expect(closureDueOn("major", FRIDAY, policy, issuedOn)).toMatchObject({ on: "2027-09-12", rule: "DEC-6" });
  expect(planDueOn("major", FRIDAY, policy).on).toBe("2027-04-11");
});

test("a scheme's own settings stand over the body's, and those over the defaults", () => {
  const kept = { planDays: 20, objectionDays: 7, schemes: { "ISO/IEC 27001": { planDays: 10 } } };
  expect(policyFor(kept, "ISO/IEC 27001")).toEqual({ ...defaultPolicy, planDays: 10, objectionDays: 7 });
  expect(policyFor(kept, "ISO 9001")).toEqual({ ...defaultPolicy, planDays: 20, objectionDays: 7 });
  expect(policyFor(kept, null).planDays).toBe(20);
  expect(policyFor(null, "ISO 9001")).toEqual(defaultPolicy);
});
