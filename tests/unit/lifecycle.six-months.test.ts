import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { findSixMonthLimit, listMajorsPastLimit } from "@/lib/lifecycle/reading";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import { aFinding, aRecord, aStage1, aStage2 } from "@/tests/support/record";

const second = (over = {}) =>
  aStage2({ id: "stage-2b", startsOn: day("2027-11-02"), endsOn: day("2027-11-04"), ...over });
const numbers = (record: ProjectRecord, on: string) =>
  listMajorsPastLimit(record, day(on)).map(({ number }) => number);

describe("Six months after the last day of Stage 2 (DEC-6, DEC-7, INV-9)", () => {
  test("the limit counts from the last day of the Stage 2 that raised the major, that day included", () => {
    const record = aRecord({ findings: [aFinding({ state: "open", verifiedOn: null })] });
    expect(findSixMonthLimit(record, aFinding())).toBe("2027-10-14");
    expect(numbers(record, "2027-10-14")).toEqual([]);
    expect(numbers(record, "2027-10-15")).toEqual(["NC-001"]);
  });

  test("a major verified too late still asks for another Stage 2", () => {
    expect(
      numbers(aRecord({ findings: [aFinding({ verifiedOn: day("2027-10-15") })] }), "2027-12-01"),
    ).toEqual(["NC-001"]);
    expect(
      numbers(aRecord({ findings: [aFinding({ verifiedOn: day("2027-10-14") })] }), "2027-12-01"),
    ).toEqual([]);
  });

  test("a minor has no such limit, and a withdrawn major none any more", () => {
    const findings = [aFinding({ grade: "minor", state: "open" }), aFinding({ id: "f2", state: "void" })];
    expect(numbers(aRecord({ findings }), "2028-12-01")).toEqual([]);
  });

  test.each([
    ["reported", []],
    ["running", ["NC-001"]],
    ["terminated", ["NC-001"]],
  ] as const)("a later Stage 2 that is %s leaves %o past the limit", (state, expected) => {
    const record = aRecord({
      audits: [aStage1(), aStage2(), second({ state })],
      findings: [aFinding({ state: "open", verifiedOn: null })],
    });
    expect(numbers(record, "2027-11-10")).toEqual(expected);
  });

  test("a major of a follow-up audit counts from the latest Stage 2", () => {
    const followUp = aStage2({ id: "follow-up", kind: "follow_up", endsOn: day("2027-06-01") });
    const record = aRecord({
      audits: [aStage1(), aStage2(), followUp],
      findings: [aFinding({ auditId: "follow-up" })],
    });
    expect(findSixMonthLimit(record, aFinding({ auditId: "follow-up" }))).toBe("2027-10-14");
  });
});
