import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSecrets } from "../../scripts/data-folder.mjs";
import { openEmbeddedDatabase, withClient } from "../../scripts/database.mjs";
import { checkTrails } from "../../scripts/trail-chains.mjs";

/** KILL_CYCLES=200 is the long run. */
const CYCLES = Number(process.env.KILL_CYCLES || 15);
const MOST_ACTS_A_CYCLE = 40;
const MINUTE = 60_000;
const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-killed-")));
let server;
let writing;

beforeAll(async () => {
  server = await openEmbeddedDatabase(folder, openSecrets(folder));
  await promisify(execFile)(process.execPath, ["--import", "tsx", "prisma/migrate.ts", "apply"], {
    env: { ...process.env, DATABASE_MIGRATION_URL: server.ownerUrl },
  });
  Object.assign(process.env, {
    DATABASE_URL: server.webUrl,
    AUTH_SECRET: "a secret of tests that is long enough",
    CERTTRAIL_ORIGIN: "http://localhost:3000",
    CERTTRAIL_DATA: folder,
  });
  const { planProject, registerBody } = await import("../support/sourcing-story.ts");
  const { manager } = await planProject("Killed");
  const bodyId = await registerBody(manager, "Killed Cert");
  const [{ id: siteId }] = await ask("select id from site limit 1");
  writing = JSON.stringify({ actor: manager, siteId, bodyId });
  await globalThis.certtrailDb.$disconnect();
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const ask = async (sql) =>
  await withClient(server.superuserUrl.replace("/postgres?", "/certtrail?"), async (client) => {
    const { rows } = await client.query(sql);
    return rows;
  });

/** Every process of the server at once, without a chance to write anything down. */
async function killServer() {
  const [postmaster] = readFileSync(join(server.cluster, "postmaster.pid"), "utf8").split("\n");
  const workers = execFileSync("ps", ["-o", "pid=", "--ppid", postmaster], { encoding: "utf8" });
  for (const pid of [postmaster, ...workers.split("\n").filter((line) => line.trim())].map(Number)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      // A worker may have ended by itself since the list was made.
      if (error.code !== "ESRCH") throw error;
    }
  }
  server = await openEmbeddedDatabase(folder, openSecrets(folder));
}

/** Lets a writer act until it has told so many acts, then kills the writer or the server in the middle of the next ones. */
async function actUntilKilled(acknowledged, victim) {
  const writer = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "tests/support/killed-writer.ts"],
    {
      env: { ...process.env, DATABASE_URL: server.webUrl, WRITER: writing },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let failure = "";
  writer.stderr.on("data", (text) => {
    failure += text;
  });
  const ended = once(writer, "close");
  let left = 1 + Math.floor(Math.random() * MOST_ACTS_A_CYCLE);
  for await (const line of createInterface({ input: writer.stdout })) {
    // What was told before the kill arrived counts too.
    acknowledged.push(line);
    left -= 1;
    if (left !== 0) continue;
    if (victim === "server") await killServer();
    writer.kill("SIGKILL");
  }
  await ended;
  if (left > 0) throw new Error(`The writer ended by itself: ${failure}`);
}

/** What must hold whatever was killed: each row with its entry, and no entry without its row. */
const HALVES = `select
  (select count(*)::int from project p where (select count(*) from event e where e.project_id = p.id and e.kind = 'project.start') <> 1
    or not exists (select from project_site s where s.project_id = p.id)) as "halfStarted",
  (select count(*)::int from event e where not exists (select from project p where p.id = e.project_id)) as "entriesAlone",
  (select count(*)::int from project p where (p.state = 'rfp_open')
    is distinct from exists (select from event e where e.project_id = p.id and e.kind = 'sourcing.issueRfp')) as "halfAsked",
  (select count(*)::int from project p where (p.state = 'rfp_open')
    is distinct from exists (select from body_request r where r.project_id = p.id)) as "requestsAlone"`;
const WHOLE = [{ halfStarted: 0, entriesAlone: 0, halfAsked: 0, requestsAlone: 0 }];

async function findLost(acknowledged) {
  const rows = await ask("select id, state from project");
  const stateOf = new Map(rows.map(({ id, state }) => [id, state]));
  return acknowledged.filter((line) => {
    const [what, id] = line.split(" ");
    return what === "started" ? !stateOf.has(id) : stateOf.get(id) !== "rfp_open";
  });
}

async function findFaults() {
  return await withClient(server.ownerUrl, async (client) => {
    const faults = [];
    for await (const { name, fault } of checkTrails(client)) if (fault) faults.push({ name, fault });
    return faults;
  });
}

test(`of what was acknowledged nothing is lost or half there when the writer or the whole server is killed ${CYCLES} times`, {
  timeout: CYCLES * MINUTE,
}, async () => {
  const acknowledged = [];
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    await actUntilKilled(acknowledged, cycle % 2 === 0 ? "server" : "writer");
    expect([cycle, await findLost(acknowledged), await ask(HALVES)]).toEqual([cycle, [], WHOLE]);
  }
  expect(await findFaults()).toEqual([]);
  const [{ entries }] = await ask("select count(*)::int as entries from event");
  console.log(
    `killed ${CYCLES} times: ${acknowledged.length} acts acknowledged, 0 lost, 0 half-written, ${entries} entries, every chain whole`,
  );
  expect(acknowledged.length).toBeGreaterThanOrEqual(CYCLES);
});
