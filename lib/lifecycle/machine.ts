import type { ProjectRecord } from "./record";
import { type Refusal, type RefusalCode, type RefusalDataOf, refuse } from "./refusal";
import type { RefusalData } from "./refusal-text";
import { isBodyPower, type Moment, nameOfPowers, type Power, powersOf } from "./who";

/** The person of a recorded act before somebody is named: a page asks what stands against the act at all. */
export const UNNAMED = "";

/** The fewest characters of a justification or a reason, spaces around it not counted. */
export const MIN_REASON = 10;

/** What every rule can ask about. Each machine adds its subject: an audit, a finding, a certificate. */
export interface Facts {
  moment: Moment;
  /** Whether the body works on CertTrail; if not, the client's manager records its acts with proof. */
  bodyConnected: boolean;
  record: ProjectRecord;
}

/** A citation: the id in the rule book and the clause it stands for; the clause is empty for a rule of the product. */
export interface Cite {
  rule: string;
  clause: string;
}

/** An input that may carry a reason for going on against a SOFT rule. */
export interface Justifiable {
  /** At least MIN_REASON characters; kept with the act. */
  justification?: string;
}

/**
 * One guard of a command. `asks` says what it reads: guards over the `record` are shown before the click, guards
 * over the `person` once it is known whose act it is, guards over the `input` once there is an input. Rule, clause,
 * severity and words belong to the code (refusal.ts).
 */
export interface Requirement<F extends Facts, I> {
  code: RefusalCode;
  asks: "record" | "person" | "input";
  holds: (facts: F, input: I) => boolean;
  data: (facts: F, input: I) => RefusalData;
}

type DataArgument<C extends RefusalCode, F, I> = [RefusalDataOf<C>] extends [null]
  ? []
  : [data: (facts: F, input: I) => RefusalDataOf<C>];

/** A guard over the record: shown before the click. */
export function needs<F extends Facts, C extends RefusalCode>(
  code: C,
  holds: (facts: F) => boolean,
  ...[data]: DataArgument<C, F, unknown>
): Requirement<F, unknown> {
  return { code, asks: "record", holds, data: (facts) => data?.(facts, undefined) ?? {} };
}

/** A guard over who acts: shown before the click, unless the act is recorded and the person not named yet. */
export function needsPerson<F extends Facts, C extends RefusalCode>(
  code: C,
  holds: (facts: F) => boolean,
  ...[data]: DataArgument<C, F, unknown>
): Requirement<F, unknown> {
  return { code, asks: "person", holds, data: (facts) => data?.(facts, undefined) ?? {} };
}

/** A guard over what was typed: checked once there is an input. */
export function asks<F extends Facts, I, C extends RefusalCode>(
  code: C,
  holds: (facts: F, input: I) => boolean,
  ...[data]: DataArgument<C, F, I>
): Requirement<F, I> {
  return { code, asks: "input", holds, data: (facts, input) => data?.(facts, input) ?? {} };
}

/** One line of a rule table: from → to, by whom, under which guards. */
export interface Command<S extends string, F extends Facts, I> extends Cite {
  label: string;
  from: readonly S[];
  /** Possible next states; "stay" leaves the state as it is. */
  to: readonly (S | "stay")[];
  /** Chooses among several `to`; one entry needs no choice. */
  choose?: (facts: F, input: I) => S | "stay";
  by: readonly Power[];
  /** Rule id cited when somebody of the wrong side or role asks, if it is another one than the command's. */
  keeper?: string;
  requires: readonly Requirement<F, I>[];
}

/** The commands of a machine by name. `never` as input: any command's input type fits. */
export type Commands<S extends string, F extends Facts> = Record<string, Command<S, F, never>>;

export interface Machine<S extends string, F extends Facts, C extends Commands<S, F>> {
  name: string;
  title: string;
  states: readonly S[];
  initial: S;
  /** No command leads out of these. */
  terminal: readonly S[];
  commands: C;
}

export type InputOf<K> = K extends { requires: readonly Requirement<infer _F, infer I>[] } ? I : never;

export type Decision<S extends string> =
  | { allowed: true; from: S; to: S; justified: Refusal[] }
  | { allowed: false; refusals: Refusal[] };

/**
 * Every reason why a command cannot be given now: first who asks, then the state, then guards over the record, then,
 * if there is an input, guards over it. In a wrong state no guard is asked: guards speak about the command's own states.
 */
export function blockers<S extends string, F extends Facts, C extends Commands<S, F>, K extends keyof C>(
  machine: Machine<S, F, C>,
  state: S,
  name: K,
  facts: F,
  input?: InputOf<C[K]>,
): Refusal[] {
  const command = commandOf(machine, name);
  const refusals = whoRefusals(command, facts);
  if (input !== undefined && isUnnamed(facts.moment)) refusals.push(refuse("recorded-person-missing", {}));
  if (!command.from.includes(state)) return [...refusals, refuseState(command, state)];
  for (const requirement of command.requires) {
    if (requirement.asks === "input" && input === undefined) continue;
    if (requirement.asks === "person" && isUnnamed(facts.moment)) continue;
    // The caller's input type is this command's own; the table has erased it.
    const given = input as never;
    if (!requirement.holds(facts, given))
      refusals.push(refuse(requirement.code, requirement.data(facts, given), command));
  }
  return refusals;
}

/**
 * What stands between this person and a command whatever the record says: the role, the place on the team, independence.
 * Lists of work ask it: what only waits for its moment is still this person's work.
 */
export function personBars<S extends string, F extends Facts, C extends Commands<S, F>, K extends keyof C>(
  machine: Machine<S, F, C>,
  name: K,
  facts: F,
): Refusal[] {
  const command = commandOf(machine, name);
  const failed = command.requires.filter(
    (requirement) => requirement.asks === "person" && !requirement.holds(facts, undefined as never),
  );
  return [
    ...whoRefusals(command, facts),
    ...failed.map(({ code, data }) => refuse(code, data(facts, undefined as never), command)),
  ];
}

/** The next state, or every refusal. SOFT refusals pass when the input carries a justification, and are returned. */
export function decide<S extends string, F extends Facts, C extends Commands<S, F>, K extends keyof C>(
  machine: Machine<S, F, C>,
  state: S,
  name: K,
  facts: F,
  input: InputOf<C[K]>,
): Decision<S> {
  const refusals = blockers(machine, state, name, facts, input);
  const standing = isJustified(input) ? refusals.filter(({ severity }) => severity === "block") : refusals;
  if (standing.length > 0) return { allowed: false, refusals: standing };
  return {
    allowed: true,
    from: state,
    to: nextState(commandOf(machine, name), state, facts, input),
    justified: refusals,
  };
}

/** Whether the act is recorded and its person not named yet: a page asks before the form is filled in. */
function isUnnamed({ recorded, system, personId }: Moment): boolean {
  return recorded && !system && personId === UNNAMED;
}

/** The line of the table. Throws a RangeError for a name that is not in it: a mistake in the program, not a refusal. */
function commandOf<S extends string, F extends Facts, C extends Commands<S, F>>(
  machine: Machine<S, F, C>,
  name: keyof C,
): Command<S, F, never> {
  const command = Object.hasOwn(machine.commands, name) ? machine.commands[name] : undefined;
  if (command === undefined)
    throw new RangeError(`The ${machine.name} machine has no command ${String(name)}.`);
  return command;
}

function nextState<S extends string, F extends Facts>(
  command: Command<S, F, never>,
  state: S,
  facts: F,
  input: unknown,
): S {
  const next = command.choose ? command.choose(facts, input as never) : command.to[0];
  return next === undefined || next === "stay" ? state : next;
}

/** Whether the input carries a justification that is long enough to be kept. */
function isJustified(input: unknown): boolean {
  if (typeof input !== "object" || input === null || !("justification" in input)) return false;
  return isStated(input.justification, MIN_REASON);
}

/** Whether `text` is a text with at least `least` characters, spaces around it not counted. */
export function isStated(text: unknown, least = 1): boolean {
  return typeof text === "string" && text.trim().length >= least;
}

/** Whether a command is an act of the certification body, which the client may record when the body is not connected. */
export function isRecordable(command: Pick<Command<string, Facts, never>, "by">): boolean {
  return command.by.some(isBodyPower);
}

function whoRefusals<S extends string, F extends Facts>(command: Command<S, F, never>, facts: F): Refusal[] {
  const { moment, record } = facts;
  const refusals: Refusal[] = [];
  const cite = { rule: command.keeper ?? command.rule, clause: command.clause };
  if (moment.on > moment.today) refusals.push(refuse("act-in-future", { on: moment.on }));
  if (moment.system) {
    if (!command.by.includes("system")) refusals.push(refuseWho(command.by, cite));
    return refusals;
  }
  const powers = powersOf(moment.who);
  if (moment.recorded) {
    if (!isRecordable(command) || !powers.includes("client:manager"))
      refusals.push(refuseWho(command.by, cite));
    else if (facts.bodyConnected) refusals.push(refuse("body-connected", {}));
    else if (record.clientPersonIds.includes(moment.personId) || moment.personId === moment.who.personId)
      refusals.push(refuse("recorded-person-of-client", {}));
    return refusals;
  }
  if (powers.some((power) => command.by.includes(power))) return refusals;
  const couldRecord = isRecordable(command) && powers.includes("client:manager") && !facts.bodyConnected;
  refusals.push(couldRecord ? refuse("not-recorded", {}, cite) : refuseWho(command.by, cite));
  return refusals;
}

function refuseWho(by: readonly Power[], cite: Cite): Refusal {
  return refuse("not-yours", { who: nameOfPowers(by) }, cite);
}

function refuseState<S extends string, F extends Facts>(command: Command<S, F, never>, state: S): Refusal {
  return refuse("wrong-state", { label: command.label, state, from: command.from.join(", ") }, command);
}
