import { describe, expect, test } from "vitest";
import { estimateTime } from "@/lib/audit-time/estimate";
import { expectByProfile, expectDays, judgeDays } from "@/lib/selection/expectation";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";

const ISMS = "iso-27001-2022";

describe("the expected days", () => {
  test("come from the table for the persons in scope (IT-1, IT-8, IT-9, IT-12)", () => {
    const expectation = expectDays(ISMS, 85);
    // Table 66–85: 11 days. A third is 3.67, rounded up to 4; two thirds are 7.33, rounded up to 7.5.
    expect(expectation).toMatchObject({
      kind: "calculated",
      initial: 1100,
      days: { stage1: 350, stage2: 750, surveillance1: 400, surveillance2: 400, recertification: 750 },
    });
    const steps = expectation.kind === "calculated" ? expectation.steps.map(({ text }) => text) : [];
    expect(steps[1]).toBe("The table gives 11 days for 66 to 85 persons.");
  });

  test.each([
    [ISMS, 10_701, "The table ends at 10700 persons. Ask each body how it calculated its days."],
    [
      "iso-14001-2015",
      85,
      "The table of this standard asks for the body's view of complexity. Ask each body for its calculation.",
    ],
    [
      "iso-22301-2019",
      85,
      "There is no published table of audit days for this standard. Ask each body for its calculation.",
    ],
    [ISMS, 0, "Enter the persons in scope to see the expected days."],
  ])("are left to a person where no table gives them: %s, %i persons", (standardId, persons, sentence) => {
    expect(expectDays(standardId, persons)).toEqual({ kind: "manual", sentence });
  });
});

describe("the offered days against the expected ones", () => {
  const expectation = expectDays(ISMS, 85);
  const judge = (offered: number | null) => judgeDays("Body C", offered, expectation, 85);

  test("fewer days are worth a question", () => {
    expect(judge(800)).toEqual({
      text: "3 days fewer (-27\u00a0%)",
      warning:
        "Body C offers 3 days fewer than expected for 85 persons. Ask it to explain the difference before you choose.",
    });
  });

  test("the lowest time the rules allow is 70 % of the table (IT-5)", () => {
    expect(judge(770).warning).not.toContain("below the lowest time");
    expect(judge(769).warning).toContain("That is below the lowest time the rules allow.");
  });

  test("as many or more days need no question", () => {
    expect(judge(1100)).toEqual({ text: "As expected", warning: null });
    expect(judge(1200)).toEqual({ text: "1 day more (+9\u00a0%)", warning: null });
  });

  test("days that are not stated are asked for", () => {
    expect(judge(null)).toEqual({
      text: "Not stated",
      warning: "Body C does not state its auditor days. Ask for them before you choose.",
    });
  });

  test("without a table the days stand for themselves", () => {
    expect(judgeDays("Body C", 800, expectDays("iso-22301-2019", 85), 85)).toEqual({
      text: "8 days",
      warning: null,
    });
  });
});

describe("with a scope profile", () => {
  const sites = [site("Office", { permanent: 80, contractors: 5 })];
  const simple = {
    sector: 1,
    processes: 1,
    maturity: 1,
    infrastructure: 1,
    outsourcing: 1,
    development: 1,
  } as const;
  const judgement = timeJudgement({ complexity: { percent: -20, reason: "One product." } });
  const time = estimateTime(ISMS, scopeFacts({ sites, complexity: simple }), judgement);
  const expectation =
    time.kind === "estimated" ? expectByProfile(time.own) : expect.fail("it can be estimated");

  test("offers are held against the days after its factors", () => {
    // Table 66–85: 11 days; 11 x 0.8 = 8.8, up to 9.
    expect(expectation).toMatchObject({ kind: "calculated", initial: 900, table: 1100 });
    expect(judgeDays("Body C", 900, expectation, 85)).toEqual({ text: "As expected", warning: null });
    expect(judgeDays("Body C", 850, expectation, 85).text).toBe("0.5 days fewer (-6\u00a0%)");
  });

  test("and the lowest time the rules allow stays 70 % of the table, not of the factored days (IT-5)", () => {
    // 70 % of 11 is 7.7; 70 % of 9 would be 6.3.
    expect(judgeDays("Body C", 770, expectation, 85).warning).not.toContain("below the lowest time");
    expect(judgeDays("Body C", 769, expectation, 85).warning).toContain("below the lowest time");
  });

  test("every step is said with its rule, the client's reason included", () => {
    const steps = expectation.kind === "calculated" ? expectation.steps : [];
    expect(steps).toContainEqual({ text: "Complexity: -20 %. One product.", rule: "IT-5" });
    expect(steps.every(({ rule }) => rule !== "")).toBe(true);
  });
});
