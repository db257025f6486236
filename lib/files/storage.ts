import type { Readable } from "node:stream";
import { openFolder } from "./folder-storage";
import { openBucket } from "./s3-storage";

/** One kept file as the sweeper sees it. */
export interface StoredBytes {
  key: string;
  changedAt: Date;
}

/** Where the bytes of files are kept. Keys are made by `keyOf`; a key says nothing of a file's name. */
export interface Storage {
  /** Keeps the bytes of a local file of this size and SHA-256 under the key; bytes that are there already are written again. */
  put(key: string, path: string, of: { size: number; sha256: string }): Promise<void>;
  /** The bytes as a stream; null when there are none. */
  get(key: string): Promise<Readable | null>;
  has(key: string): Promise<boolean>;
  list(): AsyncIterable<StoredBytes>;
  /** Removes the bytes; none are no error. */
  remove(key: string): Promise<void>;
  /** Resolves when the place can be reached; rejects with a sentence that names it when it cannot. */
  check(): Promise<void>;
}

/** The settings that say where files are kept. */
export interface StorageSettings {
  /** s3://bucket?endpoint=…&region=…; without it the data folder keeps them. */
  STORAGE_URL?: string;
  CERTTRAIL_DATA: string;
}

const SHA256 = /^[0-9a-f]{64}$/;
const ORGANISATION = /^[\w-]+$/;

/**
 * Under which key an organisation's bytes are kept: their own hash, so that a name from outside never becomes a path,
 * and the same bytes of two organisations are two files.
 */
export function keyOf(organisationId: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error("Not a SHA-256.");
  if (!ORGANISATION.test(organisationId)) throw new Error("Not the id of an organisation.");
  return `${organisationId}/${sha256.slice(0, 2)}/${sha256}`;
}

/** Opens the place that the settings name. Throws a sentence when STORAGE_URL cannot be read. */
export function openStorage({ STORAGE_URL, CERTTRAIL_DATA }: StorageSettings): Storage {
  return STORAGE_URL ? openBucket(STORAGE_URL) : openFolder(CERTTRAIL_DATA);
}
