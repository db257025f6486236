import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { layMarkedStage } from "../matrix/marked";
import { onDatabase } from "../support/story";
import { standInForAnybody } from "./anybody";
import { type Answer, type Cell, listCells, OPEN } from "./cells";
import { listSites, switchGuards, switchPermissions } from "./checks";
import { layNeighbours } from "./neighbours";
import { notRed } from "./not-red";
import { listReaderCells } from "./readers";
import { rehearse } from "./rehearsal";
import { type Selection, selectionOf } from "./selection";
import { asksWho, besides, noteChecks, withOnly, without } from "./switches";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, getAll: () => [] }),
  headers: async () => new Headers(),
}));
vi.mock("@/lib/session/cookie", async () => {
  const { signedIn } = await import("../support/signed-in");
  return { readSessionToken: async () => signedIn.token || null };
});

const { owner } = onDatabase();

/** Written line by line: a run that is broken off has still said what it found. */
const REPORT = "tests/output/mutants.txt";

interface Known {
  cell: Cell;
  answer: Answer;
  /** The checks that are asked on the way. */
  checks: ReadonlySet<string>;
  /** Those that are asked with all but who asks taken out: also what stands behind the first that refuses. */
  behind: ReadonlySet<string>;
  /** What comes of it then. */
  open: Outcome;
  /** Whether it was found to answer in other words each time it is asked; signs and contents can be told apart all the same. */
  isUnsteady?: boolean;
}

/** What came of a cell; a failure of ours as text. */
type Outcome = Answer | string;

let endRehearsal: () => Promise<void>;
let selection: Selection;
let checks: string[];
const known: Known[] = [];

beforeAll(async () => {
  const stage = await layNeighbours(owner(), await layMarkedStage(owner()));
  endRehearsal = await rehearse(owner());
  standInForAnybody(stage);
  const listed = [...switchPermissions(), ...switchGuards(), ...listSites()];
  selection = selectionOf(process.env)(listed);
  checks = listed.filter(selection.isWanted);
  mkdirSync("tests/output", { recursive: true });
  writeFileSync(REPORT, "");
  const every = [...(await listReaderCells(stage)), ...(await listCells(stage))];
  const cells = every.filter(selection.isAsked);
  for (const cell of cells) {
    const { answer, checks: asked } = await noteChecks(cell.ask);
    const opened = await noteChecks(() => outcomeOf(() => withOnly(asksWho, cell.ask)));
    if (![...asked, ...opened.checks].some(selection.isWanted)) continue;
    const behind = new Set(opened.checks);
    known.push({ cell, answer, checks: new Set(asked), behind, open: opened.answer });
  }
}, 3_600_000);

afterAll(async () => {
  await endRehearsal();
});

test("each check that is taken out turns a cell red", async () => {
  const report: string[] = [];
  for (const check of checks) {
    const line = await tryWithout(check, known);
    report.push(line);
    appendFileSync(REPORT, `${line}\n`);
  }
  const count = (word: string) => report.filter((line) => line.startsWith(word)).length;
  console.log(
    `checks: ${report.length}, killed: ${count("killed")}, killed as the last of several: ${count("doubled")}`,
  );
  const open = report
    .filter((line) => !/^(killed|doubled)/.test(line))
    .map((line) => line.replace(/^survived \(\d+ cells\) /, "no red cell: "));
  const expected = notRed.filter(
    (line) => selection.isWhole || selection.isWanted(line.replace(/^(no red cell:|not reached) /, "")),
  );
  expect(open.sort()).toEqual(expected.toSorted());
}, 3_600_000);

async function outcomeOf(ask: () => Promise<Answer>): Promise<Outcome> {
  try {
    return await ask();
  } catch (error) {
    // A switch that names what its file does not know is a fault of the switch.
    if (error instanceof ReferenceError) throw error;
    return `fails: ${String(error).slice(0, 80)}`;
  }
}

/** The sign and the contents of an outcome. */
function roughly(outcome: Outcome): string {
  if (typeof outcome === "string") return outcome;
  return `${outcome.sign} ${[...outcome.contents].sort().join(", ")}`;
}

/** An outcome to the word. */
function inWords(outcome: Outcome): string {
  return typeof outcome === "string" ? outcome : `${roughly(outcome)} ${outcome.whole}`;
}

/**
 * Whether a cell answers otherwise now than before, by more than what differs each time it is asked: `again` asks once more as it
 * was asked before.
 */
async function differs(now: Outcome, before: Outcome, known: Known, again: () => Promise<Answer>) {
  const isSame = (one: Outcome, tell: (outcome: Outcome) => string) => tell(one) === tell(before);
  if (!isSame(now, roughly)) return isSame(await outcomeOf(again), roughly);
  if (isSame(now, inWords) || known.isUnsteady) return false;
  known.isUnsteady = !isSame(await outcomeOf(again), inWords);
  return !known.isUnsteady;
}

/**
 * Red is whoever gets further than the table says, receives what the table does not say, or meets a failure. Where another check
 * stands behind this one, the two are told apart with all others gone: this one alone must still make a difference.
 */
async function tryWithout(check: string, cells: readonly Known[]): Promise<string> {
  const asked = cells.filter((one) => one.checks.has(check));
  const reached = cells.filter((one) => one.checks.has(check) || one.behind.has(check));
  if (reached.length === 0) return `not reached ${check}`;
  asked.sort((one, other) => Number(one.answer.sign === OPEN) - Number(other.answer.sign === OPEN));
  for (const one of asked) {
    const { cell, answer } = one;
    const now = await outcomeOf(() => without(check, cell.ask));
    if (await differs(now, answer, one, cell.ask))
      return `killed ${check} by ${cell.key} as ${cell.asker}: ${answer.sign} ${inWords(now).slice(0, 80)}`;
  }
  const beside = besides(check);
  for (const one of reached) {
    const { cell } = one;
    const again = () => withOnly((other) => other !== check && beside(other), cell.ask);
    const open = beside === asksWho ? one.open : await outcomeOf(again);
    const alone = await outcomeOf(() => withOnly((other) => other === check || beside(other), cell.ask));
    if (await differs(alone, open, one, again))
      return `doubled ${check} by ${cell.key} as ${cell.asker}: ${inWords(alone).slice(0, 40)} / ${inWords(open).slice(0, 40)}`;
  }
  return `survived (${reached.length} cells) ${check}`;
}
