import { type LifecycleCommand, listLifecycleCommands } from "@/lib/lifecycle/machines";
import { isBodyPower, type Power, type Role, type Who } from "@/lib/lifecycle/who";
import { lineOfCommand } from "./dispatch";
import { type Attempt, listSubjects, stateOf, tryAct, type World, waitDays } from "./model";
import { BODY, CLIENT, people } from "./people";
import { ownPerson } from "./scenes";
import { listInputs, strangers } from "./walk-inputs";

export const commands = listLifecycleCommands();

/** One step of a walk as fast-check makes it: how long to wait, what to pick, and by whom. */
export interface Step {
  wait: number;
  pick: number;
  who: number;
  input: number;
  /** A command that this walk goes for as soon as it can. */
  favourite?: LifecycleCommand;
  /** A wild step tries anything by anybody; a tame one takes something that the tables allow. */
  wild: boolean;
}

const bodyRoles: Role[] = ["planner", "auditor", "decider", "quality", "admin"];

/** People who act: one a power, and one person of the body who holds every role there. */
export function listAskers(
  world: World,
  command: LifecycleCommand,
): Pick<Attempt, "power" | "who" | "personId" | "recorded">[] {
  const line = lineOfCommand(command);
  const direct = (Object.keys(ownPerson) as (keyof typeof ownPerson)[]).map((power) =>
    asker(power, ownPerson[power]),
  );
  const body = [people.lead, people.auditor, strangers.second, strangers.allRoles, people.decider];
  const jack = {
    ...asker("body:auditor", strangers.allRoles),
    who: { ...asker("body:auditor", "").who, personId: strangers.allRoles, roles: bodyRoles },
  };
  const more = [asker("body:auditor", strangers.second), asker("body:auditor", people.auditor), jack];
  const manager = asker("client:manager", people.manager);
  const named = line.by.filter(isBodyPower).map((power) => ownPerson[power as keyof typeof ownPerson]);
  const recorded = [...named, ...body, people.executive].map((personId) => ({
    ...manager,
    personId,
    recorded: true,
  }));
  const system = { ...asker("body:planner", ""), power: "system" as const };
  return world.record.bodyConnected ? [...direct, ...more, system] : [...direct, ...recorded, system];
}

function asker(power: Exclude<Power, "system">, personId: string) {
  const [side, role] = power.split(":") as [Who["side"], Role];
  const who: Who = { personId, organisationId: side === "client" ? CLIENT : BODY, side, roles: [role] };
  return { power: power as Power, who, personId, recorded: false };
}

/** Commands that end things: without a brake a walk would seldom get far. */
export const ends = new Set<LifecycleCommand>([
  "sourcing.terminateEngagement",
  "certification.withdrawApplication",
  "certification.terminateAudit",
  "audit.cancelAudit",
  "audit.terminateAudit",
  "nonconformity.withdrawFinding",
  "certificate.withdraw",
  "certificate.transferOut",
]);

/** Commands that lead back: each once in a while. */
export const detours = new Set<LifecycleCommand>([
  "sourcing.returnRecommendation",
  "sourcing.declineApplication",
  "sourcing.withdrawAmendment",
  "certification.refuse",
  "certification.notReady",
  "certification.reviewStage1Again",
  "certification.returnForMore",
  "audit.discardConcern",
  "nonconformity.discardDraft",
  "nonconformity.notEffective",
  "nonconformity.returnResponse",
  "nonconformity.returnEvidence",
]);

/** How much a walk likes a command on a record: what moves most, what it has done often least, what ends things hardly. */
function weightOf(
  world: World,
  command: LifecycleCommand,
  subjectId: string,
  favourite?: LifecycleCommand,
): number {
  const done = world.trail.filter(
    (entry) => entry.command === command && entry.subjectId === subjectId,
  ).length;
  if (command === favourite && done === 0) return 50_000;
  if (ends.has(command)) return done === 0 ? 6 : 0;
  if (detours.has(command)) return done === 0 ? 100 : 5;
  const moves = lineOfCommand(command).to.some((to) => to !== "stay");
  if (moves || command === "certification.createAudit") return 2000;
  return done === 0 ? 1000 : done < 3 ? 100 : 10;
}

/** How long a walk waits when nothing can be done. */
const IDLE_DAYS = 8;

interface Candidate {
  command: LifecycleCommand;
  subjectId: string;
  weight: number;
}

/** Every command on every record whose state fits, with its weight. */
function listCandidates(world: World, favourite?: LifecycleCommand): Candidate[] {
  return commands.flatMap((command) =>
    listSubjects(world, command).flatMap((subjectId) => {
      const state = stateOf(world, command, subjectId);
      if (state === null || !lineOfCommand(command).from.includes(state)) return [];
      return [{ command, subjectId, weight: weightOf(world, command, subjectId, favourite) }];
    }),
  );
}

/**
 * Draws candidates by weight until the tables allow one; some days pass when they allow none. What ends things or
 * leads back comes up only when it is drawn first: else every wait for a day would end the project.
 */
function actTamely(world: World, step: Step): World {
  let candidates = listCandidates(world, step.favourite);
  let pick = step.pick;
  while (candidates.length > 0) {
    const drawn = draw(candidates, pick);
    if (drawn === null) break;
    const after = findAllowed(world, drawn, step);
    if (after !== null) return after;
    candidates = candidates.filter((one) => one !== drawn && leadsOn(one));
    pick = (pick * 31 + 7) % 1_000_003;
  }
  return waitDays(world, IDLE_DAYS);
}

/** Whether a command neither ends nor leads back: what a walk falls back on. */
function leadsOn({ command }: Candidate): boolean {
  return !ends.has(command) && !detours.has(command);
}

function draw(candidates: readonly Candidate[], pick: number): Candidate | null {
  let left =
    pick %
    Math.max(
      1,
      candidates.reduce((sum, { weight }) => sum + weight, 0),
    );
  for (const candidate of candidates) {
    if (left < candidate.weight) return candidate;
    left -= candidate.weight;
  }
  return null;
}

/** The first allowed combination of person and input, starting somewhere, so that all of them come up. */
function findAllowed(world: World, { command, subjectId }: Candidate, { who, input }: Step): World | null {
  const { by } = lineOfCommand(command);
  const askers = listAskers(world, command).filter(
    (one) => one.recorded || by.includes(one.power) || one.personId === strangers.allRoles,
  );
  const inputs = listInputs(world, command, subjectId);
  for (let i = 0; i < inputs.length; i += 1)
    for (let a = 0; a < askers.length; a += 1) {
      const asking = askers[(who + a) % askers.length];
      const given = inputs[(input + i) % inputs.length];
      if (asking === undefined || given === undefined) continue;
      const after = tryAct(world, { command, subjectId, input: given, ...asking });
      if (after !== null) return after;
    }
  return null;
}

/** One step: some days pass, then somebody acts or tries to. */
export function walk(world: World, step: Step): World {
  const later = waitDays(world, step.wait);
  return step.wild ? tryWildly(later, step) : actTamely(later, step);
}

function tryWildly(world: World, { pick, who, input }: Step): World {
  const command = commands[pick % commands.length] ?? "audit.setTeam";
  const subjects = listSubjects(world, command);
  const subjectId = subjects[who % Math.max(1, subjects.length)];
  if (subjectId === undefined) return world;
  const askers = listAskers(world, command);
  const inputs = listInputs(world, command, subjectId);
  const asking = askers[who % askers.length];
  const given = inputs[input % Math.max(1, inputs.length)];
  if (asking === undefined || given === undefined) return world;
  return tryAct(world, { command, subjectId, input: given, ...asking }) ?? world;
}
