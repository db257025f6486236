import { audit } from "./audit";
import { certificate } from "./certificate";
import { certification } from "./certification";
import { nonconformity } from "./nonconformity";
import { sourcing } from "./sourcing";

/** The five machines by name (domain.md 6: five records of state, never one big list of states). */
export const machines = { sourcing, certification, audit, nonconformity, certificate };

export type MachineName = keyof typeof machines;

/** "certification.grant": the machine and the command, as events and permissions name it. */
export type LifecycleCommand = {
  [M in MachineName]: `${M}.${keyof (typeof machines)[M]["commands"] & string}`;
}[MachineName];

/** Every command of every machine, in the order of the tables. */
export function listLifecycleCommands(): LifecycleCommand[] {
  return Object.entries(machines).flatMap(([name, machine]) =>
    Object.keys(machine.commands).map((command) => `${name}.${command}` as LifecycleCommand),
  );
}
