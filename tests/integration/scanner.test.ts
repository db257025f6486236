import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { keepFile } from "@/lib/files/folder";

/** What one file may hold where nothing else is set. */
const LARGEST = 25 * 1024 * 1024;
const EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
const COMMAND = "zINSTREAM\0";
const END = Buffer.alloc(4);

/** Speaks clamd's INSTREAM: reads chunks behind their lengths until one of no length, then says what it found. */
function answerAsClamd(socket: Socket): void {
  const parts: Buffer[] = [];
  socket.on("data", (part: Buffer) => {
    parts.push(part);
    if (!part.subarray(-END.byteLength).equals(END)) return;
    const received = readChunks(Buffer.concat(parts));
    scanned.push(received.byteLength);
    socket.end(says ?? (received.includes(EICAR) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0"));
  });
}

/** What was sent, without command and lengths; they must add up to the last byte. */
function readChunks(sent: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = COMMAND.length;
  expect(sent.subarray(0, at).toString()).toBe(COMMAND);
  for (let length = sent.readUInt32BE(at); length > 0; length = sent.readUInt32BE(at)) {
    chunks.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  expect(at + END.byteLength).toBe(sent.byteLength);
  return Buffer.concat(chunks);
}

let says: string | null = null;
const scanned: number[] = [];
const clamd = createServer(answerAsClamd).listen(0, "127.0.0.1");
await once(clamd, "listening");
const folder = await mkdtemp(join(tmpdir(), "certtrail-scanner-"));
Object.assign(process.env, {
  CERTTRAIL_DATA: folder,
  CERTTRAIL_CLAMD: `127.0.0.1:${(clamd.address() as AddressInfo).port}`,
  DATABASE_URL: "postgres://nobody@127.0.0.1/none",
  AUTH_SECRET: "a secret for tests alone, long enough for the rule",
  CERTTRAIL_ORIGIN: "http://localhost:3000",
});

beforeEach(() => {
  says = null;
  scanned.length = 0;
});

afterAll(async () => {
  clamd.close();
  await rm(folder, { recursive: true });
});

const send = (bytes: Buffer | string) =>
  keepFile("organisation", "notes.txt", new Blob([new Uint8Array(Buffer.from(bytes))]).stream(), {
    sha256: null,
    size: null,
  });

async function listKept(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test("what the scanner knows is refused by its name, and nothing of it stays", async () => {
  await expect(send(`A note. ${EICAR}`)).rejects.toThrow(
    "notes.txt holds what the virus scanner knows as Eicar-Signature. It was not kept.",
  );
  expect(scanned).toHaveLength(1);
  expect(await listKept()).toEqual([]);
});

test("what it lets pass is kept, whole and up to the largest", async () => {
  const { sha256 } = await send("A clean note.");
  expect(await listKept()).toEqual([sha256]);
  const largest = await send(Buffer.alloc(LARGEST, "a"));
  expect(largest.size).toBe(LARGEST);
  expect(scanned.at(-1)).toBe(LARGEST);
});

test("what the scanner answers stands with the file", async () => {
  expect((await send("A second clean note.")).scan).toBe("clean");
});

test.each(["INSTREAM size limit exceeded. ERROR\0", "stream: \0", ""])(
  "a file of which the scanner says %j is kept and waits",
  async (answer) => {
    says = answer;
    const { sha256, scan } = await send(`A note of ${answer.length} signs.`);
    expect(scan).toBe("quarantined");
    expect(await listKept()).toContain(sha256);
  },
);

test("a scanner that is away loses no file: it is kept and waits", async () => {
  clamd.close();
  await once(clamd, "close");
  const { sha256, scan } = await send("Another note.");
  expect(scan).toBe("quarantined");
  expect(await listKept()).toContain(sha256);
});
