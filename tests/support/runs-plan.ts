import type { World } from "./model";
import type { secondCommands } from "./runs-act";
import { nextStep, pairOf, type Random, type Reached, type RunStep, stepOn } from "./runs-guide";
import type { Asked } from "./runs-predict";
import { beginRun } from "./runs-world";
import type { Beginning } from "./walk-begin";

/** One run: where it begins, with which parties, and its steps. */
export interface Run {
  no: number;
  cast: string;
  start: World;
  steps: RunStep[];
}

const beginnings: Beginning[] = ["new", "answering", "waiting", "certified"];
/** Body on CertTrail or not, forwarding or not. */
export const castKeys = ["true-false", "true-true", "false-false", "false-true"];

export function readCastKey(key: string): { connected: boolean; forwarding: boolean } {
  const [connected, forwarding] = key.split("-");
  return { connected: connected === "true", forwarding: forwarding === "true" };
}

interface Known {
  cast: string;
  world: World;
}

/** Worlds kept for each state, so that later runs begin deep in the lifecycle. */
const KEPT = 12;

/**
 * Makes one run after the other, from the model alone: each begins where the pair that was reached least is near, and goes for it.
 * What one run reaches is where others begin.
 */
export class RunPlanner {
  /** Allowed, and asked but refused, by command and state. */
  readonly reached: Reached = new Map();
  readonly refused: Reached = new Map();
  private readonly tried = new Map<string, number>();
  private readonly byState = new Map<string, Known[]>();
  private readonly cells = new Map<string, { known: Known; begun: number }>();
  private made = 0;

  constructor(
    private readonly random: Random,
    private readonly pairs: readonly string[],
    private readonly length: number,
  ) {}

  make(): Run {
    const no = this.made;
    this.made += 1;
    const pair = this.pickPair();
    const { cast, world: start } = this.pickStart(pair, no);
    const guide = { reached: this.reached, favourite: leadOf(pair), done: new Map<string, number>() };
    const steps: RunStep[] = [];
    let world = start;
    while (steps.length < this.length) {
      const step = nextStep(world, guide, this.random);
      const taken = stepOn(world, step);
      steps.push(step);
      world = taken.world;
      if (taken.prediction === null) continue;
      const { outcome, asked } = taken.prediction;
      this.count(outcome === "done" ? this.reached : this.refused, asked);
      if (outcome !== "done" || !("attempt" in step)) continue;
      const done = `${step.attempt.command} ${step.attempt.subjectId}`;
      guide.done.set(done, (guide.done.get(done) ?? 0) + 1);
      this.keep(cast, world);
    }
    return { no, cast, start, steps };
  }

  private count(where: Reached, asked: readonly Asked[]): void {
    for (const { command, state } of asked) {
      const pair = pairOf(command, state);
      where.set(pair, (where.get(pair) ?? 0) + 1);
    }
  }

  /** One of those that were reached or tried least: some of the table's pairs no record ever allows. */
  private pickPair(): string {
    const least = leastOf(this.pairs, (pair) => (this.reached.get(pair) ?? 0) + (this.tried.get(pair) ?? 0));
    const pair = least[this.random(least.length)] ?? "";
    this.tried.set(pair, (this.tried.get(pair) ?? 0) + 1);
    return pair;
  }

  /** By turns: at a beginning, so that the way is gone as well; near the pair; and where the fewest runs have gone on. */
  private pickStart(pair: string, no: number): Known {
    if (no % 4 === 0) return this.beginAnew();
    const [command = "", state = ""] = pair.split("@");
    const near = this.byState.get(`${command.split(".")[0]}:${state}`) ?? [];
    const known = no % 4 === 1 ? near[this.random(Math.max(1, near.length))] : this.pickCell();
    return known ?? this.beginAnew();
  }

  private beginAnew(): Known {
    const cast = castKeys[this.random(castKeys.length)] ?? "true-false";
    const beginning = beginnings[this.random(beginnings.length)] ?? "new";
    const { connected, forwarding } = readCastKey(cast);
    return { cast, world: beginRun(beginning, connected, forwarding) };
  }

  private pickCell(): Known | undefined {
    const least = leastOf([...this.cells.values()], ({ begun }) => begun);
    const cell = least[this.random(Math.max(1, least.length))];
    if (cell) cell.begun += 1;
    return cell?.known;
  }

  private keep(cast: string, world: World): void {
    const known = { cast, world };
    const cell = cellOf(world);
    if (!this.cells.has(cell)) this.cells.set(cell, { known, begun: 0 });
    for (const state of statesOf(world)) {
      const kept = this.byState.get(state) ?? [];
      if (kept.length < KEPT) kept.push(known);
      else if (this.random(4) === 0) kept[this.random(KEPT)] = known;
      this.byState.set(state, kept);
    }
  }
}

/** A command that comes only with another one is gone for by way of that one. */
const leads: Record<(typeof secondCommands)[number], string> = {
  "certification.scheduleStage1": "audit.planAudit@team_confirmed",
  "certification.startStage2": "audit.startAudit@planned",
  "certification.terminateAudit": "audit.terminateAudit@running",
  "certification.completeStage1": "audit.reportAudit@running",
  "certification.closeStage2": "audit.reportAudit@running",
};

function leadOf(pair: string): string {
  const [command = ""] = pair.split("@");
  return (leads as Record<string, string>)[command] ?? pair;
}

function leastOf<T>(list: readonly T[], count: (one: T) => number): T[] {
  const least = Math.min(...list.map(count));
  return list.filter((one) => count(one) === least);
}

/** How far a project has come, coarsely: its case, the audits that are under way and what they have behind them. */
export function cellOf({ record }: World): string {
  const { sourcing, certificationCase, audits } = record;
  const under = ["draft", "team_proposed", "team_confirmed", "planned", "running", "reported"];
  const open = audits
    .filter(({ state }) => under.includes(state))
    .map(({ kind, state, startsOn, planSentOn, planConfirmedOn, closingHeldOn, concerns }) => {
      const behind = [startsOn, planSentOn, planConfirmedOn, closingHeldOn].map((day) =>
        day === null ? 0 : 1,
      );
      return [kind, state, ...behind, ...new Set(concerns.map((one) => one.state))].join(" ");
    });
  return [sourcing.state, certificationCase?.state, ...open].join("/");
}

function statesOf({ record }: World): Set<string> {
  const { sourcing, certificationCase, audits, findings, certificates } = record;
  return new Set([
    `sourcing:${sourcing.state}`,
    `certification:${certificationCase?.state}`,
    ...audits.map(({ state }) => `audit:${state}`),
    ...findings.map(({ state }) => `nonconformity:${state}`),
    ...(certificates.length === 0 && certificationCase?.state === "certified" ? ["certificate:none"] : []),
  ]);
}
