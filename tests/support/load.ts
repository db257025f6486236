import { setInterval as tick } from "node:timers/promises";

/** What came of a load: how many were asked, in how many milliseconds each was answered, and what went wrong. */
export interface Answered {
  milliseconds: number[];
  faults: string[];
}

/** One request. Throws, or returns what is wrong with its answer. */
export type Ask = (index: number) => Promise<string | undefined>;

async function time(ask: Ask, index: number, answered: Answered): Promise<void> {
  const begun = performance.now();
  try {
    const fault = await ask(index);
    if (fault) answered.faults.push(fault);
  } catch (error) {
    answered.faults.push(String(error));
  }
  answered.milliseconds.push(performance.now() - begun);
}

/**
 * Asks `rate` times a second for so many seconds, whether or not earlier ones have been answered, as people do who know
 * nothing of each other. Calls `each` once a second. Ends when the last one is answered.
 */
export async function askAtRate(
  rate: number,
  seconds: number,
  ask: Ask,
  each: (second: number) => Promise<void>,
): Promise<Answered> {
  const answered: Answered = { milliseconds: [], faults: [] };
  const asked: Promise<void>[] = [];
  const begun = performance.now();
  let seen = 0;
  for await (const _ of tick(1000 / rate)) {
    const passed = (performance.now() - begun) / 1000;
    // A tick that came late brings those that were due meanwhile.
    while (asked.length < Math.min(passed, seconds) * rate) asked.push(time(ask, asked.length, answered));
    if (passed >= seconds) break;
    if (passed >= seen) await each(seen++);
  }
  await Promise.all(asked);
  return answered;
}

/** Asks as fast as answers come, `atOnce` at a time: requests a second that the server carries. */
export async function findSaturation(atOnce: number, seconds: number, ask: Ask): Promise<number> {
  const answered: Answered = { milliseconds: [], faults: [] };
  const begun = performance.now();
  let index = 0;
  const run = async () => {
    while (performance.now() - begun < seconds * 1000) await time(ask, index++, answered);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return (answered.milliseconds.length * 1000) / (performance.now() - begun);
}

/** The value below which `share` of them lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** By how much a value grows for each step, by least squares. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, step) => sum + (step - middle) * (value - mean), 0);
  const below = values.reduce((sum, _, step) => sum + (step - middle) ** 2, 0);
  return above / below;
}
