/** Runs the built application and says when it answers. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { clone } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";
import { step } from "./steps.mjs";

const HEALTHY_WITHIN_MS = 60_000;
const ASK_AGAIN_AFTER_MS = 50;
const STOPS_WITHIN_MS = 5_000;
/** Pages make much short-lived memory: with more room for it, a quarter more of them are answered a second. */
const YOUNG_MEMORY = "--max-semi-space-size=32";
/** Prisma sends the parts of one read side by side within a transaction; pg puts them in a row, and says that it will not for ever. */
const QUIET = "--disable-warning=DeprecationWarning";
const NEXT = join("node_modules", "next", "dist", "bin", "next");

/**
 * Starts the web process (`next start`, or `next dev`) and waits until it is healthy.
 * Returns a promise of its end. `onOpen` is told how to stop it.
 */
export async function serve({ port, host }, env, mode, onOpen) {
  const endWithParent = pathToFileURL(join(import.meta.dirname, "end-with-parent.mjs")).href;
  const child = spawn(
    process.execPath,
    [YOUNG_MEMORY, QUIET, "--import", endWithParent, NEXT, mode, "--port", String(port), "--hostname", host],
    {
      cwd: clone,
      env: { ...env, NODE_ENV: mode === "start" ? "production" : "development" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  const ended = once(child, "close");
  onOpen(() => stop(child, ended));
  const output = holdOutput(child);
  await step("serve", () => waitUntilHealthy(child, host, port));
  output.passOn();
  return { ended };
}

/** Next greets with its own name and address; that is kept back, and shown only if it does not start. */
function holdOutput(child) {
  let held = "";
  let passesOn = false;
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.setEncoding("utf8").on("data", (text) => {
      if (passesOn) target.write(text);
      else held += text;
    });
  }
  child.once("close", () => {
    if (!passesOn) process.stderr.write(held);
  });
  return {
    passOn: () => {
      passesOn = true;
    },
  };
}

async function waitUntilHealthy(child, host, port) {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const address = `http://${isEverywhere ? "127.0.0.1" : host}:${port}/api/health`;
  const deadline = performance.now() + HEALTHY_WITHIN_MS;
  let answer;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Refusal("The web process did not start.");
    answer = await ask(address);
    if (answer.status === 200) return "healthy";
    await pause(ASK_AGAIN_AFTER_MS);
  }
  throw new Refusal(`The web process is not healthy after ${HEALTHY_WITHIN_MS / 1000} s: ${answer.text}`);
}

/** Asks on a connection of its own: one kept open would hold the web process back when it is told to stop. */
function ask(address) {
  return new Promise((resolve) => {
    const request = get(address, { agent: false }, async (response) => {
      let text = "";
      for await (const part of response.setEncoding("utf8")) text += part;
      resolve({ status: response.statusCode, text });
    });
    request.once("error", (error) => resolve({ status: null, text: error.message }));
  });
}

async function stop(child, ended) {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

/** The last lines of a start: the address, who may sign in to the demo, or the code of the first set-up. */
export function announce({ origin }, { CERTTRAIL_SETUP_CODE }, signIns) {
  if (signIns.length > 0) {
    console.log("\nDemo sign-ins");
    const columns = ["role", "name", "email", "password"];
    const widths = columns.map((column) => Math.max(...signIns.map((signIn) => signIn[column].length)));
    for (const signIn of signIns) {
      console.log(
        `  ${columns
          .map((column, index) => signIn[column].padEnd(widths[index]))
          .join("  ")
          .trimEnd()}`,
      );
    }
  }
  if (CERTTRAIL_SETUP_CODE) {
    console.log(`\nSet up CertTrail at ${origin}/setup with this one-time code: ${CERTTRAIL_SETUP_CODE}`);
  }
  console.log(`\nReady: ${origin}`);
}
