/**
 * `npm run backup [-- FILE]`: a consistent copy of database and files while CertTrail runs or stands still. With
 * `--daily` into the data folder's backups/, once a day, of which the newest seven stay.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { openDataFolder, openSecrets } from "./data-folder.mjs";
import { withClient } from "./database.mjs";
import { superuserUrl } from "./embedded-postgres.mjs";
import { openGivenDatabase } from "./given-database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./steps.mjs";

const DAILY_KEPT = 7;
/** A little less than a day: a start each morning is never quite 24 hours after the last. */
const DAILY_AFTER_MS = 20 * 60 * 60 * 1000;
const DAILY_NAME = /^certtrail-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar\.gz(\.encrypted)?$/;

await runCommand(async () => {
  const [argument] = process.argv.slice(2);
  await install();
  const dataFolder = openDataFolder();
  const database = await openGivenDatabase();
  if (!database)
    throw new Refusal("There is nothing to back up yet. Start CertTrail once, or set DATABASE_URL.");
  try {
    if (argument === "--daily") await backUpDaily(database, dataFolder);
    else await backUp(database, dataFolder, argument);
  } finally {
    await database.stop();
  }
});

async function backUp(database, dataFolder, argument) {
  const madeAt = await readInstant(database.url);
  const passphrase = process.env.CERTTRAIL_BACKUP_PASSPHRASE || null;
  const { nameBackup } = await import("./make-backup.mjs");
  const file = argument ? resolve(argument) : nameBackup(process.cwd(), madeAt, passphrase);
  if (existsSync(file)) throw new Refusal(`${file} is there already. Name another file, or move it away.`);
  if (!database.isEmbedded) {
    console.log(`The database is not CertTrail's own. Dump it first, then the files that it names are all in the backup:
  pg_dump --format=custom --file=certtrail.dump "$DATABASE_URL"`);
  }
  await write(database, dataFolder, file, madeAt, passphrase);
}

async function backUpDaily(database, dataFolder) {
  // Whoever runs a database of their own has a backup of their own for it.
  if (!database.isEmbedded) return;
  const folder = join(dataFolder, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const madeAt = await readInstant(database.url);
  const newest = listDaily(folder).at(-1);
  if (newest && Date.parse(madeAt) - instantOf(newest) < DAILY_AFTER_MS) return;
  const passphrase = process.env.CERTTRAIL_BACKUP_PASSPHRASE || null;
  const { nameBackup } = await import("./make-backup.mjs");
  await write(database, dataFolder, nameBackup(folder, madeAt, passphrase), madeAt, passphrase);
  for (const name of listDaily(folder).slice(0, -DAILY_KEPT)) rmSync(join(folder, name));
}

function listDaily(folder) {
  return readdirSync(folder)
    .filter((name) => DAILY_NAME.test(name))
    .sort();
}

function instantOf(name) {
  const [, day, hour, minute, second] = DAILY_NAME.exec(name);
  return Date.parse(`${day}T${hour}:${minute}:${second}Z`);
}

async function write({ url, isEmbedded }, dataFolder, file, madeAt, passphrase) {
  const begun = performance.now();
  const { makeBackup } = await import("./make-backup.mjs");
  const { files } = await makeBackup({
    superuserUrl: isEmbedded ? superuserUrl(openSecrets(dataFolder), new URL(url).port) : null,
    dataFolder,
    file,
    passphrase,
    madeAt,
  });
  const megabytes = (statSync(file).size / 1_000_000).toFixed(1);
  const what = isEmbedded ? "database and files" : "files";
  console.log(
    `Backed up ${what} (${files} files) in ${((performance.now() - begun) / 1000).toFixed(1)} s, ${megabytes} MB${passphrase ? ", encrypted" : ", not encrypted: it holds every secret of this installation"}:\n  ${file}`,
  );
}

/** The server's clock: a demonstration's may stand still. */
async function readInstant(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    ),
  );
  return rows[0].at;
}
