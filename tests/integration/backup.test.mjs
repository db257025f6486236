import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openSecrets } from "../../scripts/data-folder.mjs";
import { openEmbeddedDatabase, withClient } from "../../scripts/database.mjs";
import { superuserUrl } from "../../scripts/embedded-postgres.mjs";
import { makeBackup } from "../../scripts/make-backup.mjs";
import { restoreBackup } from "../../scripts/restore-backup.mjs";
import { checkTrails } from "../../scripts/trail-chains.mjs";
import { layManyFindings } from "../support/many-findings.ts";
import { idOf, openWorld } from "../support/world.ts";

const WRITERS = 3;
/** CERTTRAIL_DRILL=100000 is the long form: the restore then has a minute. */
const FINDINGS = Number(process.env.CERTTRAIL_DRILL ?? 1_000);
const LARGE = 100_000;
const MOST_SECONDS_OF_LARGE = 60;
/** A server is copied, restored and started: on a busy machine that takes its time. */
const LONG = { timeout: 180_000 + FINDINGS * 10 };
const MADE_AT = "2027-01-11T09:00:00.000Z";
const PASSPHRASE = "correct horse battery staple";
const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-backup-")));
const data = join(folder, "data");
const servers = [];
const run = promisify(execFile);
let server;

async function openServer(dataFolder) {
  const opened = await openEmbeddedDatabase(dataFolder, openSecrets(dataFolder));
  servers.push(opened);
  return opened;
}

const asSuperuser = (dataFolder, { port }) => superuserUrl(openSecrets(dataFolder), port, "certtrail");

const emptyFolder = (name) => {
  const made = join(folder, name);
  mkdirSync(made);
  return made;
};

const backUp = (file, more = {}) =>
  makeBackup({
    superuserUrl: server.superuserUrl,
    dataFolder: data,
    file: join(folder, file),
    passphrase: null,
    madeAt: MADE_AT,
    ...more,
  });

beforeAll(async () => {
  mkdirSync(join(data, "files", "org", "ab"), { recursive: true });
  mkdirSync(join(data, "backups"));
  server = await openServer(data);
  await run(process.execPath, ["--import", "tsx", "prisma/migrate.ts", "apply"], {
    env: { ...process.env, DATABASE_MIGRATION_URL: server.ownerUrl },
  });
  const world = await openWorld(asSuperuser(data, server));
  await layManyFindings(world, FINDINGS);
  await world.end();
  const { foundOrganisation } = await loadStore();
  const person = { name: "Restored Admin", email: EMAIL, password: PASSPHRASE, roles: [] };
  const organisation = { kind: "client", name: "Restored", legalName: "Restored Ltd", country: "Germany" };
  await foundOrganisation({ ...organisation, timeZone: "Europe/Berlin", person }, new Date(MADE_AT));
}, LONG.timeout);

afterAll(async () => {
  await closePool();
  for (const opened of servers) await opened.stop();
  rmSync(folder, { recursive: true });
});

/** Acts until told to stop; each id is in `acknowledged` once the database has said that it is kept. */
async function act(acknowledged, isOver) {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  while (!isOver()) {
    const { rows } = await client.query(
      `insert into event (project_id, client_id, id, no, at, person_id, person_name, organisation_id, organisation_name, side,
         kind, subject_type, subject_id, data, prev_hash, hash)
       select project_id, client_id, gen_random_uuid(), 0, now(), person_id, person_name, organisation_id, organisation_name,
         side, 'file.store', 'file', subject_id, '{"name": "a"}', '-', '-' from event where project_id = $1 and no = 1 returning id`,
      [idOf("project")],
    );
    acknowledged.push(rows[0].id);
  }
  await client.end();
}

const EMAIL = "admin@restored.example";

/** The product's own modules, as a web process that is started now has them. */
async function loadStore() {
  vi.resetModules();
  Object.assign(process.env, {
    DATABASE_URL: server.webUrl,
    AUTH_SECRET: "a secret of tests that is long enough",
    CERTTRAIL_ORIGIN: "http://localhost:3000",
    CERTTRAIL_DATA: data,
  });
  return { ...(await import("@/lib/store/founding")), ...(await import("@/lib/store/sign-in")) };
}

async function closePool() {
  await globalThis.certtrailDb?.$disconnect();
  globalThis.certtrailDb = undefined;
}

async function signInAs(password) {
  const { signIn } = await loadStore();
  return await signIn(EMAIL, password, new Date(MADE_AT));
}

async function verdictsOf(url) {
  return await withClient(url, async (client) => {
    const verdicts = [];
    for await (const { entries, fault } of checkTrails(client)) verdicts.push({ entries, fault });
    return verdicts;
  });
}

test(
  "under write load, every act that was acknowledged before the copy ended is there after the restore, and the chain is whole",
  LONG,
  async () => {
    const acknowledged = [];
    let isOver = false;
    const acting = Array.from({ length: WRITERS }, () => act(acknowledged, () => isOver));
    let before = 0;
    await backUp("hot.tar.gz", {
      onCopied: async () => {
        before = acknowledged.length;
      },
    });
    isOver = true;
    await Promise.all(acting);
    expect(before).toBeGreaterThan(50);
    const target = emptyFolder("hot");
    const begun = performance.now();
    await restoreBackup(join(folder, "hot.tar.gz"), target, null);
    const restored = await openServer(target);
    const seconds = (performance.now() - begun) / 1000;
    expect(await countFindings(restored.ownerUrl)).toBe(FINDINGS + 1);
    const kept = await withClient(restored.ownerUrl, async (client) => {
      const { rows } = await client.query("select id from event where project_id = $1", [idOf("project")]);
      return new Set(rows.map(({ id }) => id));
    });
    expect(acknowledged.slice(0, before).filter((id) => !kept.has(id))).toEqual([]);
    expect(await verdictsOf(restored.ownerUrl)).toEqual([{ entries: kept.size, fault: null }]);
    console.log(
      `backup under load: ${before} acts acknowledged before the copy ended, all among ${kept.size} entries restored, ` +
        `with ${FINDINGS} findings, in ${seconds.toFixed(1)} s`,
    );
    if (FINDINGS >= LARGE) expect(seconds).toBeLessThan(MOST_SECONDS_OF_LARGE);
  },
);

const countFindings = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select count(*)::int as findings from finding");
    return rows[0].findings;
  });

test("a backup that fails leaves no file behind", async () => {
  await expect(
    backUp("never.tar.gz", { superuserUrl: "postgres://nobody@127.0.0.1:1/none" }),
  ).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.startsWith("never"))).toEqual([]);
});

test(
  "the commands back up what runs, keep seven daily ones, and bring a wrecked folder back",
  LONG,
  async () => {
    const { DATABASE_URL: _url, DATABASE_MIGRATION_URL: _owner, ...env } = process.env;
    const command = (script, args, more = {}) =>
      run(process.execPath, [`scripts/${script}.mjs`, ...args], {
        env: { ...env, CERTTRAIL_DATA: data, ...more },
      });
    for (const day of [1, 2, 3, 4, 5, 6, 7, 8]) {
      writeFileSync(join(data, "backups", `certtrail-2027-01-0${day}T09-00-00Z.tar.gz`), "old");
    }
    // The clock of the server is before those days: the newest counts as made today, and no other is made.
    await command("backup", ["--daily"]);
    const daily = () => readdirSync(join(data, "backups")).filter((name) => name.startsWith("certtrail-"));
    expect(daily()).toHaveLength(8);
    for (const name of daily()) {
      cpSync(join(data, "backups", name), join(data, "backups", name.replace("2027", "2026")));
      rmSync(join(data, "backups", name));
    }
    await command("backup", ["--daily"]);
    expect(daily()).toHaveLength(7);
    const file = join(folder, "by-command");
    const { stdout } = await command("backup", [file], { CERTTRAIL_BACKUP_PASSPHRASE: PASSPHRASE });
    expect(stdout).toMatch(/Backed up database and files \(\d+ files\) in .* encrypted:/);
    const before = await verdictsOf(server.ownerUrl);
    await closePool();
    await server.stop();
    rmSync(data, { recursive: true });
    expect(existsSync(data)).toBe(false);
    const restored = await command("restore", [file], { CERTTRAIL_BACKUP_PASSPHRASE: PASSPHRASE });
    expect(restored.stdout).toMatch(/The database starts, with \d+ organisations and \d+ entries/);
    await expect(
      command("restore", [file], { CERTTRAIL_BACKUP_PASSPHRASE: PASSPHRASE }),
    ).rejects.toMatchObject({
      stderr: expect.stringContaining("is not empty"),
    });
    server = await openServer(data);
    expect(await verdictsOf(server.ownerUrl)).toEqual(before);
    expect(await signInAs("guessed")).toBeNull();
    expect(await signInAs(PASSPHRASE)).not.toBeNull();
  },
);
