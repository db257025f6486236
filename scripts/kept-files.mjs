/** Compares the folder of uploaded files with the rows that tell of them. */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "./database.mjs";

/** An upload that is still under way has bytes before it has a row. */
const YOUNG_MS = 24 * 60 * 60 * 1000;
/** What stands for the name of an upload that has none yet. */
const BROKEN_OFF = "";
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Removes what has no row and is older than a day: bytes whose row was never written, and uploads that broke off.
 * A folder of which no row tells at all may be that of another database: there nothing is removed. `days` lets so much
 * time have passed. Returns {kept, removed, young, strange, lost}; `lost` names the rows whose bytes are gone, as "organisation sha256".
 */
export async function checkKeptFiles(url, dataFolder, days = 0) {
  const folder = join(dataFolder, "files");
  // The folder is read first: a file that arrives in between has a row that is seen.
  const blobs = listBlobs(folder);
  const { told, now } = await withClient(url, async (client) => {
    const files = await client.query(
      "select distinct organisation_id || ' ' || sha256 as name from stored_file",
    );
    const clock = await client.query("select now() + make_interval(days => $1) as now", [days]);
    return { told: new Set(files.rows.map(({ name }) => name)), now: clock.rows[0].now.getTime() };
  });
  const found = { kept: 0, removed: 0, young: 0, strange: 0, lost: [] };
  const seen = new Set(blobs.map(({ name }) => name));
  found.kept = blobs.filter(({ name }) => told.has(name)).length;
  for (const { name, path } of blobs) {
    if (told.has(name)) continue;
    if (name !== BROKEN_OFF && found.kept === 0) found.strange += 1;
    else if (now - statSync(path).mtimeMs < YOUNG_MS) found.young += 1;
    else {
      rmSync(path);
      found.removed += 1;
    }
  }
  found.lost = [...told].filter((name) => !seen.has(name)).sort();
  return found;
}

/** Bytes lie in organisation/two signs/SHA-256; beside them in incoming/ while they arrive. */
function listBlobs(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const [organisation] = parentPath.slice(folder.length + 1).split(/[\\/]/);
      return {
        name: SHA256.test(name) ? `${organisation} ${name}` : BROKEN_OFF,
        path: join(parentPath, name),
      };
    });
}
