/**
 * Encryption of a backup with a passphrase: scrypt, then AES-256-GCM chunk by chunk. Each chunk's nonce holds its number
 * and whether it is the last, so that a cut, a repeated or a moved chunk is noticed like a changed byte.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { Transform } from "node:stream";
import { Refusal } from "./refusal.mjs";

const MAGIC = Buffer.from("CTBACKUP1");
const SALT_BYTES = 16;
const TAG_BYTES = 16;
export const HEADER_BYTES = MAGIC.length + SALT_BYTES;
const CHUNK_BYTES = 64 * 1024;
const MEGABYTE = 1024 * 1024;
/** 128 MB of memory for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * MEGABYTE };

export const isEncrypted = (firstBytes) => firstBytes.subarray(0, MAGIC.length).equals(MAGIC);

const keyOf = (passphrase, salt) => scryptSync(passphrase.normalize("NFC"), salt, 32, COST);

function nonceOf(number, isLast) {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 0);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** Gathers bytes into chunks of one size; the last, maybe empty one is told apart. */
function chunked(size, onChunk, onStart = () => undefined) {
  let held = Buffer.alloc(0);
  let number = 0;
  return new Transform({
    construct(done) {
      onStart(this);
      done();
    },
    transform(bytes, _encoding, done) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      try {
        // One chunk is always held back: whether it is the last is known at the end.
        while (held.length > size) {
          this.push(onChunk(held.subarray(0, size), number, false));
          held = held.subarray(size);
          number += 1;
        }
        done();
      } catch (error) {
        done(error);
      }
    },
    flush(done) {
      try {
        this.push(onChunk(held, number, true));
        done();
      } catch (error) {
        done(error);
      }
    },
  });
}

export function encrypt(passphrase) {
  const header = Buffer.concat([MAGIC, randomBytes(SALT_BYTES)]);
  const key = keyOf(passphrase, header.subarray(MAGIC.length));
  const seal = (chunk, number, isLast) => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, isLast));
    cipher.setAAD(header);
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  return chunked(CHUNK_BYTES, seal, (stream) => stream.push(header));
}

/** Takes what follows the header. Throws a Refusal at the first chunk that is not as it was written. */
export function decrypt(passphrase, header) {
  const key = keyOf(passphrase, header.subarray(MAGIC.length));
  const open = (sealed, number, isLast) => {
    if (sealed.length < TAG_BYTES) throw new Refusal("The backup is cut off: its last bytes are missing.");
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, isLast));
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const bytes = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw new Refusal(
        number === 0
          ? "CERTTRAIL_BACKUP_PASSPHRASE does not open this backup, or the backup is damaged at its beginning."
          : `The backup is damaged or cut off near byte ${HEADER_BYTES + number * (CHUNK_BYTES + TAG_BYTES)}.`,
      );
    }
    return bytes;
  };
  return chunked(CHUNK_BYTES + TAG_BYTES, open);
}
