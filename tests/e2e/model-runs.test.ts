import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Cast } from "../support/runs-cast";
import { legalPairs } from "../support/runs-coverage";
import { randomFrom } from "../support/runs-guide";
import { carryOutAll, layCasts } from "../support/runs-many";
import { type Run, RunPlanner } from "../support/runs-plan";
import { byServer } from "../support/runs-server";
import { onDatabase } from "../support/story";
import { startWeb, type Web } from "../support/web";

vi.mock("@/lib/clock", async () => {
  const { nowAsked: now } = await import("../support/asked-as");
  const { today } = await import("../../lib/day");
  return { now, currentDay: (zone: string) => today(zone, now()) };
});

/** Runs in a usual test run; CERTTRAIL_MODEL asks for more. */
const RUNS = Number(process.env.CERTTRAIL_MODEL ?? 20);
const STEPS = 30;
const SEED = Number(process.env.CERTTRAIL_MODEL_SEED ?? 20_261_129);
const RUNS_TAKE = 10 * 3_600_000;

onDatabase();

let web: Web;
let castOf: (run: Run) => Cast;

beforeAll(async () => {
  castOf = await layCasts();
  const { DATABASE_URL = "", CERTTRAIL_DATA = "" } = process.env;
  web = await startWeb({ databaseUrl: DATABASE_URL, dataFolder: CERTTRAIL_DATA, isClockAsked: true });
});

afterAll(async () => {
  await web.stop();
});

test(
  "the served build answers the same list of commands as the pure core, and each act leaves the same record",
  async () => {
    const planner = new RunPlanner(randomFrom(SEED), legalPairs, STEPS);
    const wayOf = () => byServer(web);
    const wrong = await carryOutAll({ planner, runs: RUNS, seed: SEED, castOf, wayOf });
    expect(wrong.join("\n\n")).toBe("");
    const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
    console.log(`over HTTP: ${sum(planner.reached)} commands carried out, ${sum(planner.refused)} refused`);
    expect(sum(planner.reached)).toBeGreaterThan(RUNS);
    expect(sum(planner.refused)).toBeGreaterThan(0);
  },
  RUNS_TAKE,
);

test("the server has logged no failure", () => {
  expect(web.output()).not.toContain('"level":"error"');
});
