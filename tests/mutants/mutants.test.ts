import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { layMarkedStage } from "../matrix/marked";
import { onDatabase } from "../support/story";
import { standInForAnybody } from "./anybody";
import { type Answer, type Cell, listCells, OPEN } from "./cells";
import { listSites, switchGuards, switchPermissions } from "./checks";
import { layNeighbours } from "./neighbours";
import { notRed } from "./not-red";
import { type Rehearsal, rehearse, type Walls } from "./rehearsal";
import { type Selection, selectionOf } from "./selection";
import { noteChecks, withNothingBut, without } from "./switches";

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
  /** Those that are asked with all of them taken out: also what stands behind the first that refuses. */
  behind: ReadonlySet<string>;
  /** What comes of it then. */
  open: Outcome;
  /** Whether it answers the same to the word when it is asked again; asked once two answers differ in nothing else. */
  isSteady?: boolean;
}

/** What came of a cell; a failure of ours as text. */
type Outcome = Answer | string;

let rehearsal: Rehearsal;
let selection: Selection;
let checks: Record<Walls, string[]>;
const known: Record<Walls, Known[]> = { all: [], store: [] };

beforeAll(async () => {
  const stage = await layNeighbours(owner(), await layMarkedStage(owner()));
  rehearsal = await rehearse(owner());
  standInForAnybody(stage);
  const every = { all: [...switchPermissions(), ...switchGuards()], store: listSites() };
  selection = selectionOf(process.env)([...every.all, ...every.store]);
  checks = { all: every.all.filter(selection.isWanted), store: every.store.filter(selection.isWanted) };
  mkdirSync("tests/output", { recursive: true });
  writeFileSync(REPORT, "");
  const cells = (await listCells(stage)).filter(selection.isAsked);
  for (const walls of ["all", "store"] as const) {
    if (checks[walls].length === 0) continue;
    rehearsal.choose(walls);
    for (const cell of cells) {
      const { answer, checks: asked } = await noteChecks(cell.ask);
      const opened = await noteChecks(() => outcomeOf(() => withNothingBut(null, cell.ask)));
      if (![...asked, ...opened.checks].some(selection.isWanted)) continue;
      const behind = new Set(opened.checks);
      known[walls].push({ cell, answer, checks: new Set(asked), behind, open: opened.answer });
    }
  }
}, 3_600_000);

afterAll(async () => {
  await rehearsal.end();
});

test("each check that is taken out turns a cell red", async () => {
  const report: string[] = [];
  for (const walls of ["all", "store"] as const) {
    rehearsal.choose(walls);
    for (const check of checks[walls]) {
      const line = await tryWithout(check, known[walls]);
      report.push(line);
      appendFileSync(REPORT, `${line}\n`);
    }
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

const contentsOf = ({ sign, contents }: Answer) => `${sign} ${[...contents].sort().join(", ")}`;

function inWords(outcome: Outcome): string {
  return typeof outcome === "string" ? outcome : `${contentsOf(outcome)} ${outcome.whole}`;
}

/** Whether two outcomes of a cell differ by more than what differs each time it is asked. */
async function differ(one: Outcome, two: Outcome, known: Known): Promise<boolean> {
  if (typeof one === "string" || typeof two === "string") return one !== two;
  if (contentsOf(one) !== contentsOf(two)) return true;
  if (one.whole === two.whole) return false;
  known.isSteady ??= known.cell.isAct || (await known.cell.ask()).whole === known.answer.whole;
  return known.isSteady;
}

/**
 * Red is whoever gets further than the table says, receives what the table does not say, or meets a failure. Where another check
 * stands behind this one, the two are told apart with all others gone: this one alone must still make a difference.
 */
async function tryWithout(check: string, cells: readonly Known[]): Promise<string> {
  const asked = cells.filter((one) => one.checks.has(check));
  const reached = cells.filter((one) => one.behind.has(check));
  if (asked.length + reached.length === 0) return `not reached ${check}`;
  asked.sort((one, other) => Number(one.answer.sign === OPEN) - Number(other.answer.sign === OPEN));
  for (const one of asked) {
    const { cell, answer } = one;
    const now = await outcomeOf(() => without(check, cell.ask));
    if (await differ(now, answer, one))
      return `killed ${check} by ${cell.key} as ${cell.asker}: ${answer.sign} ${inWords(now).slice(0, 80)}`;
  }
  for (const one of reached) {
    const { cell, open } = one;
    const alone = await outcomeOf(() => withNothingBut(check, cell.ask));
    if (await differ(alone, open, one))
      return `doubled ${check} by ${cell.key} as ${cell.asker}: ${inWords(alone).slice(0, 40)} / ${inWords(open).slice(0, 40)}`;
  }
  return `survived (${asked.length + reached.length} cells) ${check}`;
}
