import { describe, expect, test } from "vitest";
import { addDays, type Day, day, daysBetween, isAfter, weekday } from "@/lib/day";
import { forecastPlan, tellForecast, tellMoved } from "@/lib/preparation/forecast";
import { compareLayout, type KeptMilestone, writeLayout } from "@/lib/preparation/layout";
import { LEAST_MONTHS, layOut, listMilestones, MOST_MONTHS } from "@/lib/preparation/milestones";

const target = day("2028-03-31");
const long = layOut(target, 9, true);

const asPlan = (laid: ReturnType<typeof layOut>, done: Record<string, Day> = {}) =>
  laid.map(({ key, title, dueOn }) => ({ key, title, dueOn, doneOn: done[key] ?? null }));

describe("laying out backwards from the target", () => {
  test("nine months: the days a person would count in a calendar", () => {
    expect(long.map(({ key, startsOn, dueOn }) => [key, startsOn, dueOn])).toEqual([
      // 30 June 2027 is a Wednesday; documents are due 140 days before the target, 135 days later.
      ["scope", "2027-06-30", "2027-07-27"],
      ["risk", "2027-07-27", "2027-09-17"],
      ["soa", "2027-09-17", "2027-10-08"],
      ["documents", "2027-09-17", "2027-11-12"],
      ["training", "2027-11-12", "2027-12-10"],
      ["internal-audit", null, "2027-12-17"],
      ["management-review", null, "2027-12-31"],
      ["evidence", "2027-11-12", "2028-02-11"],
      ["stage1", null, "2028-01-07"],
      ["stage2", null, "2028-02-18"],
      ["decision", null, "2028-03-31"],
    ]);
  });

  test("every target and length: working days, each after what it needs, nothing before it starts", () => {
    const problems: string[] = [];
    for (let offset = 0; offset < 400; offset += 1) {
      const wanted = addDays(day("2027-01-01"), offset);
      for (let months = LEAST_MONTHS; months <= MOST_MONTHS; months += 1) {
        const laid = layOut(wanted, months, true);
        const dueOf = (key: string) => laid.find((one) => one.key === key)?.dueOn ?? target;
        const at = `${wanted} over ${months}:`;
        for (const { key, startsOn, dueOn } of laid) {
          if (key !== "decision" && weekday(dueOn) > 5) problems.push(`${at} ${key} on a weekend`);
          if (startsOn && isAfter(startsOn, dueOn)) problems.push(`${at} ${key} ends before it starts`);
        }
        for (const { key, needs } of listMilestones(true)) {
          const early = needs.filter((need) => daysBetween(dueOf(need.key), dueOf(key)) < need.leastDays);
          if (early.length > 0) problems.push(`${at} ${key} too soon after ${early[0]?.key}`);
        }
        if (dueOf("decision") !== wanted) problems.push(`${at} decided on ${dueOf("decision")}`);
      }
    }
    expect(problems).toEqual([]);
  });

  test("a standard without a Statement of Applicability gets no milestone for one", () => {
    expect(layOut(target, 9, false).map(({ key }) => key)).not.toContain("soa");
    expect(layOut(target, 9, false)).toHaveLength(long.length - 1);
  });

  test.each([5, 13, 7.5, Number.NaN])("%s months are refused", (months) => {
    expect(() => layOut(target, months, true)).toThrow(RangeError);
  });
});

describe("laying out again", () => {
  const later = layOut(addDays(target, 28), 9, true);
  const kept = (more: Partial<Record<string, Partial<KeptMilestone>>> = {}): KeptMilestone[] =>
    long.map(({ key, startsOn, dueOn }) => ({
      ...{ key, startsOn, dueOn, isDone: false, isByHand: false },
      ...more[key],
    }));
  const effects = (lines: ReturnType<typeof compareLayout>) =>
    Object.fromEntries(lines.map(({ key, effect }) => [key, effect]));

  test("an empty plan gets every milestone, and the same days again change nothing", () => {
    expect(compareLayout(long, []).every(({ effect, now }) => effect === "new" && now === null)).toBe(true);
    expect(compareLayout(long, kept()).every(({ effect }) => effect === "stays")).toBe(true);
  });

  test("what is done and what was changed by hand keeps its days; the rest moves", () => {
    const lines = compareLayout(
      later,
      kept({
        scope: { isDone: true, isByHand: true },
        risk: { isByHand: true, dueOn: day("2027-09-01") },
      }),
    );
    expect(effects(lines)).toMatchObject({ scope: "done", risk: "by_hand", soa: "moves", decision: "moves" });
    expect(lines.find(({ key }) => key === "decision")).toMatchObject({ now: target, dueOn: "2028-04-28" });
  });

  test("what is shown as one text differs as soon as one milestone is another", () => {
    const shown = writeLayout(compareLayout(later, kept()));
    expect(writeLayout(compareLayout(later, kept()))).toBe(shown);
    expect(writeLayout(compareLayout(later, kept({ soa: { isDone: true } })))).not.toBe(shown);
    expect(writeLayout(compareLayout(later, kept({ soa: { dueOn: day("2027-10-07") } })))).not.toBe(shown);
  });
});

describe("the forecast", () => {
  const begin = day("2027-07-01");

  test("a plan in which nothing is late is expected as it was planned", () => {
    const forecasts = forecastPlan(asPlan(long), begin);
    expect(forecasts.map(({ slip, movedBy, isLate }) => [slip, movedBy, isLate])).toEqual(
      long.map(() => [0, null, false]),
    );
    expect(tellForecast(forecasts)).toBe("On track: the decision is expected on 31 Mar 2028.");
  });

  test("a late milestone moves what has no room left, and only that", () => {
    // Ten days after the risks were due; the statement needs three more, the documents seven after it.
    const forecasts = forecastPlan(asPlan(long, { scope: day("2027-07-27") }), day("2027-09-27"));
    const of = (key: string) => forecasts.find((one) => one.key === key);
    expect(of("risk")).toMatchObject({ isLate: true, on: "2027-09-27", slip: 10, movedBy: null });
    expect(of("soa")).toMatchObject({ slip: 0, movedBy: null });
    expect(tellMoved(forecasts, "risk")).toBe("");
    expect(tellForecast(forecasts)).toBe(
      "Risks assessed: 10 days late. It moves nothing at the end: the decision is still expected on 31 Mar 2028.",
    );
  });

  test("so late that the decision moves: the first cause is named for each", () => {
    const forecasts = forecastPlan(asPlan(long, { scope: day("2027-07-27") }), day("2027-12-01"));
    const of = (key: string) => forecasts.find((one) => one.key === key);
    // 1 December + 3 days, + 7 days: documents on 11 December. Evidence takes 84 more days, Stage 2 three, the decision 14.
    expect(of("documents")).toMatchObject({ on: "2027-12-11", movedBy: "risk" });
    expect(of("evidence")).toMatchObject({ on: "2028-03-04", movedBy: "risk" });
    expect(of("stage2")).toMatchObject({ on: "2028-03-07", slip: 18 });
    expect(of("decision")).toMatchObject({ on: "2028-03-31", slip: 0, movedBy: null });
    expect(tellMoved(forecasts, "risk")).toBe(
      "Statement of Applicability approved by 57 days, Documents approved by 29 days, Awareness training held by 15 days, " +
        "Internal audit held by 15 days, Management review held by 8 days, Three months of evidence collected by 22 days, " +
        "Stage 1 audit by 6 days, Stage 2 audit by 18 days",
    );
    // 20 December + 14 days: risks on 3 January, then + 3, + 7, + 84, + 3, + 14.
    const worse = forecastPlan(asPlan(long), day("2027-12-20"));
    expect(tellForecast(worse)).toBe(
      "Scope decided: 146 days late. The decision is expected on 23 Apr 2028, 23 days after plan.",
    );
  });

  test("what the record knows outweighs the plan: an audit that is booked, a review that was held", () => {
    const known = {
      "internal-audit": { on: day("2027-12-01"), isOver: true },
      stage1: { on: day("2028-01-20"), isOver: false },
      stage2: { on: day("2028-02-10"), isOver: false },
    };
    const forecasts = forecastPlan(asPlan(long), begin, known);
    const of = (key: string) => forecasts.find((one) => one.key === key);
    expect(of("internal-audit")).toMatchObject({ doneOn: "2027-12-01", slip: -16 });
    expect(of("stage1")).toMatchObject({ on: "2028-01-20", slip: 13, isLate: false });
    // Booked before the evidence is complete: what it needs pushes it back.
    expect(of("stage2")).toMatchObject({ on: "2028-02-14", movedBy: null, slip: -4 });
  });

  test("a plan that is not laid out says what to do, one that is over says when it was decided", () => {
    expect(tellForecast([])).toContain("Choose the day");
    const over = Object.fromEntries(long.map(({ key }) => [key, target]));
    expect(tellForecast(forecastPlan(asPlan(long, over), target))).toBe(
      "Certification decided on 31 Mar 2028.",
    );
  });
});
