import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { environment } from "../env";
import { refuseArchive } from "./archive";
import { filesFolder, INCOMING } from "./folder-storage";
import { endingOf, mediaTypeOf } from "./kind";
import { FILE_KINDS_IN_WORDS } from "./limits";
import { scanFile } from "./scanner";
import { keyOf, openStorage, type Storage } from "./storage";

/** A file that cannot be kept; the message is the sentence for the person. */
export class FileRefused extends Error {
  override name = "FileRefused";
}

export interface KeptFile {
  sha256: string;
  size: number;
  mediaType: string;
  /** What the scanner said when the file came. */
  scan: KeptScan;
}

/** Without a scanner nothing is said of a file; one that did not answer is asked again later. */
export type KeptScan = "not_scanned" | "quarantined" | "clean";

/** Kinds that hold other files. */
const ARCHIVES = ["docx", "xlsx", "zip"];

const MEGABYTE = 1024 * 1024;
/** The first bytes of a file, by which its kind is told. */
const HEAD_BYTES = 4096;
/** So many bytes may wait for the disk while the next ones come. */
const WRITTEN_AT_ONCE = MEGABYTE;

let storage: Storage | null = null;

/** Anybody may ask whether all is well; a bucket is asked at most so often, also while it does not answer. */
const CHECK_HOLDS_MS = 10_000;
let lastCheck = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve() };

/** Resolves when the storage could be reached within the last ten seconds; rejects with what it says when it cannot. */
export async function areFilesUp(): Promise<void> {
  const at = performance.now();
  if (at - lastCheck.at >= CHECK_HOLDS_MS) lastCheck = { at, answer: keptBytes().check() };
  await lastCheck.answer;
}

/** The largest file that this installation keeps, in bytes. */
export const largestFile = () => environment().CERTTRAIL_FILE_MB * MEGABYTE;

/** Where this installation keeps the bytes of files. */
export function keptBytes(): Storage {
  storage ??= openStorage(environment());
  return storage;
}

/**
 * Streams bytes to a local file while counting and hashing them, then into the storage. Throws FileRefused when they are none, too many, not what the name
 * says, or not the bytes the sender hashed; nothing of a refused file stays.
 */
export async function keepFile(
  organisationId: string,
  name: string,
  body: ReadableStream<Uint8Array>,
  expected: { sha256: string | null; size: number | null },
): Promise<KeptFile> {
  if ((expected.size ?? 0) > largestFile()) throw new FileRefused(tooLarge(name));
  const waiting = join(filesFolder(environment().CERTTRAIL_DATA), INCOMING);
  await mkdir(waiting, { recursive: true });
  const temporary = join(waiting, randomUUID());
  try {
    const { sha256, size, head } = await receive(body, name, temporary);
    if (size === 0) throw new FileRefused(`${name} is empty. Choose a file with content.`);
    if (
      (expected.size !== null && expected.size !== size) ||
      (expected.sha256 && expected.sha256 !== sha256)
    ) {
      throw new FileRefused(`${name} did not arrive whole. Send it again.`);
    }
    const mediaType = mediaTypeOf(name, head);
    if (!mediaType) {
      throw new FileRefused(
        `${name} is not what its name says, or not a kind that can be kept. Use ${FILE_KINDS_IN_WORDS}.`,
      );
    }
    const ending = endingOf(name);
    const refusal = ARCHIVES.includes(ending) ? await refuseArchive(temporary, ending) : null;
    if (refusal) throw new FileRefused(`${name} ${refusal}.`);
    const scan = await scanFile(temporary);
    if (scan.state === "infected") {
      throw new FileRefused(`${name} holds what the virus scanner knows as ${scan.found}. It was not kept.`);
    }
    await keptBytes().put(keyOf(organisationId, sha256), temporary, { size, sha256 });
    return { sha256, size, mediaType, scan: scan.state };
  } catch (error) {
    // The sweeper takes what has waited for a day, and whoever cleans the folder takes what they like.
    throw isGone(error, temporary) ? new FileRefused(didNotStay(name)) : error;
  } finally {
    await rm(temporary, { force: true });
  }
}

const isGone = (error: unknown, path: string) =>
  error instanceof Error &&
  "code" in error &&
  error.code === "ENOENT" &&
  "path" in error &&
  error.path === path;

/** What a person is told whose bytes were removed between their arrival and their row. */
export const didNotStay = (name: string) => `${name} did not stay. Send it again.`;

function tooLarge(name: string): string {
  return `${name} is larger than ${environment().CERTTRAIL_FILE_MB} MB. Split it or choose a smaller one.`;
}

async function receive(body: ReadableStream<Uint8Array>, name: string, temporary: string) {
  const hash = createHash("sha256");
  let size = 0;
  let head = Buffer.alloc(0);
  const most = largestFile();
  // Made before the first byte: a stream opens its file later, and an upload that broke off by then would leave it behind.
  const file = await open(temporary, "wx", 0o600);
  await pipeline(
    body as Parameters<typeof Readable.fromWeb>[0],
    async function* count(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        if (size > most) throw new FileRefused(tooLarge(name));
        hash.update(chunk);
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
        yield chunk;
      }
    },
    // Flushed, because the row that comes next must not outlive its bytes when the machine stops.
    file.createWriteStream({ flush: true, highWaterMark: WRITTEN_AT_ONCE }),
  );
  return { sha256: hash.digest("hex"), size, head };
}

/** The bytes of a kept file as a stream; null when the storage has lost them. */
export async function openFile(
  organisationId: string,
  sha256: string,
): Promise<ReadableStream<Uint8Array> | null> {
  const bytes = await keptBytes().get(keyOf(organisationId, sha256));
  return bytes && (Readable.toWeb(bytes) as ReadableStream<Uint8Array>);
}
