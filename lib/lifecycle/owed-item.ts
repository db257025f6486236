import { type Day, isAfter } from "@/lib/day";
import { type LifecycleCommand, machines } from "./machines";
import type { Power, Side } from "./who";

/** The record of the project that an item is about. */
export interface Subject {
  kind: "sourcing" | "case" | "audit" | "finding" | "certificate";
  id: string;
}

/** Something that somebody owes: the next command of one side on one record. */
export interface OwedItem {
  command: LifecycleCommand;
  subject: Subject;
  /** What to do, as a sentence without the person: "Send the plan of Stage 2". */
  what: string;
  side: Side;
  /** The first power that may do it. */
  power: Power;
  /** The person who owes it, where the record names one (an action owner, a lead auditor). */
  personId: string | null;
  dueOn: Day | null;
  overdue: boolean;
  rule: string;
  clause: string;
  /** Whether the journey stands still until it is done; otherwise it is needed later. */
  blocks: boolean;
}

/** What is done is never overdue; what is due today is not overdue yet. */
export function isOverdue(dueOn: Day | null, today: Day, done = false): boolean {
  return !done && dueOn !== null && isAfter(today, dueOn);
}

export interface Owing {
  subject: Subject;
  what: string;
  dueOn?: Day | null;
  personId?: string | null;
  blocks?: boolean;
}

/** An owed item from the command's own line of the table: side, power, rule and clause. */
export function owe(command: LifecycleCommand, today: Day, owing: Owing): OwedItem {
  const { by, rule, clause } = lineOf(command);
  const power = by.find((one) => one !== "system") ?? "body:planner";
  const dueOn = owing.dueOn ?? null;
  return {
    command,
    subject: owing.subject,
    what: owing.what,
    side: power.startsWith("client:") ? "client" : "body",
    power,
    personId: owing.personId ?? null,
    dueOn,
    overdue: isOverdue(dueOn, today),
    rule,
    clause,
    blocks: owing.blocks ?? true,
  };
}

/** The table's line of a command named with its machine. */
export function lineOf(command: LifecycleCommand): {
  label: string;
  by: readonly Power[];
  rule: string;
  clause: string;
} {
  const [machine, name] = command.split(".") as [keyof typeof machines, string];
  const commands: Record<string, { label: string; by: readonly Power[]; rule: string; clause: string }> =
    machines[machine].commands;
  const line = commands[name];
  if (line === undefined) throw new RangeError(`There is no command ${command}.`);
  return line;
}
