import { addDays, type Day } from "@/lib/day";
import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import type { Policy } from "@/lib/lifecycle/policy";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import type { Moment, Power, Who } from "@/lib/lifecycle/who";
import { type AnyFacts, decideOn } from "./dispatch";
import { effectOf } from "./model-effects";
import { aFinding, aStage2 } from "./record";

/** One act as it stands in the model's trail. */
export interface Entry {
  command: LifecycleCommand;
  subjectId: string;
  power: Power;
  moment: Moment;
  input: Record<string, unknown>;
  justified: number;
  before: ProjectRecord;
  after: ProjectRecord;
}

/** An in-memory project: the record, its day, and everything that was done. Simpler than the store, same tables. */
export interface World {
  record: ProjectRecord;
  today: Day;
  policy: Policy;
  trail: readonly Entry[];
  /** Whether the body to be chosen is on CertTrail, where that matters: the record says so only once it is chosen. */
  connected?: boolean;
}

/** What somebody tries: on which record, by whom, with which input. */
export interface Attempt {
  command: LifecycleCommand;
  subjectId: string;
  power: Power;
  who: Who;
  personId: string;
  recorded: boolean;
  /** The day of a recorded act, if it is another one than today. */
  on?: Day;
  input: Record<string, unknown>;
}

/** The state of the record that a command works on; null when there is no such record. */
export function stateOf({ record }: World, command: LifecycleCommand, subjectId: string): string | null {
  const machine = command.split(".")[0];
  if (machine === "sourcing") return record.sourcing.state;
  if (machine === "certification") return record.certificationCase?.state ?? null;
  if (machine === "audit") return record.audits.find(({ id }) => id === subjectId)?.state ?? null;
  if (machine === "nonconformity") return record.findings.find(({ id }) => id === subjectId)?.state ?? null;
  if (subjectId === NEW_CERTIFICATE) return "none";
  return record.certificates.find(({ id }) => id === subjectId)?.state ?? null;
}

export const NEW_CERTIFICATE = "new-certificate";

/** The records that a command could work on now. */
export function listSubjects({ record }: World, command: LifecycleCommand): string[] {
  const machine = command.split(".")[0];
  if (machine === "audit") return record.audits.map(({ id }) => id);
  if (machine === "nonconformity") return record.findings.map(({ id }) => id);
  if (machine === "certificate") return [...record.certificates.map(({ id }) => id), NEW_CERTIFICATE];
  return [record.id];
}

export function factsOf(world: World, attempt: Attempt): AnyFacts {
  const { record, today, policy } = world;
  const finding = record.findings.find(({ id }) => id === attempt.subjectId) ?? aFinding();
  const auditId = attempt.command.startsWith("nonconformity") ? finding.auditId : attempt.subjectId;
  const moment: Moment = {
    who: attempt.who,
    personId: attempt.personId,
    on: attempt.on ?? today,
    today,
    recorded: attempt.recorded,
    system: attempt.power === "system",
    policy,
  };
  return {
    moment,
    bodyConnected: record.bodyConnected,
    record,
    audit: record.audits.find(({ id }) => id === auditId) ?? aStage2(),
    finding,
    certificate: record.certificates.find(({ id }) => id === attempt.subjectId) ?? null,
  };
}

/** Commands that the product runs together in one transaction: the second one's command and its record. */
function findPair({ record }: World, command: LifecycleCommand): [LifecycleCommand, string] | null {
  const last = (kind: string, state: string) =>
    record.audits.findLast((audit) => audit.kind === kind && audit.state === state)?.id ?? "none";
  switch (command) {
    case "certification.startStage2":
      return ["audit.startAudit", last("stage2", "planned")];
    case "certification.readyForStage2":
    case "certification.notReady":
      return isConcluded(record) ? null : ["audit.concludeAudit", last("stage1", "reported")];
    case "certification.terminateAudit": {
      const running = record.audits.findLast(
        ({ kind, state }) => kind !== "follow_up" && state === "running",
      );
      return running === undefined ? null : ["audit.terminateAudit", running.id];
    }
    default:
      return null;
  }
}

/** After "review Stage 1 again" the audit of Stage 1 is concluded already. */
function isConcluded({ audits }: ProjectRecord): boolean {
  return audits.findLast(({ kind }) => kind === "stage1")?.state === "concluded";
}

/** Tries one act and what belongs to it: the world after it, or null when the tables refuse any part. */
export function tryAct(world: World, attempt: Attempt): World | null {
  const pair = findPair(world, attempt.command);
  const after = tryOne(world, attempt);
  if (after === null || pair === null) return after;
  const [command, subjectId] = pair;
  return tryOne(after, { ...attempt, command, subjectId });
}

function tryOne(world: World, attempt: Attempt): World | null {
  const state = stateOf(world, attempt.command, attempt.subjectId);
  if (state === null) return null;
  const facts = factsOf(world, attempt);
  const { command, subjectId, power, input } = attempt;
  const decision = decideOn(command, state, facts, input);
  if (!decision.allowed) return null;
  const { moment } = facts;
  const after = effectOf(command)({ record: world.record, subjectId, to: decision.to, moment, input });
  const justified = decision.justified.length;
  const entry: Entry = { command, subjectId, power, moment, input, justified, before: world.record, after };
  return { ...world, record: after, trail: [...world.trail, entry] };
}

export function waitDays(world: World, days: number): World {
  return { ...world, today: addDays(world.today, days) };
}
