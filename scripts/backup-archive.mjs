/**
 * A backup's file: tar, gzip, and with a passphrase encryption around both. Its last entry is the manifest, which names
 * every other entry with its size and SHA-256.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { decrypt, encrypt, HEADER_BYTES, isEncrypted } from "./backup-cipher.mjs";
import { Refusal } from "./refusal.mjs";

export const MANIFEST = "manifest.json";
const READ_BYTES = 256 * 1024;
const OWNER_ONLY = 0o600;

/**
 * Writes an archive: `fill` adds to it with `addFolder`, `addFile` and `addText`, and returns what the manifest says besides.
 * Nothing stands under the name until the last byte is on the disk.
 */
export async function writeArchive(file, passphrase, fill) {
  const partial = `${file}.${process.pid}.partial`;
  const tar = pack();
  const listed = [];
  const writing = pipeline([
    tar,
    createGzip({ level: constants.Z_BEST_SPEED }),
    ...(passphrase ? [encrypt(passphrase)] : []),
    createWriteStream(partial, { flags: "wx", mode: OWNER_ONLY, flush: true }),
  ]);
  const filling = (async () => {
    const about = await fill(addersTo(tar, listed));
    await addBytes(
      tar,
      MANIFEST,
      Buffer.from(JSON.stringify({ certtrail: "backup", ...about, files: listed })),
    );
    tar.finalize();
    return about;
  })();
  filling.catch((error) => tar.destroy(error));
  const [written, filled] = await Promise.allSettled([writing, filling]);
  for (const { reason } of [written, filled]) {
    if (!reason) continue;
    await rm(partial, { force: true });
    throw reason;
  }
  await rename(partial, file);
  return { ...filled.value, files: listed.length };
}

function addersTo(tar, listed) {
  const list = (name, size, sha256) => listed.push({ name, size, sha256 });
  const addFile = async (name, path) => list(name, ...(await streamFile(tar, name, path)));
  const addText = async (name, text) => {
    const bytes = Buffer.from(text);
    await addBytes(tar, name, bytes);
    list(name, bytes.length, createHash("sha256").update(bytes).digest("hex"));
  };
  /** A folder with all that is in it; `keeps(path inside)` leaves things out. What vanishes meanwhile was not needed. */
  const addFolder = async (name, folder, keeps = () => true, inside = "") => {
    await entryOf(tar, { name: `${name}/`, type: "directory", mode: 0o700 }, async () => undefined);
    for (const entry of await readdir(join(folder), { withFileTypes: true })) {
      const [path, under] = [join(folder, entry.name), `${inside}${entry.name}`];
      if (!keeps(under)) continue;
      if (entry.isDirectory()) await addFolder(`${name}/${entry.name}`, path, keeps, `${under}/`);
      else if (entry.isFile()) await unlessGone(() => addFile(`${name}/${entry.name}`, path));
    }
  };
  return { addFile, addText, addFolder };
}

async function unlessGone(add) {
  try {
    await add();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** The size at the beginning counts: what grows meanwhile is cut there, what shrinks is filled, and the log mends both. */
async function streamFile(tar, name, path) {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const hash = createHash("sha256");
    await entryOf(tar, { name, size, mode: OWNER_ONLY }, async (write) => {
      for (let at = 0; at < size; ) {
        const room = Buffer.alloc(Math.min(READ_BYTES, size - at));
        const { bytesRead } = await handle.read(room, 0, room.length, at);
        const bytes = bytesRead === 0 ? room : room.subarray(0, bytesRead);
        hash.update(bytes);
        await write(bytes);
        at += bytes.length;
      }
    });
    return [size, hash.digest("hex")];
  } finally {
    await handle.close();
  }
}

const addBytes = (tar, name, bytes) =>
  entryOf(tar, { name, size: bytes.length, mode: OWNER_ONLY }, (write) => write(bytes));

async function entryOf(tar, header, fill) {
  let entry;
  const written = new Promise((resolve, reject) => {
    entry = tar.entry(header, (error) => (error ? reject(error) : resolve()));
  });
  if (!entry) throw new Error("The archive's file could not be written.");
  const write = (bytes) =>
    new Promise((resolve, reject) => {
      if (entry.write(bytes)) return resolve();
      const go = () => {
        entry.off("close", stop);
        resolve();
      };
      const stop = () => {
        entry.off("drain", go);
        reject(new Error("The archive's file could not be written."));
      };
      entry.once("drain", go).once("close", stop);
    });
  if (header.type !== "directory") {
    await fill(write);
    entry.end();
  }
  await written;
}

/** Reads an archive to its end: `onEntry(name, type, stream)` for each entry. Damage and a wrong passphrase are Refusals. */
export async function readArchive(file, passphrase, onEntry) {
  const header = await readHeader(file);
  const isSecret = isEncrypted(header);
  if (isSecret && !passphrase) {
    throw new Refusal("This backup is encrypted. Set CERTTRAIL_BACKUP_PASSPHRASE to its passphrase.");
  }
  const tar = extract();
  const reading = pipeline([
    createReadStream(file, { start: isSecret ? HEADER_BYTES : 0 }),
    ...(isSecret ? [decrypt(passphrase, header)] : []),
    createGunzip(),
    tar,
  ]);
  const taking = (async () => {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      await onEntry(name, type, Readable.from(entry));
    }
  })();
  const [end, taken] = await Promise.allSettled([reading, taking]);
  const error = end.reason ?? taken.reason;
  const refusal = [end.reason, taken.reason].find((reason) => reason instanceof Refusal);
  if (refusal) throw refusal;
  if (error?.code === "ENOENT" || error?.code === "ENOSPC") throw error;
  if (error)
    throw new Refusal(
      `The backup is damaged or cut off (${error.message}). Nothing can be restored from it.`,
    );
}

async function readHeader(file) {
  const found = await lstat(file).catch((error) => {
    if (error.code === "ENOENT") throw new Refusal(`There is no file ${file}. Name the backup to restore.`);
    throw error;
  });
  if (!found.isFile()) throw new Refusal(`${file} is no file. Name the backup to restore.`);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Reads the whole archive without keeping anything, and holds every entry to the manifest. Returns the manifest. */
export async function checkArchive(file, passphrase) {
  const seen = new Map();
  let manifest = null;
  await readArchive(file, passphrase, async (name, type, stream) => {
    const hash = createHash("sha256");
    const parts = [];
    let size = 0;
    for await (const bytes of stream) {
      hash.update(bytes);
      size += bytes.length;
      if (name === MANIFEST) parts.push(bytes);
    }
    if (name === MANIFEST) manifest = JSON.parse(Buffer.concat(parts).toString("utf8"));
    else if (type === "file") seen.set(name, { size, sha256: hash.digest("hex") });
  });
  if (manifest?.certtrail !== "backup") {
    throw new Refusal(`${file} is no backup of CertTrail, or is cut off before its manifest.`);
  }
  for (const { name, size, sha256 } of manifest.files) {
    const is = seen.get(name);
    if (is?.size !== size || is.sha256 !== sha256) {
      throw new Refusal(`The backup is damaged: ${name} is not what its manifest says. Nothing was written.`);
    }
    seen.delete(name);
  }
  for (const name of seen.keys()) {
    throw new Refusal(`The backup holds ${name}, which its manifest does not name. Nothing was written.`);
  }
  return manifest;
}
