import "server-only";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { type ArchiveLimit, OFFICE_LIMIT, XML_HEAD_BYTES, ZIP_LIMIT } from "./archive-limits";
import { sizeInWords } from "./size";

/** Where the text of a kind begins; a file without it is another kind under this ending. */
const FIRST_PARTS: Record<string, string> = { docx: "word/", xlsx: "xl/" };
const CONTENT_TYPES = "[Content_Types].xml";
const MACRO = /(^|\/)vba(project|data)/i;
const ARCHIVE = /\.(zip|7z|rar|gz|bz2|xz|tar|tgz|jar|docm|xlsm)$/i;
const XML = /\.(xml|rels)$/i;
/** No Word or Excel file declares a document type; with one, a few bytes unfold into gigabytes. */
const DOCUMENT_TYPE = /<!(?:DOCTYPE|ENTITY)/i;

/**
 * Why an archive cannot be kept, from its directory and, for Word and Excel, from every byte it unpacks to; null when
 * nothing stands against it. Unpacks as a stream, so no archive takes more memory than its directory.
 */
export async function refuseArchive(path: string, ending: string): Promise<string | null> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    return broken(error);
  }
  try {
    return ending in FIRST_PARTS ? await refuseOffice(zip, ending) : await refuseZip(zip);
  } catch (error) {
    return broken(error);
  } finally {
    zip.close();
  }
}

/** The library says of each broken archive what is wrong with it; whoever sent it can only save it anew. */
function broken(error: unknown): string {
  // A disk that fails says nothing about the file.
  if (!(error instanceof Error) || "syscall" in error) throw error;
  return "is damaged, or names a place outside of itself. Save it again, or pack it anew";
}

async function refuseZip(zip: ZipFile): Promise<string | null> {
  const { entries, refusal } = await readDirectory(zip, ZIP_LIMIT);
  if (refusal) return refusal;
  const nested = entries.find(({ fileName }) => ARCHIVE.test(fileName));
  return nested ? "holds an archive inside the archive. Add the inner one by itself" : null;
}

async function refuseOffice(zip: ZipFile, ending: string): Promise<string | null> {
  const { entries, refusal } = await readDirectory(zip, OFFICE_LIMIT);
  if (refusal) return refusal;
  const names = entries.map(({ fileName }) => fileName);
  const isWhole =
    names.includes(CONTENT_TYPES) && names.some((name) => name.startsWith(FIRST_PARTS[ending] ?? ""));
  if (!isWhole) return "is not what its name says. Save it again in the program it comes from";
  if (names.some((name) => MACRO.test(name))) return "holds macros. Save it without them, or as PDF";
  if (names.some((name) => ARCHIVE.test(name))) return "holds an archive. Add that by itself";
  for (const entry of entries) {
    const head = await unpack(zip, entry);
    if (XML.test(entry.fileName) && DOCUMENT_TYPE.test(head)) {
      return "holds a document type, which no Word or Excel file needs. Save it again in the program it comes from";
    }
  }
  return null;
}

async function readDirectory(zip: ZipFile, limit: ArchiveLimit) {
  const entries: Entry[] = [];
  if (zip.entryCount > limit.entries) return { entries, refusal: tooMany(limit) };
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    unpacked += entry.uncompressedSize;
    if (entries.length > limit.entries) return { entries, refusal: tooMany(limit) };
    if (unpacked > limit.unpacked || unpacked > limit.ratio * zip.fileSize) {
      return { entries, refusal: tooMuch(limit) };
    }
  }
  return { entries, refusal: entries.length === 0 ? "is an empty archive. Add files to it" : null };
}

const tooMany = ({ entries }: ArchiveLimit) => `holds more than ${entries} files. Split it`;
const tooMuch = ({ unpacked, ratio }: ArchiveLimit) =>
  `unpacks to more than ${sizeInWords(unpacked)} or to ${ratio} times its size. Split it`;

/** Unpacks an entry whole and keeps its beginning. The library ends it where it is not as long as the directory says. */
async function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  let head = Buffer.alloc(0);
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (head.byteLength < XML_HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, XML_HEAD_BYTES);
      done();
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), count);
  // In UTF-16 every other byte is none.
  return head.toString("latin1").replaceAll("\0", "");
}
