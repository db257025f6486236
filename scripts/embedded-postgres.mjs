/**
 * The embedded Postgres: the real server, led through pg_ctl. Loopback only, passwords, page checksums, UTC.
 * A server whose CertTrail was killed goes on running; the next start takes it over.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { canWrite, letThrough, sharedFolder } from "./data-folder.mjs";
import { installBinaries } from "./postgres-binaries.mjs";
import { Refusal } from "./refusal.mjs";

const READY_WITHIN_SECONDS = 120;
const ADOPT_WITHIN_SECONDS = 30;
const PORT_ATTEMPTS = 3;
const LARGEST_LOG = 10_000_000;

/**
 * Starts or takes over the server of a data folder. Returns its port, whether it was adopted, and `stop()`.
 * `secrets` holds the superuser's password and the id by which a cluster outside the folder is found again.
 * `isThrowAway` gives up every guard against a power cut, for a server whose data nobody will miss.
 */
export async function startPostgres(dataFolder, secrets, isThrowAway = false) {
  const server = { ...findCluster(dataFolder, secrets), secrets, isThrowAway };
  server.binaries = installBinaries(canWrite(sharedFolder()) ? sharedFolder() : server.home);
  if (!existsSync(server.cluster)) await makeCluster(server);
  const running = await adopt(server);
  const port = running ?? (await launch(server));
  return { port, isAdopted: running !== null, cluster: server.cluster, stop: () => stop(server) };
}

/** Postgres refuses to run as root: then as user postgres if there is one, else nobody. Null means: as ourselves. */
function findServerUser() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    try {
      const ask = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: ask("-u"), gid: ask("-g") };
    } catch (error) {
      if (error.status === undefined) throw error;
    }
  }
  throw new Refusal(
    "Postgres does not run as root, and there is no user postgres or nobody. Start as another user.",
  );
}

/** The cluster lies in the data folder; when the server's user cannot get there, beside the other data of root. */
function placeServer(dataFolder, { clusterId }, user) {
  const isReachable = !user || letThrough(dataFolder, user);
  const home = isReachable ? join(dataFolder, "postgres") : join(sharedFolder(), `cluster-${clusterId}`);
  mkdirSync(home, { recursive: true });
  if (user) {
    if (!letThrough(home, user)) {
      throw new Refusal(
        `Postgres cannot reach ${home}. Set CERTTRAIL_DATA to a folder that other users can enter.`,
      );
    }
    chownSync(home, user.uid, user.gid);
  }
  chmodSync(home, 0o700);
  return { home, cluster: join(home, "cluster"), log: join(home, "server.log") };
}

/** Where the cluster of a data folder lies, and the user that must own it (null: ourselves). */
export function findCluster(dataFolder, secrets) {
  const user = findServerUser();
  return { user, ...placeServer(dataFolder, secrets, user) };
}

/** Made beside and then moved, so that a start killed half-way leaves no half cluster. */
async function makeCluster(server) {
  const beside = join(server.home, `cluster.${process.pid}`);
  const passwordFile = join(server.home, `password.${process.pid}`);
  writeFileSync(passwordFile, server.secrets.superuser, { mode: 0o600 });
  if (server.user) chownSync(passwordFile, server.user.uid, server.user.gid);
  try {
    await run(server, "initdb", [
      ...["-D", beside, "-U", "postgres", "--pwfile", passwordFile, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      "--data-checksums",
    ]);
  } finally {
    rmSync(passwordFile);
  }
  renameSync(beside, server.cluster);
}

/** The port of a server that already runs on the cluster, or null. Waits for one that is still starting or stopping. */
async function adopt(server) {
  const lock = join(server.cluster, "postmaster.pid");
  for (let second = 0; second < ADOPT_WITHIN_SECONDS; second += 0.25) {
    if (!existsSync(lock)) return null;
    const [pid, , , port] = readFileSync(lock, "utf8").split("\n");
    if (!isPostgres(Number(pid))) {
      // After a power cut another program may carry that number, and Postgres would not start beside it.
      rmSync(lock, { force: true });
      return null;
    }
    if (port && (await answers(server, Number(port)))) return Number(port);
    await pause(250);
  }
  throw new Refusal(
    `A Postgres runs on ${server.cluster} but does not let CertTrail in. Is secrets.json the one made with it?`,
  );
}

function isPostgres(pid) {
  try {
    if (process.platform === "win32") {
      return execFileSync("tasklist", ["/FI", `PID eq ${pid}`, "/NH"], { encoding: "utf8" }).includes(
        "postgres",
      );
    }
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).includes("postgres");
  } catch (error) {
    if (error.status === undefined) throw error;
    return false;
  }
}

async function answers(server, port) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: superuserUrl(server.secrets, port) });
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return rows[0].data_directory === server.cluster;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

export function superuserUrl({ superuser }, port, database = "postgres") {
  return `postgres://postgres:${superuser}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

async function launch(server) {
  if (existsSync(server.log) && statSync(server.log).size > LARGEST_LOG)
    renameSync(server.log, `${server.log}.1`);
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    try {
      await run(server, "pg_ctl", [
        ...["start", "-w", "-t", String(READY_WITHIN_SECONDS), "-D", server.cluster, "-l", server.log],
        ...["-o", settings(port, server.isThrowAway)],
      ]);
      return port;
    } catch (error) {
      // The port may be gone again, or the workers of a killed server may still be leaving.
      if (attempt === PORT_ATTEMPTS) throw error;
      await pause(1000);
    }
  }
}

const LOOPBACK_ONLY = { listen_addresses: "127.0.0.1", unix_socket_directories: "" };
const IN_UTC = { timezone: "UTC", log_timezone: "UTC", log_checkpoints: "off" };
const UNSAFE_BUT_FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

function settings(port, isThrowAway) {
  const pairs = Object.entries({ ...LOOPBACK_ONLY, ...IN_UTC, ...(isThrowAway ? UNSAFE_BUT_FAST : {}) });
  return [`-p ${port}`, ...pairs.map(([name, value]) => `-c ${name}=${value}`)].join(" ");
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function stop(server) {
  if (!existsSync(join(server.cluster, "postmaster.pid"))) return;
  await run(server, "pg_ctl", ["stop", "-w", "-t", "60", "-m", "fast", "-D", server.cluster]);
}

/** Runs one of the server's programs as its user, without our settings and secrets in its environment. */
function run(server, program, args) {
  const { PATH, SystemRoot } = process.env;
  const env = { PATH, LC_ALL: "C", TZ: "UTC", ...(SystemRoot ? { SystemRoot, TEMP: tmpdir() } : {}) };
  const options = { cwd: server.home, env, windowsHide: true, ...server.user };
  return new Promise((resolve, reject) => {
    const child = spawn(join(server.binaries, program), args, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.once("error", reject);
    // The server inherits pg_ctl's output on some systems, so success is pg_ctl's end, not the end of its output.
    child.once("exit", (code) => code === 0 && resolve());
    child.once("close", (code) => {
      if (code !== 0) reject(new Refusal(`Postgres: ${program} failed.\n  ${lastWords(server.log, output)}`));
    });
  });
}

function lastWords(log, output) {
  const inLog = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-5) : [];
  return [output.trim(), ...inLog].join("\n  ");
}
