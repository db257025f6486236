/** An embedded Postgres that lives for one task: tests, or a comparison that must not touch anybody's data. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSecrets } from "./data-folder.mjs";
import { openEmbeddedDatabase } from "./database.mjs";

/** Starts it with CertTrail's roles and an empty database. `stop()` leaves nothing behind. */
export async function openThrowAwayServer() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-throw-away-")));
  const server = await openEmbeddedDatabase(folder, openSecrets(folder), { isThrowAway: true });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
