import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { firstCycle } from "@/lib/lifecycle/first-cycle";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import type { ProjectRecord } from "@/lib/lifecycle/record";

const recordWith = (transitionEndsOn: string | null) =>
  ({
    edition: {
      publishedOn: day("2022-10-25"),
      lastNewCertificateOn: null,
      transitionEndsOn: transitionEndsOn && day(transitionEndsOn),
    },
  }) as ProjectRecord;

test.each([
  ["three-years-minus-a-day", "2027-01-22", "2030-01-21"],
  ["three-years", "2027-01-22", "2030-01-22"],
  ["thirty-six-months", "2027-01-22", "2030-01-22"],
  ["three-years-minus-a-day", "2028-02-29", "2031-02-28"],
] as const)(
  "with %s, a certificate decided on %s is valid until %s (6.6)",
  (expiryConvention, decidedOn, until) => {
    const cycle = firstCycle(recordWith(null), day(decidedOn), { ...defaultPolicy, expiryConvention });
    expect(cycle.effectiveFrom.on).toBe(decidedOn);
    expect(cycle.expiresOn.on).toBe(until);
  },
);

test("no certificate outlasts the transition of its edition (3.8)", () => {
  const cycle = firstCycle(recordWith("2028-10-31"), day("2027-01-22"), defaultPolicy);
  expect(cycle.expiresOn).toMatchObject({ on: "2028-10-31", rule: "EDN-1" });
});
