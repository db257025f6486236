import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { layMarkedStage, type MarkedStage } from "../matrix/marked";
import { onDatabase } from "../support/story";
import { standInForAnybody } from "./anybody";
import { type Answer, type Cell, listCells, OPEN } from "./cells";
import { listSites, switchGuards, switchPermissions } from "./checks";
import { layNeighbours } from "./neighbours";
import { notRed } from "./not-red";
import { type Rehearsal, rehearse, type Walls } from "./rehearsal";
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

interface Known extends Answer {
  cell: Cell;
  /** The checks that are asked on the way. */
  checks: ReadonlySet<string>;
  /** Those that are asked with all of them taken out: also what stands behind the first that refuses. */
  behind: ReadonlySet<string>;
  /** What comes of it then. */
  open: string;
  /** Whether it answers the same to the word when it is asked again. */
  isSteady: boolean;
}

let rehearsal: Rehearsal;
let stage: MarkedStage;
let checks: { inTables: string[]; inText: string[] };
const known: Record<Walls, Known[]> = { all: [], store: [] };

beforeAll(async () => {
  stage = await layNeighbours(owner(), await layMarkedStage(owner()));
  rehearsal = await rehearse(owner());
  standInForAnybody(stage);
  checks = { inTables: [...switchPermissions(), ...switchGuards()], inText: listSites() };
  const cells = await listCells(stage);
  for (const walls of ["all", "store"] as const) {
    rehearsal.choose(walls);
    for (const cell of cells) {
      const { answer, checks: asked } = await noteChecks(cell.ask);
      const isSteady = cell.isAct || (await cell.ask()).whole === answer.whole;
      const all = await noteChecks(() => outcomeOf(isSteady, () => withNothingBut(null, cell.ask)));
      const behind = new Set(all.checks);
      known[walls].push({ cell, ...answer, checks: new Set(asked), behind, open: all.answer, isSteady });
    }
  }
}, 3_600_000);

afterAll(async () => {
  await rehearsal.end();
});

test("each check that is taken out turns a cell red", async () => {
  const report: string[] = [];
  for (const [walls, list] of [
    ["all", checks.inTables],
    ["store", checks.inText],
  ] as const) {
    rehearsal.choose(walls);
    for (const check of list) report.push(await tryWithout(check, known[walls]));
  }
  mkdirSync("tests/output", { recursive: true });
  writeFileSync("tests/output/mutants.txt", report.join("\n"));
  const count = (word: string) => report.filter((line) => line.startsWith(word)).length;
  console.log(
    `checks: ${report.length}, killed: ${count("killed")}, killed as the last of several: ${count("doubled")}`,
  );
  const open = report
    .filter((line) => !/^(killed|doubled)/.test(line))
    .map((line) => line.replace(/^survived \(\d+ cells\) /, "no red cell: "));
  expect(open.sort()).toEqual(notRed.toSorted());
}, 3_600_000);

function inWords(isSteady: boolean, { sign, contents, whole }: Answer): string {
  return `${sign} ${[...contents].sort().join(", ")}${isSteady ? ` ${whole}` : ""}`;
}

/** What comes of a cell, a failure of ours included: as text, so that two can be compared. */
async function outcomeOf(isSteady: boolean, ask: () => Promise<Answer>): Promise<string> {
  try {
    return inWords(isSteady, await ask());
  } catch (error) {
    // A switch that names what its file does not know is a fault of the switch.
    if (error instanceof ReferenceError) throw error;
    return `fails: ${String(error).slice(0, 80)}`;
  }
}

/**
 * Red is whoever gets further than the table says, receives what the table does not say, or meets a failure. Where another check
 * stands behind this one, the two are told apart with all others gone: this one alone must still make a difference.
 */
async function tryWithout(check: string, cells: readonly Known[]): Promise<string> {
  const asked = cells.filter((one) => one.checks.has(check));
  const reached = cells.filter((one) => one.behind.has(check));
  if (asked.length + reached.length === 0) return `not reached ${check}`;
  asked.sort((one, other) => Number(one.sign === OPEN) - Number(other.sign === OPEN));
  for (const { cell, isSteady, ...answer } of asked) {
    const now = await outcomeOf(isSteady, () => without(check, cell.ask));
    if (now !== inWords(isSteady, answer))
      return `killed ${check} by ${cell.key} as ${cell.asker}: ${answer.sign} ${now.slice(0, 80)}`;
  }
  for (const { cell, isSteady, open } of reached) {
    const alone = await outcomeOf(isSteady, () => withNothingBut(check, cell.ask));
    if (alone !== open)
      return `doubled ${check} by ${cell.key} as ${cell.asker}: ${alone.slice(0, 40)} / ${open.slice(0, 40)}`;
  }
  return `survived (${asked.length + reached.length} cells) ${check}`;
}
