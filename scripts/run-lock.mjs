/** One CertTrail per data folder. The lock is a socket the system closes with the process, so it never goes stale. */
import { existsSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";

/** Takes the folder for this process; throws a Refusal that names the process which has it. */
export async function holdFolder(folder, describesHolder) {
  const address = addressOf(folder);
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = createServer((socket) => socket.on("error", ignoreHangUp).end(describesHolder));
    const taken = await new Promise((resolve) => {
      server.once("error", (error) => resolve(error));
      server.listen(address, () => resolve(null));
    });
    if (!taken) {
      server.unref();
      return;
    }
    if (taken.code !== "EADDRINUSE") throw taken;
    const holder = await askHolder(address);
    if (holder !== null) {
      throw new Refusal(
        `CertTrail already runs on the data folder ${folder} (${holder}). Stop it first, or set CERTTRAIL_DATA to another folder.`,
      );
    }
    // Only macOS keeps the socket's file after its process has died.
    if (existsSync(address)) unlinkSync(address);
  }
  throw new Refusal(`The data folder ${folder} is being taken by another start. Try again.`);
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
    socket.on("end", () => resolve(said)).on("error", () => resolve(null));
  });
}

/** Whoever asked may leave before the answer. */
function ignoreHangUp() {}
