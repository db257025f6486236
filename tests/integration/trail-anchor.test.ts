import { execFile } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeEach, expect, test } from "vitest";
import { rows } from "../support/rows";
import { chooseBody, planProject, type SourcingScene } from "../support/sourcing-story";
import { onDatabase } from "../support/story";
import { CUT_WITH_HEAD, EDIT, rewrite, tamper } from "../support/tampered-trail";

const database = onDatabase();
const folders: string[] = [];
let folder: string;
let scene: SourcingScene;

const run = (script: string) =>
  promisify(execFile)(process.execPath, [`scripts/${script}.mjs`], {
    env: {
      ...process.env,
      DATABASE_URL: database.owner(),
      DATABASE_MIGRATION_URL: "",
      CERTTRAIL_DATA: folder,
    },
  });
const anchorFiles = () =>
  readdirSync(join(folder, "anchors"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, "anchors", name))
    .sort();
const fails = (sentence: string) => ({ code: 1, stderr: expect.stringContaining(sentence) });

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-anchor-")));
  folders.push(folder);
  // What the tests before have broken would be found first.
  await tamper(
    database.owner(),
    null,
    ...["event", "trail_head", "trail_anchor_head", "trail_anchor"].map(
      (table) => `delete from ${table} where $1::text is null`,
    ),
  );
  scene = await planProject("Anchored");
  await chooseBody(scene);
  await run("trail-anchor");
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

test("an anchor is kept as a row and as a file, with a key that nobody else reads; acts go on, and the check holds", async () => {
  expect(anchorFiles()).toHaveLength(1);
  expect(statSync(join(folder, "anchor-key.pem")).mode & 0o777).toBe(0o600);
  const another = await planProject("Anchored later");
  await run("trail-anchor");
  const heads = await rows().trailAnchorHead.findMany({ orderBy: { at: "asc" } });
  // The second time only the trail that went on is named by itself; the whole names both.
  expect(heads.map(({ projectId }) => projectId)).toEqual([scene.projectId, another.projectId]);
  expect((await run("trail-verify")).stdout).toContain("against 2 anchors. Every chain is whole.");
});

test("a trail that was rewritten with hashes that fit is found by its anchor", async () => {
  await rewrite(database.owner(), scene.projectId, EDIT);
  await expect(run("trail-verify")).rejects.toMatchObject(fails("was anchored at"));
  await expect(run("trail-verify")).rejects.toMatchObject(fails("the trail was rewritten"));
});

test("a tail that was cut together with its head is found by its anchor", async () => {
  await tamper(database.owner(), scene.projectId, ...CUT_WITH_HEAD);
  await expect(run("trail-verify")).rejects.toMatchObject(fails("The trail ends with entry 3, and entry"));
});

test("a trail that is gone whole is found by its anchor", async () => {
  await tamper(
    database.owner(),
    scene.projectId,
    "delete from event where project_id = $1",
    "delete from trail_head where project_id = $1",
    "delete from project where id = $1",
  );
  await expect(run("trail-verify")).rejects.toMatchObject(fails("and is gone"));
});

test("the anchors' rows cannot be taken away with the trail: the files stand for them", async () => {
  await rewrite(database.owner(), scene.projectId, EDIT);
  await tamper(
    database.owner(),
    scene.projectId,
    "delete from trail_anchor_head where project_id = $1",
    "delete from trail_anchor where $1::text is not null",
  );
  await expect(run("trail-verify")).rejects.toMatchObject(fails("the trail was rewritten"));
});

test("a file that was changed, or signed with another key, vouches for nothing", async () => {
  const [file = ""] = anchorFiles();
  const anchor = JSON.parse(readFileSync(file, "utf8")) as { content: string };
  writeFileSync(file, JSON.stringify({ ...anchor, content: anchor.content.replace('"no":', '"no":1') }));
  await expect(run("trail-verify")).rejects.toMatchObject(fails("does not carry its signature"));
  rmSync(file);
  rmSync(join(folder, "anchor-key.pem"));
  expect((await run("trail-verify")).stdout).toContain("Anchors of another key, which were not used: 1");
});

test("nobody rewrites an anchor, and the product sees a party's own heads alone", async () => {
  for (const table of ["trail_anchor", "trail_anchor_head"]) {
    const change = rows().$executeRawUnsafe(`update ${table} set hash = hash`);
    await expect(change).rejects.toThrow(/permission denied|42501/);
  }
  const { db } = await import("@/lib/store/db");
  expect(await db(scene.manager).trailAnchorHead.count()).toBe(1);
  const { manager: stranger } = await planProject("Stranger");
  expect(await db(stranger).trailAnchorHead.count()).toBe(0);
  await expect(db(scene.manager).trailAnchor.count()).rejects.toThrow(/denied|42501/);
});
