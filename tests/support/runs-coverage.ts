import {
  type LifecycleCommand,
  listLifecycleCommands,
  type MachineName,
  machines,
} from "@/lib/lifecycle/machines";
import { lineOfCommand } from "./dispatch";
import { noActYet } from "./runs-act";
import { pairOf, type Reached } from "./runs-guide";

const withoutAct = new Set<LifecycleCommand>(noActYet);

/** Every state in which a table lets a command be given, for each command that an act of the product gives. */
export const legalPairs: readonly string[] = listLifecycleCommands()
  .filter((command) => !withoutAct.has(command))
  .flatMap((command) => lineOfCommand(command).from.map((state) => pairOf(command, state)));

/** The share of the legal pairs that were carried out, from 0 to 1. */
export function shareReached(reached: Reached): number {
  return legalPairs.filter((pair) => reached.has(pair)).length / legalPairs.length;
}

/** For each machine how many of its pairs were carried out, and at how many a command was refused; then what is missing. */
export function tellCoverage(reached: Reached, refused: Reached): string[] {
  const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
  const lines = (Object.keys(machines) as MachineName[]).map((name) => {
    const own = legalPairs.filter((pair) => pair.startsWith(`${name}.`));
    const done = own.filter((pair) => reached.has(pair)).length;
    const stopped = [...refused.keys()].filter((pair) => pair.startsWith(`${name}.`)).length;
    return `${name}: ${done} of ${own.length} (${percent(done / own.length)}) carried out, refused at ${stopped} pairs`;
  });
  const missing = legalPairs.filter((pair) => !reached.has(pair));
  return [...lines, `all: ${percent(shareReached(reached))}; not reached: ${missing.join(", ") || "none"}`];
}
