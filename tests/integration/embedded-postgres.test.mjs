import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDataFolder, openSecrets } from "../../scripts/data-folder.mjs";
import { openEmbeddedDatabase, withClient } from "../../scripts/database.mjs";
import { holdFolder } from "../../scripts/run-lock.mjs";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-embedded-")));
const secrets = openSecrets(folder);
let server;

beforeAll(async () => {
  server = await openEmbeddedDatabase(folder, secrets);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const ask = (url, sql) => withClient(url, async (client) => (await client.query(sql)).rows);

test("the server listens on loopback only, keeps page checksums and asks for a password", async () => {
  const [settings] = await ask(
    server.superuserUrl,
    `select current_setting('listen_addresses') as listens, current_setting('data_checksums') as checksums,
       current_setting('fsync') as fsync, current_setting('timezone') as zone`,
  );
  expect(settings).toEqual({ listens: "127.0.0.1", checksums: "on", fsync: "on", zone: "UTC" });
  const url = new URL(server.webUrl);
  url.password = "guessed";
  await expect(ask(url.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
});

test("secrets are readable by their owner alone", () => {
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("the web process's role owns nothing and cannot become the owner", async () => {
  await expect(ask(server.webUrl, "create table mine (id int)")).rejects.toMatchObject({ code: "42501" });
  await expect(ask(server.webUrl, "set role certtrail_owner")).rejects.toMatchObject({ code: "42501" });
  const [owner] = await ask(server.ownerUrl, "set role certtrail_app").then(() =>
    ask(server.ownerUrl, "select current_user"),
  );
  expect(owner).toEqual({ current_user: "certtrail_owner" });
});

test("a server whose CertTrail was killed is taken over by the next start", async () => {
  const next = await openEmbeddedDatabase(folder, secrets);
  expect(next).toMatchObject({ isAdopted: true, port: server.port });
});

test("a server killed in the middle of its work comes back with every commit", async () => {
  await ask(server.ownerUrl, "create table kept (id int)");
  await ask(server.ownerUrl, "insert into kept select generate_series(1, 1000)");
  const [pid] = readFileSync(join(server.cluster, "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
  server = await openEmbeddedDatabase(folder, secrets);
  expect(server.isAdopted).toBe(false);
  expect(await ask(server.ownerUrl, "select count(*)::int as rows from kept")).toEqual([{ rows: 1000 }]);
});

test("a second start on one data folder is told who holds it, until the holder dies", async () => {
  const lock = new URL("../../scripts/run-lock.mjs", import.meta.url).href;
  const hold = `const { holdFolder } = await import(${JSON.stringify(lock)});
    await holdFolder(${JSON.stringify(folder)}, () => ({ name: "process 42", isStopping: false })); console.log("held"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", hold]);
  await once(holder.stdout, "data");
  await expect(holdFolder(folder, () => ({ name: "me", isStopping: false }))).rejects.toThrow(
    `already runs on the data folder ${folder} (process 42)`,
  );
  holder.kill("SIGKILL");
  await once(holder, "exit");
  await holdFolder(folder, () => ({ name: "me", isStopping: false }));
});

test("a data folder that cannot be written is refused with a sentence", () => {
  const file = join(folder, "secrets.json");
  process.env.CERTTRAIL_DATA = join(file, "inside-a-file");
  expect(() => openDataFolder()).toThrow("Set CERTTRAIL_DATA to a folder of yours.");
  process.env.CERTTRAIL_DATA = join(folder, "new", "deeper");
  expect(openDataFolder()).toBe(join(folder, "new", "deeper"));
  delete process.env.CERTTRAIL_DATA;
});

test("a data folder that nobody else can enter gets its server all the same", async () => {
  const inClosed = join(folder, "closed", "data");
  mkdirSync(inClosed, { recursive: true, mode: 0o700 });
  const other = await openEmbeddedDatabase(inClosed, openSecrets(inClosed));
  expect(await ask(other.webUrl, "select 1 as answer")).toEqual([{ answer: 1 }]);
  // As root the server is another user, so its files lie elsewhere; an ordinary user's server is the user.
  expect(other.cluster.startsWith(inClosed)).toBe(process.getuid?.() !== 0);
  await other.stop();
  rmSync(join(other.cluster, ".."), { recursive: true });
});
