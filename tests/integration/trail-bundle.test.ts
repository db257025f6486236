import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { NotThere } from "@/lib/outcome";
import { exportTrail, listOwnAnchors } from "@/lib/store/trail-bundle";
import { isHeadSigned } from "@/lib/trail/anchor";
import type { BundleBegin, BundleLine } from "@/lib/trail/bundle";
import { type ChainEntry, hashEntry } from "@/lib/trail/chain";
import { rows } from "../support/rows";
import { chooseBody, planProject, type SourcingScene } from "../support/sourcing-story";
import { onDatabase, START } from "../support/story";

const database = onDatabase();
const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-bundle-")));
// Alone in a folder of its own: nothing of the clone is there to be loaded.
const verifier = join(folder, "verify-bundle.mjs");
let scene: SourcingScene;
let bundle: string[];

async function download(actor: Actor, projectId: string): Promise<string[]> {
  const { lines } = await exportTrail(actor, projectId, START);
  const all: string[] = [];
  for await (const line of lines) all.push(line.trimEnd());
  return all;
}

/** Writes the lines to a file and checks it as somebody without CertTrail does. */
async function verify(lines: string[]): Promise<{ code: number; says: string }> {
  const file = join(folder, "trail.jsonl");
  writeFileSync(file, lines.join("\n"));
  const run = promisify(execFile)(process.execPath, [verifier, file], {
    cwd: folder,
    env: { NODE_ENV: "production" },
  });
  return await run.then(
    ({ stdout }) => ({ code: 0, says: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, says: stderr }),
  );
}

beforeAll(async () => {
  copyFileSync("scripts/verify-bundle.mjs", verifier);
  scene = await planProject("Bundled");
  await chooseBody(scene);
  const env = {
    ...process.env,
    DATABASE_URL: database.owner(),
    DATABASE_MIGRATION_URL: "",
    CERTTRAIL_DATA: folder,
  };
  await promisify(execFile)(process.execPath, ["scripts/trail-anchor.mjs"], { env });
  const { id, clientId, bodyId } = await rows().project.findUniqueOrThrow({ where: { id: scene.projectId } });
  await rows().certificationCase.create({
    data: { id, projectId: id, clientId, bodyId: bodyId ?? "", state: "engaged", createdAt: START },
  });
  bundle = await download(scene.manager, scene.projectId);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a downloaded trail is checked by one file with Node alone, anchors and all", async () => {
  const { code, says } = await verify(bundle);
  expect(says).toMatch(/^Trail of Bundled ISMS, made for Bundled at 2027-01-11T09:00:00.000Z\n/);
  expect(says).toContain(`Whole: ${bundle.length - 1} entries checked, 0 of the other side`);
  expect(says).toMatch(/goes through 1 anchors, signed with key [0-9a-f]{4}( [0-9a-f]{4}){3}/);
  expect(code).toBe(0);
});

test("what only the client may read is in the body's bundle as hashes alone, and the chain still holds", async () => {
  const theirs = await download(scene.planner, scene.projectId);
  expect(theirs).toHaveLength(bundle.length);
  const own = await rows().event.findMany({ where: { projectId: scene.projectId, audience: "client" } });
  expect(own.length).toBeGreaterThan(0);
  for (const { no, id } of own) {
    expect(Object.keys(JSON.parse(theirs[no] ?? ""))).toEqual(["link"]);
    expect(theirs.join("\n")).not.toContain(id);
  }
  const { code, says } = await verify(theirs);
  expect([code, says]).toEqual([0, expect.stringContaining(`${own.length} of the other side`)]);
});

const entryOf = (line = "") => (JSON.parse(line) as { entry: ChainEntry }).entry;
const lineOf = (line: BundleLine) => JSON.stringify(line);
const edited = (line: string | undefined, change: Partial<ChainEntry>) =>
  lineOf({ entry: { ...entryOf(line), ...change } });

/** The whole file written anew after an edit, hashes, head and all. */
function rewriteBundle(lines: string[]): string[] {
  const begin = JSON.parse(lines[0] ?? "") as BundleBegin;
  let prevHash = "0".repeat(64);
  const entries = lines.slice(1).map((line) => {
    const entry = { ...entryOf(line), prevHash };
    prevHash = hashEntry(begin.project, entry);
    return lineOf({ entry: { ...entry, hash: prevHash } });
  });
  return [JSON.stringify({ ...begin, head: { no: entries.length, hash: prevHash } }), ...entries];
}

const tamperings: Record<string, [(lines: string[]) => string[], string]> = {
  "an edited entry": [
    (lines) => lines.with(2, edited(lines[2], { personName: "Somebody else" })),
    "Entry 2 was changed",
  ],
  "a deleted entry": [(lines) => lines.toSpliced(2, 1), "Entry 2 is missing"],
  "an inserted entry": [(lines) => [...lines, edited(lines.at(-1), { no: lines.length })], "was inserted"],
  "entries in another order": [
    (lines) => lines.with(2, lines[3] ?? "").with(3, lines[2] ?? ""),
    "Entry 2 is missing",
  ],
  "a cut tail": [(lines) => lines.slice(0, -2), "the tail was cut"],
  "a trail written anew": [
    (lines) => rewriteBundle(lines.with(2, edited(lines[2], { personName: "Somebody else" }))),
    "the trail was rewritten",
  ],
  "a tail cut with its head": [(lines) => rewriteBundle(lines.slice(0, -2)), "was anchored at"],
  "an anchor that was changed": [
    (lines) => lines.with(0, (lines[0] ?? "").replace(/"at":"20\d\d/, '"at":"1999')),
    "does not carry its signature",
  ],
  "a line that is cut": [
    (lines) => lines.with(-1, lines.at(-1)?.slice(0, 40) ?? ""),
    "A line of the bundle is cut",
  ],
  "another file": [() => ['{"a": 1}'], "This is no trail bundle"],
  "an empty file": [() => [], "This is no trail bundle"],
};

test.each(Object.entries(tamperings))("offline, %s is found", async (_name, [change, sentence]) => {
  const { code, says } = await verify(change(bundle));
  expect(says).toContain(sentence);
  expect(code).toBe(1);
});

test("each party takes away the signed heads of its own trails alone; a stranger finds no trail", async () => {
  const [head, ...more] = await listOwnAnchors(scene.manager);
  expect(more).toEqual([]);
  expect(head && isHeadSigned(head)).toBe(true);
  expect(await listOwnAnchors(scene.planner)).toEqual([head]);
  const { manager: stranger } = await planProject("Elsewhere");
  expect(await listOwnAnchors(stranger)).toEqual([]);
  await expect(exportTrail(stranger, scene.projectId, START)).rejects.toThrow(NotThere);
});
