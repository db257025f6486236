import { describe, expect, test } from "vitest";
import { countPersons, fewestOf } from "@/lib/audit-time/persons";
import { site } from "../support/scope-profile";

const WEEK = 4_000;

describe("the persons that the tables are read with", () => {
  test("contractors and temporary persons count as employees do (IT-1)", () => {
    const office = site("Office", { permanent: 60, contractors: 8, temporary: 3 });
    expect(countPersons([office], [], WEEK)).toMatchObject({ headcount: 71, effective: 71 });
  });

  test("part-timers count by their hours (IT-2)", () => {
    // 10 x 20 of 40 hours are 5 full weeks.
    const office = site("Office", { permanent: 40, partTime: 10, partTimeHours: 2_000 });
    expect(countPersons([office], [], WEEK)).toEqual({
      headcount: 50,
      partTimeHundredths: 500,
      takenOff: 0,
      effective: 45,
    });
  });

  test("the sum is rounded up once, not each site", () => {
    // Three times 13.33 of 40 hours are 0.99975 persons: one, where three rounded sites would be three.
    const sites = ["A", "B", "C"].map((name) => site(name, { partTime: 1, partTimeHours: 1_333 }));
    expect(countPersons(sites, [], WEEK)).toMatchObject({ partTimeHundredths: 100, effective: 1 });
    // Three times 13.34 are 1.0005: two.
    const more = ["A", "B", "C"].map((name) => site(name, { partTime: 1, partTimeHours: 1_334 }));
    expect(countPersons(more, [], WEEK).effective).toBe(2);
  });

  test("a third of a full week is no rounding error", () => {
    // 3 x 13 of 39 hours are exactly one person.
    const office = site("Office", { permanent: 9, partTime: 3, partTimeHours: 1_300 });
    expect(countPersons([office], [], 3_900).effective).toBe(10);
  });

  test("a group of identical work counts as all unless somebody chose fewer (IT-3)", () => {
    const office = site("Office", { permanent: 200 });
    const group = { siteId: "Office", task: "Calls", persons: 100, reason: null };
    expect(countPersons([office], [{ ...group, countAs: null }], WEEK).effective).toBe(200);
    expect(countPersons([office], [{ ...group, countAs: 10 }], WEEK)).toMatchObject({
      headcount: 200,
      takenOff: 90,
      effective: 110,
    });
  });

  test.each([
    [1, 1],
    [2, 2],
    [4, 2],
    [5, 3],
    [100, 10],
    [101, 11],
    [1_000_000, 1_000],
  ])("a group of %i counts as %i at least (IT-3)", (persons, fewest) => {
    expect(fewestOf(persons)).toBe(fewest);
  });
});
