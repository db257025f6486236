/** The database a command works on: the one that is named, or the embedded one of the data folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openDataFolder, openSecrets } from "./data-folder.mjs";
import { openEmbeddedDatabase } from "./database.mjs";

/**
 * The owner's address from DATABASE_MIGRATION_URL, DATABASE_URL or the embedded server, which is started if it stands
 * still. Null when there is none yet. `stop()` leaves the server as it was found.
 */
export async function openGivenDatabase() {
  const url = process.env.DATABASE_MIGRATION_URL || process.env.DATABASE_URL;
  // A running CertTrail tells its own programs the address of the embedded server too.
  if (url) return { url, isEmbedded: process.env.CERTTRAIL_EMBEDDED === "1", stop: async () => undefined };
  const dataFolder = openDataFolder();
  if (!existsSync(join(dataFolder, "secrets.json"))) return null;
  const { ownerUrl, isAdopted, stop } = await openEmbeddedDatabase(dataFolder, openSecrets(dataFolder));
  // A server that was running belongs to a running CertTrail.
  return { url: ownerUrl, isEmbedded: true, stop: async () => (isAdopted ? undefined : await stop()) };
}
