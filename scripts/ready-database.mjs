/** The steps that stand between a data folder and a database the web process may use. */
import { createHash, randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { clone, openSecrets, readState, writeState } from "./data-folder.mjs";
import { openEmbeddedDatabase, tryExternalDatabase, withClient } from "./database.mjs";
import { runProgram, step } from "./steps.mjs";

const SEED = join("prisma", "seed.ts");
// Without the letters and digits that are easily mistaken for each other.
const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * Opens, migrates and, for the embedded server's first time, fills the database.
 * Returns the web process's environment, the addresses for the scripts' own work and the demo's sign-ins that still work.
 * `onOpen` is told how to stop the embedded server again.
 */
export async function readyDatabase(settings, dataFolder, onOpen) {
  const secrets = openSecrets(dataFolder);
  const database = await openDatabase(settings, dataFolder, secrets, onOpen);
  const env = makeWebEnvironment(settings, dataFolder, secrets, database);
  await migrate(database.ownerUrl);
  if (!settings.databaseUrl) await seed(env, database.ownerUrl, dataFolder);
  const signIns = await listWorkingSignIns(database.ownerUrl, readState(dataFolder).signIns ?? []);
  if (await hasNoOrganisation(database.ownerUrl)) env.CERTTRAIL_SETUP_CODE = makeSetupCode();
  return { env, signIns, ownerUrl: database.ownerUrl, superuserUrl: database.superuserUrl };
}

async function openDatabase({ databaseUrl }, dataFolder, secrets, onOpen) {
  if (databaseUrl) {
    await step("database", async () => {
      await tryExternalDatabase(databaseUrl);
      return `the one of DATABASE_URL, at ${new URL(databaseUrl).host}`;
    });
    return { webUrl: databaseUrl, ownerUrl: process.env.DATABASE_MIGRATION_URL || databaseUrl };
  }
  const { isDemoBegun, signIns } = readState(dataFolder);
  // A demo that was cut off half-way would stay half: CertTrail has not served anybody yet, so begin again.
  const opening = openEmbeddedDatabase(dataFolder, secrets, { startsOver: Boolean(isDemoBegun && !signIns) });
  // Said before it runs, so that a signal in the meantime does not leave the server behind.
  onOpen(() => opening.then(({ stop }) => stop(), stayStopped));
  await step("database", async () => {
    const { isAdopted, cluster } = await opening;
    return `embedded Postgres ${isAdopted ? "was running" : "started"}, in ${cluster}`;
  });
  return await opening;
}

/** A server that did not start has nothing to stop; the step reports why. */
function stayStopped() {}

function makeWebEnvironment({ port, origin, databaseUrl }, dataFolder, secrets, { webUrl }) {
  // The owner's address stays with the scripts: the web process must not be able to change tables.
  const {
    DATABASE_MIGRATION_URL,
    CERTTRAIL_EMBEDDED,
    CERTTRAIL_SETUP_CODE,
    CERTTRAIL_ANCHOR_KEY,
    CERTTRAIL_BACKUP_PASSPHRASE,
    ...inherited
  } = process.env;
  return {
    ...inherited,
    PORT: String(port),
    DATABASE_URL: webUrl,
    AUTH_SECRET: databaseUrl ? process.env.AUTH_SECRET : secrets.authSecret,
    CERTTRAIL_DATA: dataFolder,
    CERTTRAIL_ORIGIN: origin,
    NEXT_TELEMETRY_DISABLED: "1",
    ...(databaseUrl ? {} : { CERTTRAIL_EMBEDDED: "1" }),
  };
}

async function migrate(ownerUrl) {
  await step("migrate", async () => {
    if (await isMigrated(ownerUrl)) return "up to date";
    const env = { ...process.env, DATABASE_MIGRATION_URL: ownerUrl };
    const { printed } = await runProgram(["--import", "tsx", join("prisma", "migrate.ts"), "apply"], { env });
    const { applied } = JSON.parse(printed);
    return `${applied.length} applied`;
  });
}

/** The usual case of a later start, told from the history alone: loading Prisma's engine would take longer. */
async function isMigrated(ownerUrl) {
  const folder = join(clone, "prisma", "migrations");
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const wanted = names.map(
    ({ name }) => `${name} ${sha256(readFileSync(join(folder, name, "migration.sql")))}`,
  );
  return await withClient(ownerUrl, async (client) => {
    const {
      rows: [table],
    } = await client.query("select to_regclass('_prisma_migrations') as name");
    if (!table.name) return false;
    const { rows } = await client.query(
      "select migration_name || ' ' || checksum as applied, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    const applied = new Set(rows.filter((row) => row.finished_at).map((row) => row.applied));
    return rows.length === wanted.length && wanted.every((migration) => applied.has(migration));
  });
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Tells the demo once. Whoever removed it does not get it back at the next start. */
async function seed(env, ownerUrl, dataFolder) {
  await step("demo", async (progress) => {
    if (readState(dataFolder).signIns) return "there since the first start";
    if (!existsSync(join(clone, SEED))) return "this version has none";
    writeState(dataFolder, { ...readState(dataFolder), isDemoBegun: true });
    const { printed } = await withoutWaitingForDisk(ownerUrl, () =>
      runProgram(["--conditions=react-server", "--import", "tsx", SEED], {
        env: { ...env, DATABASE_MIGRATION_URL: ownerUrl },
        progress,
      }),
    );
    const { signIns } = JSON.parse(printed.trim().split("\n").at(-1));
    writeState(dataFolder, { ...readState(dataFolder), signIns });
    return `${signIns.length} people`;
  });
}

/**
 * Connections opened meanwhile do not wait for each commit to reach the disk: a demo that is cut off is begun again
 * anyway. The commit that ends it waits, and brings all before it to the disk.
 */
async function withoutWaitingForDisk(ownerUrl, work) {
  const alter = (how) =>
    withClient(ownerUrl, (client) =>
      client.query(`do $$ begin execute format('alter database %I ${how}', current_database()); end $$`),
    );
  await alter("set synchronous_commit = off");
  try {
    return await work();
  } finally {
    await alter("reset synchronous_commit");
  }
}

async function listWorkingSignIns(ownerUrl, signIns) {
  if (signIns.length === 0) return [];
  const emails = signIns.map(({ email }) => email);
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query("select email from person where email = any($1)", [emails]),
  );
  const there = new Set(rows.map(({ email }) => email));
  return signIns.filter(({ email }) => there.has(email));
}

async function hasNoOrganisation(ownerUrl) {
  const { rowCount } = await withClient(ownerUrl, (client) =>
    client.query("select 1 from organisation limit 1"),
  );
  return rowCount === 0;
}

function makeSetupCode() {
  const group = () => Array.from({ length: 4 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
  return [group(), group(), group()].join("-");
}
