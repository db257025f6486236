import { addDays, daysBetween } from "@/lib/day";
import { type LifecycleCommand, listLifecycleCommands } from "@/lib/lifecycle/machines";
import { lineOfCommand } from "./dispatch";
import { type Attempt, listSubjects, NEW_CERTIFICATE, stateOf, type World, waitDays } from "./model";
import { type ActCommand, noActYet, secondCommands } from "./runs-act";
import { listRunInputs } from "./runs-inputs";
import { type Prediction, predict } from "./runs-predict";
import { ends, listAskers } from "./walk";
import { strangers } from "./walk-inputs";

/** A number from 0 up to, not with, the bound: the same row of them for the same seed. */
export type Random = (bound: number) => number;

/** Mulberry32: small, well spread, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Days pass, or somebody tries something. */
export type RunStep = { wait: number } | { attempt: Attempt };

const without = new Set<LifecycleCommand>([...noActYet, ...secondCommands]);
export const actCommands = listLifecycleCommands().filter((one): one is ActCommand => !without.has(one));

/** How often each command was allowed in each state: "audit.holdOpening@running" → 12. */
export type Reached = Map<string, number>;
export const pairOf = (command: LifecycleCommand, state: string) => `${command}@${state}`;

type Asker = ReturnType<typeof listAskers>[number];

/** Who may come into question: people of a body that is not on CertTrail act through the client alone. */
function askersOf(world: World, command: ActCommand): Asker[] {
  return listAskers(world, command).filter(
    ({ power, who, recorded }) =>
      power !== "system" && (recorded || who.side === "client" || (world.connected ?? true)),
  );
}

/** Whatever the command could be given on; a certificate is issued where there is none. */
function subjectsOf(world: World, command: ActCommand): string[] {
  return command === "certificate.issue" ? [NEW_CERTIFICATE] : listSubjects(world, command);
}

interface Candidate {
  command: ActCommand;
  subjectId: string;
  weight: number;
}

/** A command that ends things comes seldom, once it has been reached; one that moves on comes more often than one that stays. */
const ENDS = 0.05;
const MOVES = 4;
const FAVOURITE = 1_000;

/** What guides a run: what all runs have reached, which pair this one goes for, and what it has done already. */
export interface Guide {
  reached: Reached;
  favourite: string;
  /** By command and subject. */
  done: Map<string, number>;
}

function weightOf(
  { reached, favourite, done }: Guide,
  command: ActCommand,
  subjectId: string,
  state: string,
) {
  const pair = pairOf(command, state);
  const often = reached.get(pair) ?? 0;
  const repeats = done.get(`${command} ${subjectId}`) ?? 0;
  const moves = lineOfCommand(command).to.some((to) => to !== "stay");
  const weight = (10 + 200 / (1 + often)) * (moves ? MOVES : 1) * (ends.has(command) && often > 0 ? ENDS : 1);
  return (weight + (pair === favourite ? FAVOURITE : 0)) / (1 + 4 * repeats);
}

function listCandidates(world: World, guide: Guide): Candidate[] {
  return actCommands.flatMap((command) =>
    subjectsOf(world, command).flatMap((subjectId) => {
      const state = stateOf(world, command, subjectId);
      if (state === null || !lineOfCommand(command).from.includes(state)) return [];
      return [{ command, subjectId, weight: weightOf(guide, command, subjectId, state) }];
    }),
  );
}

function draw<T extends { weight: number }>(candidates: readonly T[], random: Random): T | undefined {
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  let left = (random(1_000_000) / 1_000_000) * total;
  return candidates.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}

const pickOne = <T>(list: readonly T[], random: Random): T | undefined =>
  list.length === 0 ? undefined : list[random(list.length)];

/** The first person and input, starting somewhere, with whom the model allows the act. */
function findAllowed(world: World, { command, subjectId }: Candidate, random: Random): Attempt | null {
  const { by } = lineOfCommand(command);
  const askers = askersOf(world, command).filter(
    ({ recorded, power, personId }) => recorded || by.includes(power) || personId === strangers.allRoles,
  );
  const inputs = listRunInputs(world, command, subjectId);
  const [whoFrom, inputFrom] = [random(Math.max(1, askers.length)), random(Math.max(1, inputs.length))];
  for (let i = 0; i < inputs.length; i += 1)
    for (let a = 0; a < askers.length; a += 1) {
      const asker = askers[(whoFrom + a) % askers.length];
      const input = inputs[(inputFrom + i) % inputs.length];
      if (!asker || !input) continue;
      const attempt = { command, subjectId, input, ...asker };
      if (predict(world, attempt).outcome === "done") return onAnotherDay(world, attempt, random);
    }
  return null;
}

/** What the client records happened some days before, where the rules let it have been then. */
function onAnotherDay(world: World, attempt: Attempt, random: Random): Attempt {
  if (!attempt.recorded || random(3) > 0) return attempt;
  const earlier = { ...attempt, on: addDays(world.today, -1 - random(4)) };
  return predict(world, earlier).outcome === "done" ? earlier : attempt;
}

/** Anything by anybody, or, half of the time, what the state would allow if the person and the input fitted. */
function findAnything(world: World, guide: Guide, random: Random): Attempt | null {
  const isNear = random(2) === 0;
  const near = isNear ? pickOne(listCandidates(world, guide), random) : undefined;
  const command = near?.command ?? actCommands[random(actCommands.length)] ?? "audit.setTeam";
  const subjectId = near?.subjectId ?? pickOne(subjectsOf(world, command), random);
  if (subjectId === undefined) return null;
  const asker = pickOne(askersOf(world, command), random);
  const input = pickOne(listRunInputs(world, command, subjectId), random);
  if (!asker || !input) return null;
  // Of a recorded act a day may be told that is long past, or has not come yet.
  const on = asker.recorded && random(3) === 0 ? { on: addDays(world.today, random(20) - 17) } : {};
  return { command, subjectId, input, ...asker, ...on };
}

/** Days that pass when nothing is asked for: until an audit begins or ends, a few, or once in a while many. */
function drawDays({ record, today }: World, random: Random): number {
  const open = ["planned", "running"];
  const ahead = record.audits
    .flatMap(({ state, startsOn, endsOn }) => (open.includes(state) ? [startsOn, endsOn] : []))
    .flatMap((day) => (day !== null && day > today ? [daysBetween(today, day)] : []));
  const next = Math.min(...ahead);
  if (Number.isFinite(next) && random(3) > 0) return next;
  return random(12) === 0 ? 60 + random(140) : 1 + random(9);
}

/** Of a hundred steps so many only let days pass, and so many ask for whatever. */
const WAITS = 8;
const WILD = 25;

/** The next step of a run: mostly what the model allows and was seldom reached so far. */
export function nextStep(world: World, guide: Guide, random: Random): RunStep {
  const kind = random(100);
  if (kind < WAITS) return { wait: drawDays(world, random) };
  if (kind < WAITS + WILD) {
    const attempt = findAnything(world, guide, random);
    if (attempt) return { attempt };
  }
  let candidates = listCandidates(world, guide);
  for (;;) {
    const drawn = draw(candidates, random);
    if (!drawn) return { wait: drawDays(world, random) };
    const attempt = findAllowed(world, drawn, random);
    if (attempt) return { attempt };
    candidates = candidates.filter((one) => one !== drawn && !ends.has(one.command));
  }
}

/** What a step makes of the world, and for an attempt what the model says of it. */
export function stepOn(world: World, step: RunStep): { world: World; prediction: Prediction | null } {
  if ("wait" in step) return { world: waitDays(world, step.wait), prediction: null };
  const prediction = predict(world, step.attempt);
  return { world: prediction.world, prediction };
}
