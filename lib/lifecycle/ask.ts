import {
  blockers,
  type Commands,
  type Decision,
  decide,
  type Facts,
  type InputOf,
  type Machine,
  personBars,
} from "./machine";
import { type MachineName, machines } from "./machines";
import type { Refusal } from "./refusal";

type Machines = typeof machines;

export type StateOf<N extends MachineName> = Machines[N]["states"][number];
export type FactsOf<N extends MachineName> =
  Machines[N] extends Machine<infer _S, infer F, infer _C> ? F : never;
export type CommandOf<N extends MachineName> = keyof Machines[N]["commands"] & string;
export type InputFor<N extends MachineName, K extends CommandOf<N>> = InputOf<Machines[N]["commands"][K]>;

type AnyMachine = Machine<string, Facts, Commands<string, Facts>>;

/** Every reason against a command of the machine named, before anything is typed. */
export function reasonsAgainst<N extends MachineName>(
  name: N,
  command: CommandOf<N>,
  state: StateOf<N>,
  facts: FactsOf<N>,
): Refusal[] {
  return blockers(erased(name), state, command, facts);
}

/** What keeps this person from a command at any moment: role, place on the team, independence. */
export function barsOfPerson<N extends MachineName>(
  name: N,
  command: CommandOf<N>,
  facts: FactsOf<N>,
): Refusal[] {
  return personBars(erased(name), command, facts);
}

/** Asks the table of the machine named for the next state, or every refusal. */
export function settle<N extends MachineName, K extends CommandOf<N>>(
  name: N,
  command: K,
  state: StateOf<N>,
  facts: FactsOf<N>,
  input: InputFor<N, K>,
): Decision<StateOf<N>> {
  return decide(erased(name), state, command, facts, input as never) as Decision<StateOf<N>>;
}

/** The signatures above tie name, command, state, facts and input together; here the five types become one. */
function erased(name: MachineName): AnyMachine {
  return machines[name] as unknown as AnyMachine;
}
