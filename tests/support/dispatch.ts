import type { AuditFacts } from "@/lib/lifecycle/audit-rules";
import type { CertificateFacts } from "@/lib/lifecycle/certificate-rules";
import { blockers, type Commands, type Decision, decide, type Machine } from "@/lib/lifecycle/machine";
import { type LifecycleCommand, type MachineName, machines } from "@/lib/lifecycle/machines";
import type { FindingFacts } from "@/lib/lifecycle/nonconformity-rules";
import type { Refusal } from "@/lib/lifecycle/refusal";

/** Facts that fit every machine. */
export type AnyFacts = AuditFacts & FindingFacts & CertificateFacts;
type AnyMachine = Machine<string, AnyFacts, Commands<string, AnyFacts>>;

export function machineOf(name: string): AnyMachine {
  return machines[name as MachineName] as unknown as AnyMachine;
}

export function splitCommand(command: LifecycleCommand): [machine: AnyMachine, name: string] {
  const [machine, name] = command.split(".") as [string, string];
  return [machineOf(machine), name];
}

export function lineOfCommand(command: LifecycleCommand) {
  const [machine, name] = splitCommand(command);
  const line = machine.commands[name];
  if (line === undefined) throw new RangeError(command);
  return line;
}

/** `blockers` for a command that is only known at run time. */
export function blockersOf(
  command: LifecycleCommand,
  state: string,
  facts: AnyFacts,
  input?: unknown,
): Refusal[] {
  const [machine, name] = splitCommand(command);
  return blockers(machine, state, name, facts, input as never);
}

/** `decide` for a command that is only known at run time. */
export function decideOn(
  command: LifecycleCommand,
  state: string,
  facts: AnyFacts,
  input: unknown,
): Decision<string> {
  const [machine, name] = splitCommand(command);
  return decide(machine, state, name, facts, input as never);
}
