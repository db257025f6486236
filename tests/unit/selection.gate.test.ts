import { describe, expect, test } from "vitest";
import { type Day, day } from "@/lib/day";
import { type Accreditation, checkAccreditation, schemeOf } from "@/lib/selection/accreditation-gate";

const TODAY = day("2027-01-11");
const DECISION = day("2027-09-30");
const SCHEME = "ISO/IEC 27001";

function held(validFrom: Day | null, validTo: Day | null, scheme = SCHEME): Accreditation {
  const rest = { recognition: null, checkedOn: null, checkedBy: null, sourceUrl: null };
  return { accreditationBody: "UKAS", scheme, number: "0099", validFrom, validTo, ...rest };
}

const check = (...accreditations: Accreditation[]) =>
  checkAccreditation(accreditations, SCHEME, TODAY, DECISION);

test("an accreditation covers a standard, not one edition of it", () => {
  expect(schemeOf("ISO/IEC 27001:2022")).toBe("ISO/IEC 27001");
});

describe("the gate", () => {
  test.each([
    ["covered", held(null, null)],
    ["covered", held(TODAY, DECISION)],
    ["not_covered", held(null, null, "ISO 9001")],
    ["not_started", held(day("2027-01-12"), null)],
    ["lapsed", held(null, day("2027-01-10"))],
    ["ends_early", held(null, TODAY)],
    ["ends_early", held(null, day("2027-09-29"))],
  ] as const)("is %s", (kind, accreditation) => {
    expect(check(accreditation).kind).toBe(kind);
  });

  test("without any accreditation says that none is known", () => {
    expect(check().sentence).toBe("Not eligible: no accreditation for ISO/IEC 27001 is known.");
  });

  test("of several the one that lasts longest speaks, and one without an end lasts for ever", () => {
    const short = held(null, day("2027-01-01"));
    const long = held(null, day("2028-01-01"));
    const endless = held(null, null);
    expect(check(short, long).held).toBe(long);
    expect(check(long, short).held).toBe(long);
    expect(check(long, endless, short).held).toBe(endless);
  });
});
