/** The three servers a benchmark compares: the product, an empty page of the same tools, and the bare floor. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { clone, openSecrets } from "../../scripts/data-folder.mjs";
import { runProgram } from "../../scripts/steps.mjs";

const NEXT = join(clone, "node_modules", "next", "dist", "bin", "next");
const EMPTY_APP = join(clone, "tests", "bench", "empty-app");

/** `npm start`'s script on a data folder of its own; returns when it says Ready. */
export async function startProduct(port, dataFolder) {
  const { DATABASE_URL, CERTTRAIL_NOW, ...inherited } = process.env;
  const env = { ...inherited, PORT: String(port), CERTTRAIL_DATA: dataFolder, CERTTRAIL_FILE_MB: "256" };
  const { stop, said, processId } = await run([join(clone, "scripts", "start.mjs")], env, "\nReady: ");
  const { signIns } = JSON.parse(readFileSync(join(dataFolder, "state.json"), "utf8"));
  const [, cluster] = said.match(/embedded Postgres .*, in (.+)/);
  const [, , , postgresPort] = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  const { owner } = openSecrets(dataFolder);
  const ownerUrl = `postgres://certtrail_owner:${owner}@127.0.0.1:${postgresPort}/certtrail`;
  const webProcess = findWebProcess(processId);
  return { origin: `http://localhost:${port}`, signIns, ownerUrl, webProcess, stop };
}

/** The web process under the supervisor that `npm start` is. */
function findWebProcess(supervisor) {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const children = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent]) => Number(parent) === supervisor);
  const found = children.find(([, , ...args]) => /next/.test(args.join(" ")));
  if (!found) throw new Error("The web process was not found.");
  return Number(found[0]);
}

/** Builds and serves an application of one empty dynamic page; returns the page's address. */
export async function startEmptyApp(onOpen, progress) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await runProgram([NEXT, "build", EMPTY_APP], { env, progress });
  const port = await freePort();
  const { stop } = await run(
    [NEXT, "start", EMPTY_APP, "-p", String(port), "-H", "127.0.0.1"],
    env,
    "Ready in",
  );
  onOpen(stop);
  return `http://127.0.0.1:${port}/`;
}

export async function startBareServer(databaseUrl, projectId, onOpen) {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl };
  const server = join(clone, "tests", "bench", "bare-server.mjs");
  const { stop } = await run([server, String(port), projectId], env, "Ready");
  onOpen(stop);
  return `http://127.0.0.1:${port}/`;
}

/** Starts a server and waits until it prints `ready`. Returns what it said and how to stop it. */
async function run(args, env, ready) {
  const child = spawn(process.execPath, args, { cwd: clone, env, stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  let said = "";
  await new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      if (said.includes(ready)) resolve();
    });
    child.once("close", () => reject(new Error(`${args[0]} ended before it was ready:\n${said}`)));
  });
  return {
    said,
    processId: child.pid,
    stop: async () => {
      child.kill("SIGTERM");
      await closed;
    },
  };
}

/** A port nobody listens on right now. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
