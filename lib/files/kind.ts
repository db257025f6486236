import { fileKinds } from "./limits";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const starts: Partial<Record<keyof typeof fileKinds, number[][]>> = {
  pdf: [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  png: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  jpg: [[0xff, 0xd8, 0xff]],
  jpeg: [[0xff, 0xd8, 0xff]],
  webp: [[0x57, 0x45, 0x42, 0x50]],
  docx: [ZIP],
  xlsx: [ZIP],
  zip: [ZIP],
};
/** Some writers put a byte-order mark or a header line before "%PDF-"; readers accept it within the first kilobyte. */
const SNIFFED_BYTES = 1024;
const NUL = 0;
/** Between which bytes the signature of a kind begins, where it is not the very first. */
const places: Partial<Record<keyof typeof fileKinds, [number, number]>> = {
  pdf: [0, SNIFFED_BYTES],
  webp: [8, 8],
};
/** Text in UTF-16 holds NUL bytes; its first two say so. */
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** The ending of a name, in small letters: the last one counts. */
export function endingOf(name: string): string {
  return name.toLowerCase().split(".").at(-1) ?? "";
}

/**
 * The media type of a file, from its ending and its first bytes. Null when the kind is not on the list, or the bytes
 * are not what the ending says: an HTML page named .pdf is not a PDF.
 */
export function mediaTypeOf(name: string, head: Uint8Array): string | null {
  const ending = endingOf(name);
  if (!Object.hasOwn(fileKinds, ending)) return null;
  const kind = ending as keyof typeof fileKinds;
  const signatures = starts[kind];
  if (!signatures) return isText(head) ? fileKinds[kind] : null;
  const [from, to] = places[kind] ?? [0, 0];
  if (kind === "pdf" && startsAsPage(head)) return null;
  return signatures.some((bytes) => findBytes(head, bytes, from, to)) ? fileKinds[kind] : null;
}

/** What stands in front of a PDF may be a mark or a blank line; a page in front of it makes it two things at once. */
function startsAsPage(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, SNIFFED_BYTES)).toString("latin1");
  return start.slice(0, Math.max(0, start.indexOf("%PDF-"))).includes("<");
}

function isText(head: Uint8Array): boolean {
  const isUtf16 = UTF16_MARKS.some((mark) => findBytes(head, mark, 0, 0));
  return isUtf16 || !head.subarray(0, SNIFFED_BYTES).includes(NUL);
}

function findBytes(head: Uint8Array, bytes: readonly number[], from: number, to: number): boolean {
  for (let at = from; at <= Math.min(to, head.length - bytes.length); at += 1) {
    if (bytes.every((byte, index) => head[at + index] === byte)) return true;
  }
  return false;
}
