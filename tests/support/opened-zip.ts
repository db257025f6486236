import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise } from "yauzl";

/** The entries of an archive by their paths. */
export type Opened = ReadonlyMap<string, Buffer>;

/** Reads an archive to its end and opens it; throws when it is not whole. */
export async function openZip(bytes: Readable | Buffer): Promise<Opened> {
  const zip = await fromBufferPromise(Buffer.isBuffer(bytes) ? bytes : await buffer(bytes), {
    lazyEntries: true,
    validateEntrySizes: true,
  });
  const opened = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    if (opened.has(entry.fileName)) throw new Error(`${entry.fileName} is in the archive twice.`);
    opened.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return opened;
}

/** The rows of a CSV file of ours, its byte order mark taken off; a cell between quotes may hold anything. */
export function rowsOf(csv: Buffer | undefined): string[][] {
  const text = csv?.toString("utf8") ?? "";
  if (!text.startsWith("\ufeff")) throw new Error("The sheet has no byte order mark.");
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

export const sha256Of = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
