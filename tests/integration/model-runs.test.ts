import { beforeAll, describe, expect, test, vi } from "vitest";
import { rows } from "@/tests/support/rows";
import { byAction } from "@/tests/support/runs-action";
import type { Cast } from "@/tests/support/runs-cast";
import { legalPairs, shareReached, tellCoverage } from "@/tests/support/runs-coverage";
import { randomFrom } from "@/tests/support/runs-guide";
import { carryOutAll, layCasts } from "@/tests/support/runs-many";
import { type Run, RunPlanner } from "@/tests/support/runs-plan";
import { byStore, type Way } from "@/tests/support/runs-store";
import { onDatabase } from "@/tests/support/story";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async () => {
  const { askedAs } = await import("../support/asked-as");
  return { readSessionToken: async () => askedAs.getStore()?.token };
});
vi.mock("@/lib/clock", async () => {
  const { nowAsked: now } = await import("../support/asked-as");
  const { today } = await import("../../lib/day");
  return { now, currentDay: (zone: string) => today(zone, now()) };
});

/** Runs in a usual test run; CERTTRAIL_MODEL asks for more. */
const RUNS = Number(process.env.CERTTRAIL_MODEL ?? 300);
const STEPS = 30;
const SEED = Number(process.env.CERTTRAIL_MODEL_SEED ?? 20_261_125);
const RUNS_TAKE = 10 * 3_600_000;
/** The share of the tables' pairs that must be carried out: the longer the test, the more; of a short try nothing. */
const LEAST_SHARE = RUNS >= 1_000 ? 0.95 : RUNS >= 300 ? 0.9 : 0;

onDatabase();

let castOf: (run: Run) => Cast;

beforeAll(async () => {
  castOf = await layCasts();
});

/** One run in so many goes by the server actions of the pages, with their forms and a session; it takes longer. */
const BY_ACTION = 10;
const wayOf = ({ no }: Run): Way => (no % BY_ACTION === 1 ? byAction : byStore);

describe("The same list of commands, on the pure core and on the store or the server actions", () => {
  const planner = new RunPlanner(randomFrom(SEED), legalPairs, STEPS);

  test(
    "is answered alike: done or refused for the same reasons, and each act leaves the same record",
    async () => {
      const wrong = await carryOutAll({ planner, runs: RUNS, seed: SEED, castOf, wayOf });
      expect(wrong.join("\n\n")).toBe("");
    },
    RUNS_TAKE,
  );

  test("gives each body's certificates their numbers in order, without a hole", async () => {
    const drawn = await rows().certificate.findMany({ where: { number: { startsWith: "ISMS-2" } } });
    const seriesOf = ({ bodyId, number }: (typeof drawn)[number]) => `${bodyId} ${number.slice(0, 9)}`;
    for (const series of new Set(drawn.map(seriesOf))) {
      const own = drawn.filter((one) => seriesOf(one) === series);
      const counted = own.map(({ number }) => Number(number.split("-").at(-1))).toSorted((a, b) => a - b);
      expect(counted).toEqual(counted.map((_, index) => index + 1));
    }
    expect(drawn.length).toBeGreaterThan(0);
  });

  test("reaches nearly every state in which the tables let a command be given", () => {
    const { reached, refused } = planner;
    const sum = (counts: ReadonlyMap<string, number>) =>
      [...counts.values()].reduce((all, one) => all + one, 0);
    const told = `${RUNS} runs of ${STEPS} steps: ${sum(reached)} commands carried out, ${sum(refused)} refused`;
    console.log([told, ...tellCoverage(reached, refused)].join("\n"));
    expect(shareReached(reached)).toBeGreaterThanOrEqual(LEAST_SHARE);
  });
});
