/** One backup: of the embedded server with all that lies in the data folder, or of the folder alone. */
import { join } from "node:path";
import { writeArchive } from "./backup-archive.mjs";
import { copyCluster } from "./cluster-copy.mjs";
import { withClient } from "./database.mjs";

/** Of the data folder: not the server's own files, which are copied its way, not older backups, not half an upload. */
const NOT_COPIED = /^(postgres|backups|files\/incoming)$|\.\d+(\.partial)?$/;

/**
 * Writes `file`. `superuserUrl` is the embedded server's, null to copy the folder alone. The files come after the
 * database: a file is kept before its row, so none is missing that the copied database names.
 */
export async function makeBackup({ superuserUrl, dataFolder, file, passphrase, madeAt, onCopied }) {
  return await writeArchive(file, passphrase, async (adders) => {
    const about = superuserUrl
      ? await withClient(superuserUrl, async (client) => {
          await copyCluster(client, adders, "cluster", onCopied);
          const { rows } = await client.query("show server_version");
          return { postgres: rows[0].server_version };
        })
      : { postgres: null };
    await adders.addFolder("data", dataFolder, (path) => !NOT_COPIED.test(path));
    return { version: 1, madeAt, platform: `${process.platform}-${process.arch}`, ...about };
  });
}

/** "certtrail-2027-03-27T09-00-00Z.tar.gz" under `folder` */
export function nameBackup(folder, madeAt, passphrase) {
  const instant = madeAt.replace(/\.\d+Z$/, "Z").replaceAll(":", "-");
  return join(folder, `certtrail-${instant}.tar.gz${passphrase ? ".encrypted" : ""}`);
}
