/** Compares the kept bytes of uploaded files with the rows that tell of them. */
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "./database.mjs";
import { openKeptBytes } from "./storage.mjs";

/** An upload that is still under way has bytes before it has a row. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what has no row and is older than a day: bytes whose row was never written, and uploads that broke off.
 * A storage of which no row tells at all may be that of another database: there nothing is removed. `days` lets so much
 * time have passed. Returns {kept, removed, young, strange, lost}; `lost` names the rows whose bytes are gone, as "organisation sha256".
 */
export async function checkKeptFiles(url, dataFolder, days = 0) {
  const storage = openKeptBytes(dataFolder);
  // The storage is read first: a file that arrives in between has a row that is seen.
  const blobs = [];
  for await (const { key, changedAt } of storage.list()) blobs.push({ key, name: nameOf(key), changedAt });
  const { told, now } = await withClient(url, async (client) => {
    const files = await client.query(
      "select distinct organisation_id || ' ' || sha256 as name from stored_file",
    );
    const clock = await client.query("select now() + make_interval(days => $1) as now", [days]);
    return { told: new Set(files.rows.map(({ name }) => name)), now: clock.rows[0].now.getTime() };
  });
  const isYoung = (instant) => now - instant.getTime() < YOUNG_MS;
  const found = { kept: 0, removed: 0, young: 0, strange: 0, lost: [] };
  const seen = new Set(blobs.map(({ name }) => name));
  found.kept = blobs.filter(({ name }) => told.has(name)).length;
  for (const { key, name, changedAt } of blobs) {
    if (told.has(name)) continue;
    if (found.kept === 0) found.strange += 1;
    else if (isYoung(changedAt)) found.young += 1;
    else if (await removeWithoutRow(url, storage, key)) found.removed += 1;
    else found.kept += 1;
  }
  for (const path of listBrokenOff(dataFolder)) {
    if (isYoung(statSync(path).mtime)) found.young += 1;
    else {
      rmSync(path);
      found.removed += 1;
    }
  }
  found.lost = [...told].filter((name) => !seen.has(name)).sort();
  return found;
}

/** Removes bytes unless a row came meanwhile: the same bytes, sent again, wait here or are seen (`addFile`). */
async function removeWithoutRow(url, storage, key) {
  return await withClient(url, async (client) => {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);
    const { rows } = await client.query(
      "select from stored_file where organisation_id || ' ' || sha256 = $1 limit 1",
      [nameOf(key)],
    );
    if (rows.length === 0) await storage.remove(key);
    await client.query("commit");
    return rows.length === 0;
  });
}

/** Bytes lie under organisation/two signs/SHA-256; whatever else is there has no row. */
function nameOf(key) {
  const [organisation, , sha256] = key.split("/");
  return `${organisation} ${sha256}`;
}

/** Uploads arrive in the data folder, wherever they are kept. */
function listBrokenOff(dataFolder) {
  const folder = join(dataFolder, "files", "incoming");
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).map((name) => join(folder, name));
}
