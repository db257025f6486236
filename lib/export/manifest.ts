import { createHash } from "node:crypto";
import { csvHead, csvRow } from "../documents/csv";
import type { ZipEntry } from "./zip";

/** One line of the manifest: an entry of the archive, or a file that is not in it and why. */
export interface ManifestLine {
  /** Null for a file that is not in the archive. */
  path: string | null;
  /** Under which the record names it; null for what was made for the archive. */
  id: string | null;
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
  belongsTo: string;
  addedBy: string;
  addedAt: Date;
  state: string;
}

const COLUMNS = [
  ...[
    "Path",
    "Name",
    "Bytes",
    "SHA-256",
    "Content type",
    "Belongs to",
    "Added by",
    "Added at",
    "State",
    "Id",
  ],
];
export const IN_ARCHIVE = "In the archive";

/**
 * What an archive holds, written as its last entry. The last line counts the lines before it: an archive whose manifest
 * ends so is whole.
 */
export function writeManifest(lines: readonly ManifestLine[]): string {
  const rows = lines.map(({ path, name, size, sha256, mediaType, belongsTo, addedBy, addedAt, state, id }) =>
    csvRow([path, name, size, sha256, mediaType, belongsTo, addedBy, addedAt.toISOString(), state, id]),
  );
  const inside = lines.filter(({ path }) => path !== null);
  const bytes = inside.reduce((sum, { size }) => sum + size, 0);
  const end = csvRow(["End", `${inside.length} entries`, bytes, null, null, null, null, null, "Whole", null]);
  return [csvHead(COLUMNS), ...rows, end].join("");
}

/** What is known of an entry before its bytes are read. */
export type Announced = Pick<
  ManifestLine,
  "id" | "name" | "mediaType" | "belongsTo" | "addedBy" | "addedAt"
> & {
  path: string;
  isPacked: boolean;
  /** What the bytes must be; left out where they are made here. */
  expected?: { size: number; sha256: string };
};

/**
 * An entry whose line comes onto the manifest once it was read to its end. Throws while it is read when the bytes are not
 * those that were kept.
 */
export function countedEntry(
  { isPacked, expected, ...of }: Announced,
  bytes: AsyncIterable<Uint8Array>,
  lines: ManifestLine[],
): ZipEntry {
  async function* count() {
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
    const sha256 = hash.digest("hex");
    if (expected && (expected.size !== size || expected.sha256 !== sha256))
      throw new Error("The bytes of a kept file are not those that were kept.");
    lines.push({ ...of, size, sha256, state: IN_ARCHIVE });
  }
  return { path: of.path, bytes: count(), isPacked, changedAt: of.addedAt };
}
