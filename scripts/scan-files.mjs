/** Asks the scanner about files that it has not seen: those that came while it was away, or before there was one. */
import { tsImport } from "tsx/esm/api";
import { withClient } from "./database.mjs";
import { openKeptBytes } from "./storage.mjs";

const { askClamd } = await tsImport("../lib/files/clamd.ts", import.meta.url);
const { keyOf } = await tsImport("../lib/files/storage.ts", import.meta.url);

/** After so many failures in a row the scanner is taken to be away, and the rest waits for the next time. */
const FAILURES_IN_A_ROW = 3;

/** The same bytes of an organisation are scanned once. Those that keep people waiting come first. */
const UNSEEN = `select organisation_id as organisation, sha256, bool_or(awaits_scan) as waits from stored_file s
  where not exists (select from file_scan c where c.file_id = s.id) group by 1, 2 order by 3 desc, min(uploaded_at)`;
const SAY = `insert into file_scan (file_id, project_id, client_id, scanned_at, found)
  select id, project_id, client_id, clock_timestamp(), $3 from stored_file s
  where organisation_id = $1::uuid and sha256 = $2 on conflict do nothing`;

/** Returns {clean, infected, lost, waiting}: `lost` has no bytes, `waiting` is still to be scanned, `why` is the last failure. */
export async function scanFiles(url, dataFolder, clamd) {
  const storage = openKeptBytes(dataFolder);
  return await withClient(url, async (client) => {
    const { rows } = await client.query(UNSEEN);
    const found = { clean: 0, infected: 0, lost: 0, waiting: 0, why: null };
    let failures = 0;
    for (const { organisation, sha256 } of rows) {
      if (failures === FAILURES_IN_A_ROW) {
        found.waiting += 1;
        continue;
      }
      try {
        const bytes = await storage.get(keyOf(organisation, sha256));
        if (!bytes) {
          found.lost += 1;
          continue;
        }
        const name = await askClamd(clamd, bytes);
        failures = 0;
        await client.query(SAY, [organisation, sha256, name]);
        found[name === null ? "clean" : "infected"] += 1;
      } catch (error) {
        failures += 1;
        found.waiting += 1;
        found.why = error.message;
      }
    }
    return found;
  });
}
