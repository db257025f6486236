/** One CertTrail per data folder. The lock is a socket the system closes with the process, so it never goes stale. */
import { existsSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { hashOf } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";

const LEAVES_WITHIN_MS = 90_000;
const ASK_AGAIN_AFTER_MS = 100;

/**
 * Takes the folder for this process. Waits for a holder that is on its way out; throws a Refusal that names one
 * that is not. `describe()` says who we are and whether we are stopping, to whoever asks later.
 */
export async function holdFolder(folder, describe) {
  const address = addressOf(folder);
  const deadline = performance.now() + LEAVES_WITHIN_MS;
  while (!(await listen(address, describe))) {
    const holder = await askHolder(address);
    if (holder && (!holder.isStopping || performance.now() > deadline)) {
      throw new Refusal(
        `CertTrail already runs on the data folder ${folder} (${holder.name}). Stop it first, or set CERTTRAIL_DATA to another folder.`,
      );
    }
    // Only macOS keeps the socket's file after its process has died.
    if (!holder && existsSync(address)) unlinkSync(address);
    await pause(ASK_AGAIN_AFTER_MS);
  }
}

/** Whether the address is ours now; false when another process has it. */
async function listen(address, describe) {
  const server = createServer((socket) => socket.on("error", ignoreHangUp).end(JSON.stringify(describe())));
  const error = await new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(address, () => resolve(null));
  });
  if (error && error.code !== "EADDRINUSE") throw error;
  server.unref();
  return error === null;
}

function addressOf(folder) {
  const name = `certtrail-${hashOf(folder)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  // A leading zero byte makes a Linux name that lives in the kernel only.
  return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

/** What the holder says of itself, or null when nobody listens. */
function askHolder(address) {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(address);
    socket.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    socket.on("end", () => resolve(said ? JSON.parse(said) : null)).on("error", () => resolve(null));
  });
}

/** Whoever asked may leave before the answer. */
function ignoreHangUp() {}
