import { beforeAll, describe, expect, test, vi } from "vitest";
import { rows } from "@/tests/support/rows";
import { byAction } from "@/tests/support/runs-action";
import { type Cast, layCast } from "@/tests/support/runs-cast";
import { legalPairs, shareReached, tellCoverage } from "@/tests/support/runs-coverage";
import { randomFrom } from "@/tests/support/runs-guide";
import { castKeys, type Run, RunPlanner, readCastKey } from "@/tests/support/runs-plan";
import { shrink, tellDisagreement } from "@/tests/support/runs-shrink";
import { byStore, carryOut, type Way } from "@/tests/support/runs-store";
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
/** Runs under way at once: while one waits for the database the next is thought out. */
const AT_ONCE = 4;
/** So many disagreements are told; more would say no more. */
const MAX_TOLD = 5;
const RUNS_TAKE = 10 * 3_600_000;
/** The share of the tables' pairs that must be carried out: the longer the test, the more; of a short try nothing. */
const LEAST_SHARE = RUNS >= 1_000 ? 0.95 : RUNS >= 300 ? 0.9 : 0;

onDatabase();

const casts = new Map<string, Cast>();

beforeAll(async () => {
  for (const key of castKeys) {
    const { connected, forwarding } = readCastKey(key);
    casts.set(key, await layCast(connected, forwarding));
  }
});

function castOf(run: Run): Cast {
  const cast = casts.get(run.cast);
  if (!cast) throw new RangeError(run.cast);
  return cast;
}

/** One run in so many goes by the server actions of the pages, with their forms and a session; it takes longer. */
const BY_ACTION = 10;
const wayOf = ({ no }: Run): Way => (no % BY_ACTION === 1 ? byAction : byStore);

/** Carries out all runs; the shrunk list and both answers of each that went wrong. */
async function carryOutAll(planner: RunPlanner, way: (run: Run) => Way): Promise<string[]> {
  const wrong: [Run, NonNullable<Awaited<ReturnType<typeof carryOut>>>][] = [];
  let left = RUNS;
  const work = async () => {
    for (; left > 0 && wrong.length < MAX_TOLD; ) {
      left -= 1;
      const run = planner.make();
      const found = await carryOut(run, castOf(run), way(run));
      if (found) wrong.push([run, found]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const told: string[] = [];
  for (const [run, found] of wrong)
    told.push(tellDisagreement(SEED, ...(await shrink(run, found, castOf(run), way(run)))));
  return told;
}

describe("The same list of commands, on the pure core and on the store or the server actions", () => {
  const planner = new RunPlanner(randomFrom(SEED), legalPairs, STEPS);

  test(
    "is answered alike: done or refused for the same reasons, and each act leaves the same record",
    async () => {
      expect((await carryOutAll(planner, wayOf)).join("\n\n")).toBe("");
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
