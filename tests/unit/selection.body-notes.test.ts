import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import type { Accreditation } from "@/lib/selection/accreditation-gate";
import { type BodyNoteKind, formatGrade, reputationOf } from "@/lib/selection/body-notes";
import { type PlannedDecision, warnOfLapses } from "@/lib/selection/lapse";

const note = (kind: BodyNoteKind, grade: number | null = null) => ({ kind, grade });
const references = (...grades: number[]) => grades.map((grade) => note("reference", grade));

describe("the reputation of a body", () => {
  test("is no figure below three references, whatever the own experience says", () => {
    const { points, references: asked } = reputationOf([note("experience", 5), ...references(5, 5)]);
    expect(points).toBeNull();
    expect(asked).toEqual({ count: 2, mean: 500 });
  });

  test("is the mean of all grades, 1 as 0 points and 5 as 100", () => {
    expect(reputationOf(references(1, 1, 1)).points).toBe(0);
    expect(reputationOf(references(5, 5, 5)).points).toBe(100);
    // (3 + 4 + 4 + 5) / 4 = 4.00, which is three quarters of the way from 1 to 5.
    expect(reputationOf([note("experience", 3), ...references(4, 4, 5)]).points).toBe(75);
    // 13 / 3 = 4.33: (4.33 - 1) × 25 = 83.25, rounded to 83.
    expect(reputationOf(references(4, 4, 5)).points).toBe(83);
  });

  test("loses ten points for each published complaint, and never goes below 0", () => {
    expect(reputationOf([...references(4, 4, 4), note("complaint")]).points).toBe(65);
    expect(reputationOf([...references(1, 1, 1), note("complaint"), note("complaint")]).points).toBe(0);
    expect(reputationOf([note("complaint"), note("check")])).toMatchObject({ complaints: 1, points: null });
  });

  test.each([
    [433, "4.3"],
    [435, "4.4"],
    [500, "5.0"],
  ])("%i hundredths read %s", (hundredths, words) => {
    expect(formatGrade(hundredths)).toBe(words);
  });
});

describe("the end of an accreditation", () => {
  const TODAY = day("2027-01-11");
  const held = (id: string, validTo: string | null, scheme = "ISO/IEC 27001") => {
    const rest = { recognition: null, checkedOn: null, checkedBy: null, sourceUrl: null, validFrom: null };
    return {
      id,
      accreditationBody: "UKAS",
      number: id,
      scheme,
      validTo: validTo ? day(validTo) : null,
      ...rest,
    };
  };
  const warn = (all: (Accreditation & { id: string })[], planned: PlannedDecision[] = []) =>
    Object.fromEntries(warnOfLapses(all, TODAY, planned));

  test.each([
    ["2027-01-10", ["Ended on 10 Jan 2027."]],
    ["2027-01-11", ["Ends on 11 Jan 2027, today."]],
    ["2027-01-12", ["Ends on 12 Jan 2027, in 1 day."]],
    ["2027-04-11", ["Ends on 11 Apr 2027, in 90 days."]],
  ])("on %s is told", (validTo, words) => {
    expect(warn([held("a", validTo)])).toEqual({ a: words });
  });

  test("is not told later than 90 days ahead, nor without an end", () => {
    expect(warn([held("a", "2027-04-12"), held("b", null, "ISO 9001")])).toEqual({});
  });

  test("is told for every project that is decided after it, for its standard alone", () => {
    const planned = [
      { project: "Hosting", scheme: "ISO/IEC 27001", on: day("2027-09-30") },
      { project: "Early", scheme: "ISO/IEC 27001", on: day("2027-06-01") },
      { project: "Quality", scheme: "ISO 9001", on: day("2027-12-31") },
    ];
    expect(warn([held("a", "2027-06-01")], planned)).toEqual({
      a: ["Ends on 1 Jun 2027, before the planned decision on Hosting on 30 Sep 2027."],
    });
  });

  test("where one follows another, only the last one speaks", () => {
    expect(warn([held("old", "2027-01-01"), held("new", "2027-02-01")])).toEqual({
      new: ["Ends on 1 Feb 2027, in 21 days."],
    });
  });
});
