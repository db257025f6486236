/** Runs before the template is made: without TEST_DATABASE_URL, an embedded Postgres that lives as long as the run. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSecrets } from "../../scripts/data-folder.mjs";
import { openEmbeddedDatabase } from "../../scripts/database.mjs";

/** Returns what stops the server again, or nothing when the server is somebody else's. */
export async function setup() {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-test-")));
  const server = await openEmbeddedDatabase(folder, openSecrets(folder));
  process.env.TEST_DATABASE_URL = server.superuserUrl;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
    delete process.env.TEST_DATABASE_URL;
  };
}
