import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../scripts/database.mjs";
import { checkKeptFiles } from "../../scripts/kept-files.mjs";
import { createTestDatabase } from "../support/database";
import { tamper } from "../support/tampered-trail";
import { openWorld } from "../support/world";

const folder = mkdtempSync(join(tmpdir(), "certtrail-kept-"));
let database;
let told;

function keep(organisation, sha256) {
  const place = join(folder, "files", organisation, sha256.slice(0, 2));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, sha256), "bytes");
}

const listKept = () =>
  readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** Returns once somebody waits for an advisory lock. */
async function waitForLock(client) {
  const waiting = "select from pg_locks where locktype = 'advisory' and not granted";
  while ((await client.query(waiting)).rowCount === 0) await client.query("select pg_sleep(0.01)");
}

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = await openWorld(database.ownerUrl);
  [told] = (
    await owner.query("select organisation_id as organisation, sha256 from stored_file limit 1")
  ).rows;
  await owner.end();
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

test("a row whose bytes are gone is named", async () => {
  mkdirSync(join(folder, "files", "incoming"), { recursive: true });
  expect(await checkKeptFiles(database.ownerUrl, folder)).toEqual({
    kept: 0,
    removed: 0,
    young: 0,
    strange: 0,
    lost: [`${told.organisation} ${told.sha256}`],
  });
});

test("of a folder that may be another database's nothing is removed", async () => {
  keep(told.organisation, "e".repeat(64));
  const before = listKept();
  const later = await checkKeptFiles(database.ownerUrl, folder, 400);
  expect(later).toMatchObject({ kept: 0, removed: 0, strange: 1 });
  expect(listKept()).toEqual(before);
  rmSync(join(folder, "files", told.organisation), { recursive: true });
});

test("bytes whose row is just being written stay, however old they are", async () => {
  const sha256 = "d".repeat(64);
  keep(told.organisation, sha256);
  keep(told.organisation, told.sha256);
  const checked = await withClient(database.ownerUrl, async (client) => {
    // As addFile does, held up before its end.
    await client.query("begin");
    const key = `${told.organisation}/dd/${sha256}`;
    await client.query("select pg_advisory_xact_lock_shared(hashtextextended($1, 0))", [key]);
    await client.query(
      `insert into stored_file select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'sha256', $1::text))).*
       from stored_file f where sha256 = $2 limit 1`,
      [sha256, told.sha256],
    );
    const checking = checkKeptFiles(database.ownerUrl, folder, 2);
    await waitForLock(client);
    await client.query("commit");
    return await checking;
  });
  expect(checked).toMatchObject({ kept: 2, removed: 0, lost: [] });
  expect(listKept()).toContain(sha256);
  await tamper(database.ownerUrl, sha256, "delete from stored_file where sha256 = $1");
  rmSync(join(folder, "files", told.organisation), { recursive: true });
});

test("bytes of which no row tells stay for a day, since their row may be on its way, and go then", async () => {
  keep(told.organisation, told.sha256);
  // The same bytes of another organisation are another file.
  keep("01a2110c-0000-7000-8000-000000000000", told.sha256);
  keep(told.organisation, "f".repeat(64));
  writeFileSync(join(folder, "files", "incoming", "broken-off"), "half");
  const before = listKept();
  const today = { kept: 1, removed: 0, young: 3, strange: 0, lost: [] };
  expect(await checkKeptFiles(database.ownerUrl, folder)).toEqual(today);
  expect(listKept()).toEqual(before);
  const later = { kept: 1, removed: 3, young: 0, strange: 0, lost: [] };
  expect(await checkKeptFiles(database.ownerUrl, folder, 2)).toEqual(later);
  expect(listKept()).toEqual([told.sha256]);
});
