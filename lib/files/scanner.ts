import "server-only";
import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { environment } from "../env";
import { logFailure } from "../log";

/** A scanner that has not said anything for so long does not answer. */
const ANSWERS_WITHIN_MS = 60_000;
const FOUND = /^stream: (.+) FOUND$/;
const CLEAN = "stream: OK";

/**
 * Why the scanner lets a file not be kept; null when it found nothing, or none is set. The bytes wait in the folder of
 * what arrives until it has answered: a scanner that is down keeps every file out.
 */
export async function refuseInfected(path: string): Promise<string | null> {
  const address = environment().CERTTRAIL_CLAMD;
  if (!address) return null;
  try {
    const answer = await askClamd(address, path);
    if (answer === CLEAN) return null;
    const name = FOUND.exec(answer)?.[1];
    if (name) return `holds what the virus scanner knows as ${name}. It was not kept`;
    throw new Error(`The scanner answered "${answer}".`);
  } catch (error) {
    const reference = logFailure(error, "scanner");
    return `could not be scanned for viruses, so it was not kept. Send it again later, or tell the operator the reference ${reference}`;
  }
}

/** Sends a file to clamd over TCP (INSTREAM: each chunk behind its length, nothing at the end) and returns its answer. */
async function askClamd(address: string, path: string): Promise<string> {
  const { hostname, port } = new URL(`tcp://${address}`);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setTimeout(ANSWERS_WITHIN_MS, () => socket.destroy(new Error("The scanner does not answer.")));
  try {
    const answering = readAnswer(socket);
    const sending = pipeline(createReadStream(path), withLengths, socket, { end: false });
    // What it found may come before it has read everything; then it hangs up.
    await Promise.race([sending, answering]);
    return await answering;
  } finally {
    socket.destroy();
  }
}

async function* withLengths(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  for await (const chunk of chunks) yield Buffer.concat([lengthOf(chunk.byteLength), chunk]);
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

async function readAnswer(socket: Socket): Promise<string> {
  let answer = "";
  for await (const part of socket) {
    answer += String(part);
    if (answer.includes("\0")) break;
  }
  return answer.replace("\0", "").trim();
}
