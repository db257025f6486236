import { type Cast, layCast } from "./runs-cast";
import { castKeys, type Run, type RunPlanner, readCastKey } from "./runs-plan";
import { shrink, tellDisagreement } from "./runs-shrink";
import { carryOut, type Way } from "./runs-store";

/** Runs under way at once: while one waits for the database the next is thought out. */
const AT_ONCE = 4;
/** So many disagreements are told; more would say no more. */
const MAX_TOLD = 5;

/** The parties of each kind that runs are laid among, by the key of the kind. */
export async function layCasts(): Promise<(run: Run) => Cast> {
  const casts = new Map<string, Cast>();
  for (const key of castKeys) {
    const { connected, forwarding } = readCastKey(key);
    casts.set(key, await layCast(connected, forwarding));
  }
  return (run) => {
    const cast = casts.get(run.cast);
    if (!cast) throw new RangeError(run.cast);
    return cast;
  };
}

interface Many {
  planner: RunPlanner;
  runs: number;
  seed: number;
  castOf: (run: Run) => Cast;
  wayOf: (run: Run) => Way;
}

/** Carries out all runs; the shrunk list and both answers of each that went wrong. */
export async function carryOutAll({ planner, runs, seed, castOf, wayOf }: Many): Promise<string[]> {
  const wrong: [Run, NonNullable<Awaited<ReturnType<typeof carryOut>>>][] = [];
  let left = runs;
  const work = async () => {
    for (; left > 0 && wrong.length < MAX_TOLD; ) {
      left -= 1;
      const run = planner.make();
      const found = await carryOut(run, castOf(run), wayOf(run));
      if (found) wrong.push([run, found]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const told: string[] = [];
  for (const [run, found] of wrong)
    told.push(tellDisagreement(seed, ...(await shrink(run, found, castOf(run), wayOf(run)))));
  return told;
}
