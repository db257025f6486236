/** A large upload through the product, and the least that receiving it can cost: Node's http, SHA-256 and a file. */
import { execFileSync } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";

const MEGABYTES = 200;
const MEGABYTE = 1024 * 1024;
const WATCH_EVERY_MS = 50;

/** A PDF of 200 MB by its first bytes; what follows is random and does not pack. Returns where it is and its size. */
export async function makeLargeFile(folder) {
  const path = join(folder, "large.pdf");
  const megabyte = randomBytes(MEGABYTE);
  await writeFile(path, "%PDF-1.7\n");
  for (let written = 0; written < MEGABYTES; written++) await writeFile(path, megabyte, { flag: "a" });
  return path;
}

/** Receives a body as `keepFile` must at the least: hashed and written to disk. Returns its address. */
export async function startReceiver(folder, onOpen) {
  const server = createServer(async (incoming, response) => {
    const hash = createHash("sha256");
    const path = join(folder, randomUUID());
    const hashed = new PassThrough();
    hashed.on("data", (chunk) => hash.update(chunk));
    await pipeline(incoming, hashed, createWriteStream(path, { flush: true }));
    await rm(path);
    response.writeHead(201).end(hash.digest("hex"));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  onOpen(async () => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

/** Sends the file and returns the seconds until it was answered. Throws on any other answer than 201. */
export async function sendLargeFile(url, path, size, headers = {}) {
  const begun = performance.now();
  await new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", headers: { ...headers, "content-length": size } });
    sending.once("response", async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      if (response.statusCode === 201) resolve();
      else reject(new Error(`${url} answered ${response.statusCode}: ${Buffer.concat(parts)}`));
    });
    sending.once("error", reject);
    pipeline(createReadStream(path), sending).catch(reject);
  });
  return (performance.now() - begun) / 1000;
}

/** Watches the memory of a process while `run` goes; returns by how many megabytes it grew at most. */
export async function watchMemory(processId, run) {
  const megabytes = () =>
    Number(execFileSync("ps", ["-o", "rss=", "-p", String(processId)], { encoding: "utf8" })) / 1024;
  const before = megabytes();
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, megabytes());
  }, WATCH_EVERY_MS);
  try {
    await run();
  } finally {
    clearInterval(watching);
  }
  return most - before;
}
