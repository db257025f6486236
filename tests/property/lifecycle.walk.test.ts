import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listBroken } from "@/tests/support/invariants";
import { commands, type Step, walk } from "@/tests/support/walk";
import { type Beginning, begin } from "@/tests/support/walk-begin";

/** The same walks on every machine, so that a failure can be looked at again; more of them by WALKS=1000. */
const SEED = 20_270_327;
const WALKS_TAKE = 300_000;
const FACTOR = Number(process.env.WALKS ?? 40) / 40;

const wait = fc.oneof(
  { weight: 30, arbitrary: fc.constant(0) },
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 220 }) },
);
const longWait = fc.oneof(
  { weight: 3, arbitrary: wait },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 500 }) },
);

function stepsOf(waiting: fc.Arbitrary<number>, minLength: number, maxLength: number): fc.Arbitrary<Step[]> {
  const step = fc.record({
    wait: waiting,
    pick: fc.noBias(fc.nat(1_000_000)),
    who: fc.noBias(fc.nat(1000)),
    input: fc.noBias(fc.nat(1000)),
    wild: fc.noBias(fc.integer({ min: 0, max: 7 })).map((number) => number === 0),
  });
  return fc.array(step, { minLength, maxLength });
}

const walks: [Beginning, number, fc.Arbitrary<Step[]>][] = [
  ["new", 30, stepsOf(wait, 140, 200)],
  ["answering", 40, stepsOf(wait, 30, 80)],
  ["waiting", 40, stepsOf(wait, 20, 60)],
  ["certified", 120, stepsOf(longWait, 10, 40)],
];

describe("Whatever is tried, in whatever order, by whomever: the invariants of domain.md 6.7 hold", () => {
  const done = new Map<string, number>();

  test.each(walks)(
    "in walks that begin %s",
    (beginning, runs, steps) => {
      fc.assert(
        fc.property(fc.boolean(), fc.boolean(), steps, (connected, forwarding, list) => {
          let world = begin(beginning, connected, forwarding);
          for (const step of list) {
            const before = world;
            world = walk(before, step);
            for (const entry of world.trail.slice(before.trail.length)) {
              expect(listBroken(world, entry)).toEqual([]);
              done.set(entry.command, (done.get(entry.command) ?? 0) + 1);
            }
          }
        }),
        { numRuns: Math.ceil(runs * FACTOR), seed: SEED, endOnFailure: true },
      );
    },
    WALKS_TAKE,
  );

  test("every command of all five machines succeeded on the way", () => {
    const counted = commands.map((command) => `${done.get(command) ?? 0} ${command}`);
    console.log(`Acts in all walks, rarest first: ${counted.toSorted(byCount).join(", ")}`);
    expect(commands.filter((command) => !done.has(command))).toEqual([]);
  });
});

function byCount(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10);
}
