const MEGABYTE = 1024 * 1024;

export interface ArchiveLimit {
  entries: number;
  /** Bytes of all entries together, unpacked. */
  unpacked: number;
  /** How many times larger than the file it may become. */
  ratio: number;
}

/** Word and Excel files are unpacked by whoever reads them: what none of them needs is a trap. */
export const OFFICE_LIMIT: ArchiveLimit = { entries: 200, unpacked: 50 * MEGABYTE, ratio: 100 };
/** A collection of evidence is never unpacked here, and holds more, such as logs. */
export const ZIP_LIMIT: ArchiveLimit = { entries: 2_000, unpacked: 500 * MEGABYTE, ratio: 200 };

/** In how many of the first bytes of an XML part a document type would stand. */
export const XML_HEAD_BYTES = 4096;
