import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** One file of an archive. */
export interface ZipEntry {
  path: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Whether its bytes are packed already, so that packing them again only costs time. */
  isPacked: boolean;
  changedAt: Date;
}

/**
 * Writes an archive as it is read: one entry is open at a time, and none is read faster than it is taken away. Whatever
 * fails on the way is told and destroys the stream, so that a cut archive never looks like a whole one. Large ones are zip64.
 */
export function writeZip(entries: AsyncIterable<ZipEntry>, onFailure: (error: unknown) => void): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const fail = (error: unknown) => {
    // Whoever took it has hung up: what then ends early is no failure.
    if (out.destroyed) return;
    onFailure(error);
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on("error", fail);
  zip.outputStream.pipe(out);
  pack(zip, entries, out).catch(fail);
  return out;
}

async function pack(zip: ZipFile, entries: AsyncIterable<ZipEntry>, out: PassThrough): Promise<void> {
  for await (const { path, bytes, isPacked, changedAt } of entries) {
    const source = Readable.from(bytes, { objectMode: false });
    const hangUp = () => source.destroy();
    out.once("close", hangUp);
    if (out.destroyed) hangUp();
    zip.addReadStreamLazy(path, { compress: !isPacked, mtime: changedAt }, (take) => take(null, source));
    await finished(source);
    out.off("close", hangUp);
  }
  zip.end();
}
