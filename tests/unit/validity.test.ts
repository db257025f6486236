import { describe, expect, test } from "vitest";
import { type Day, day } from "@/lib/day";
import { certificateStates } from "@/lib/lifecycle/certificate-states";
import { isCertifiedOn } from "@/lib/lifecycle/standing";
import { type Lasting, type Validity, validityOn } from "@/lib/lifecycle/validity";

const effectiveFrom = day("2027-04-05");
const expiresOn = day("2030-04-04");
const states = certificateStates.filter((state) => state !== "none");
const days = ["2027-04-04", "2027-04-05", "2028-08-01", "2030-04-04", "2030-04-05"].map(day);

const on = (state: Lasting["state"], today: Day) => validityOn({ state, effectiveFrom, expiresOn }, today);

describe("what a certificate proves on a day (invariant 24)", () => {
  test.each<[Lasting["state"], string, Validity]>([
    ["active", "2027-04-04", "not_yet"],
    ["active", "2027-04-05", "valid"],
    ["active", "2030-04-04", "valid"],
    ["active", "2030-04-05", "expired"],
    ["suspended", "2028-08-01", "suspended"],
    ["suspended", "2030-04-05", "expired"],
    ["expired", "2030-04-05", "expired"],
    ["lapsed", "2031-01-01", "expired"],
    ["withdrawn", "2028-08-01", "withdrawn"],
    ["transferred_out", "2028-08-01", "transferred"],
    ["superseded", "2028-08-01", "replaced"],
  ])("%s on %s is %s", (state, today, validity) => {
    expect(on(state, day(today))).toBe(validity);
  });

  test("says valid exactly when the record counts the client as certified", () => {
    for (const state of states) {
      for (const today of days) {
        const certificate = {
          ...{ id: "c", version: 0, decisionId: "d", suspendedOn: null, suspendedUntil: null },
          ...{ state, effectiveFrom, expiresOn, decidedOn: effectiveFrom },
        };
        expect(on(state, today) === "valid").toBe(isCertifiedOn(certificate, today));
      }
    }
  });
});
