import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";

/** A scanner that has not said anything for so long does not answer. */
const ANSWERS_WITHIN_MS = 60_000;
const FOUND = /^stream: (.+) FOUND$/;
const CLEAN = "stream: OK";

/**
 * What clamd at `address` (host:port) finds in the bytes: the name it knows them by, null when it finds nothing. Throws
 * when it is not there, does not answer, or says anything else.
 */
export async function askClamd(address: string, bytes: AsyncIterable<Buffer>): Promise<string | null> {
  const answer = await exchange(address, bytes);
  if (answer === CLEAN) return null;
  const name = FOUND.exec(answer)?.[1];
  if (name) return name;
  throw new Error(`The scanner answered "${answer}".`);
}

/** Sends bytes over TCP (INSTREAM: each chunk behind its length, nothing at the end) and returns the answer. */
async function exchange(address: string, bytes: AsyncIterable<Buffer>): Promise<string> {
  const { hostname, port } = new URL(`tcp://${address}`);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setTimeout(ANSWERS_WITHIN_MS, () => socket.destroy(new Error("The scanner does not answer.")));
  try {
    // The bytes are asked for when there is somebody to send them to.
    await once(socket, "connect");
    const answering = readAnswer(socket);
    const sending = pipeline(bytes, withLengths, socket, { end: false });
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
