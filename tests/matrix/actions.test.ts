import { beforeAll, expect, test, vi } from "vitest";
import type { FormAction, FormState } from "@/lib/form-state";
import { newId } from "@/lib/store/new-id";
import { anyForm } from "../support/any-form";
import { NOT_THERE, openSession } from "../support/asking";
import { signedIn } from "../support/signed-in";
import { onDatabase } from "../support/story";
import { actions } from "./actions";
import { listActs } from "./acts";
import { layStage, PEOPLE, type PersonName } from "./people";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async () => {
  const { signedIn: cookie } = await import("../support/signed-in");
  return { readSessionToken: async () => cookie.token };
});

onDatabase();

type Cell = "." | "r" | "p" | "+";

/**
 * "." it is not there; "r" no such role may; "p" the role may, but not this person on this audit; "+" anything further:
 * done, or stopped by what was typed or by the moment.
 */
function cellOf({ message, refusals }: FormState): Cell {
  if (message === NOT_THERE) return ".";
  if (refusals.some(({ code }) => code === "not-yours")) return "r";
  return refusals.some(({ code }) => /^not-(lead|on-team)/.test(code)) ? "p" : "+";
}

/** Acts after which others find nothing to act on: they are tried last. */
const ENDINGS = /^(end|terminate|cancel|conclude|withdraw|grant|refuse|discard|remove|setActive|changeRoles)/;

/** Sends every form of the workspace as one person, each person on a stage of its own: acts change it. */
async function askAll(name: PersonName, acts: readonly { act: FormAction }[]): Promise<Cell[]> {
  const { people, ids } = await layStage();
  const actor = people[name];
  const cells: Cell[] = [];
  for (const { act } of acts) {
    // Some acts end the sign-in.
    signedIn.token = await openSession(actor);
    const form = anyForm(actor.organisationSlug, ids, newId());
    const answer = await act({ status: "idle", errors: {}, refusals: [], stamp: 0 }, form);
    cells.push(cellOf(answer));
  }
  return cells;
}

const found: Record<string, string> = {};

beforeAll(async () => {
  const acts = await listActs();
  const isEnding = ({ key }: { key: string }) => Number(ENDINGS.test(key.split("/").at(-1) ?? ""));
  acts.sort((one, other) => isEnding(one) - isEnding(other));
  const columns: Cell[][] = [];
  for (const name of PEOPLE) columns.push(await askAll(name, acts));
  for (const [index, { key }] of acts.entries()) found[key] = columns.map((column) => column[index]).join("");
}, 300_000);

test("each person may what the table says, and is told no or nothing elsewhere", () => {
  expect(found).toEqual(actions);
});

test("the table has a cell for each person and action", () => {
  const cells = Object.values(actions).join("").length;
  expect(cells).toBe(Object.keys(found).length * PEOPLE.length);
  expect(cells).toBeGreaterThan(1_300);
});
