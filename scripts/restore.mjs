/**
 * `npm run restore -- FILE`: a backup into an empty data folder. The whole file is checked before the first byte is
 * written; then the server is started once, so that the copy is known to work.
 */
import { resolve } from "node:path";
import { openDataFolder, openSecrets } from "./data-folder.mjs";
import { openEmbeddedDatabase, withClient } from "./database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { holdFolder } from "./run-lock.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  const [argument] = process.argv.slice(2);
  if (!argument) throw new Refusal("Name the backup: npm run restore -- FILE");
  await install();
  const dataFolder = openDataFolder();
  await holdFolder(dataFolder, () => ({ name: `process ${process.pid}, a restore`, isStopping: false }));
  const { restoreBackup } = await import("./restore-backup.mjs");
  const passphrase = process.env.CERTTRAIL_BACKUP_PASSPHRASE || null;
  const { madeAt, files, postgres } = await restoreBackup(resolve(argument), dataFolder, passphrase);
  console.log(`Restored ${files.length} files of the backup of ${madeAt} into ${dataFolder}.`);
  if (!postgres) {
    console.log(`They are the files alone. Restore the database from its dump:
  pg_restore --clean --if-exists --dbname="$DATABASE_URL" certtrail.dump`);
    return;
  }
  const { organisations, entries } = await tryServer(dataFolder);
  console.log(`The database starts, with ${organisations} organisations and ${entries} entries in its trails.
Start CertTrail with npm start, and check the trails with npm run trail:verify.`);
});

async function tryServer(dataFolder) {
  const server = await openEmbeddedDatabase(dataFolder, openSecrets(dataFolder));
  try {
    const { rows } = await withClient(server.ownerUrl, (client) =>
      client.query(
        "select (select count(*) from organisation) as organisations, (select count(*) from event) as entries",
      ),
    );
    return rows[0];
  } finally {
    await server.stop();
  }
}
