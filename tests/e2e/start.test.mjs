import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-start-")));
const started = [];

afterAll(async () => {
  for (const child of started) if (child.exitCode === null) child.kill("SIGTERM");
  await Promise.all(started.map(({ closed }) => closed));
  // As root under a closed temporary folder the cluster lies elsewhere, so ask the start where.
  for (const child of started.slice(0, 1))
    rmSync(join(clusterOf(child), ".."), { recursive: true, force: true });
  rmSync(folder, { recursive: true });
});

function clusterOf(child) {
  return child.said.match(/embedded Postgres .*, in (.+)/)[1];
}

/** Runs `npm start`'s script in a process group of its own, as a terminal would. */
function start(env) {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    detached: true,
    env: { ...process.env, NODE_ENV: "", CERTTRAIL_DATA: join(folder, "data"), ...env },
  });
  child.closed = once(child, "close");
  child.said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => {
      child.said += bytes;
    });
  }
  started.push(child);
  return child;
}

/** Waits for what a start does on its way; one that ends before is a failure the next lines show. */
const until = (child, isReached) =>
  vi.waitUntil(() => child.exitCode !== null || isReached(), { interval: 20, timeout: 120_000 });

async function untilReady(child) {
  await until(child, () => child.said.includes("\nReady: "));
  expect(child.said).toContain("\nReady: http://localhost:");
  return child.said.match(/Ready: (\S+)/)[1];
}

async function takePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

const freePort = await takePort().then((server) => {
  const { port } = server.address();
  return new Promise((resolve) => server.close(() => resolve(String(port))));
});

test("a start cut off while it tells the demo begins the demo again", async () => {
  const cut = start({ PORT: freePort });
  await until(cut, () => existsSync(join(folder, "data", "state.json")));
  process.kill(-cut.pid, "SIGKILL");
  await cut.closed;
  expect(cut.said).not.toContain("Ready: ");
});

test("a start shows the demo's sign-ins and serves; another start on its data is told who runs", async () => {
  const first = start({ PORT: freePort });
  const origin = await untilReady(first);
  expect((await fetch(`${origin}/api/health`)).status).toBe(200);
  expect(first.said).toMatch(/Demo sign-ins\n( {2}.+@.+\n)+/);
  const second = start({ PORT: "1" });
  await second.closed;
  expect(second.exitCode).toBe(1);
  expect(second.said).toContain(`CertTrail already runs on the data folder ${join(folder, "data")}`);
  expect(second.said).toContain(origin);
});

test("killed with its whole group, it comes back with its data and the same sign-ins", async () => {
  const killed = started.find(({ said }) => said.includes("Ready: "));
  const signIns = (said) => said.slice(said.indexOf("Demo sign-ins"), said.indexOf("\nReady"));
  process.kill(-killed.pid, "SIGKILL");
  await killed.closed;
  const again = start({ PORT: freePort });
  await untilReady(again);
  expect(again.said).toContain("embedded Postgres was running");
  expect(signIns(again.said)).toBe(signIns(killed.said));
});

test("a signal stops the web process and the database, and the exit code is 0", async () => {
  const running = started.at(-1);
  const runs = join(clusterOf(running), "postmaster.pid");
  expect(existsSync(runs)).toBe(true);
  running.kill("SIGTERM");
  await running.closed;
  expect(running.exitCode).toBe(0);
  expect(existsSync(runs)).toBe(false);
  await expect(fetch(`http://127.0.0.1:${freePort}/api/health`)).rejects.toThrow("fetch failed");
});

test("a taken port is refused with a sentence before anything is started", async () => {
  const server = await takePort();
  const { port } = server.address();
  const refused = start({ PORT: String(port) });
  await refused.closed;
  server.close();
  expect(refused.exitCode).toBe(1);
  expect(refused.said).toContain(`Port ${port} is taken by another program.`);
  expect(refused.said).not.toContain("database");
});

test("a bucket that cannot be reached is refused with a sentence before the database is started", async () => {
  const refused = start({
    PORT: freePort,
    STORAGE_URL: "s3://evidence?endpoint=http://127.0.0.1:9",
    AWS_ACCESS_KEY_ID: "-",
    AWS_SECRET_ACCESS_KEY: "-",
    CERTTRAIL_DATA: join(folder, "other"),
  });
  await refused.closed;
  expect(refused.exitCode).toBe(1);
  expect(refused.said).toContain(
    "The bucket evidence of STORAGE_URL cannot be reached at http://127.0.0.1:9",
  );
  expect(refused.said).not.toContain("database");
});
