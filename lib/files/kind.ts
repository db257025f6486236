import { fileKinds } from "./limits";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const starts: Partial<Record<keyof typeof fileKinds, number[][]>> = {
  pdf: [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  png: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  jpg: [[0xff, 0xd8, 0xff]],
  jpeg: [[0xff, 0xd8, 0xff]],
  webp: [[0x52, 0x49, 0x46, 0x46]],
  docx: [ZIP],
  xlsx: [ZIP],
  zip: [ZIP],
};
/** Some writers put a byte-order mark or a header line before "%PDF-"; readers accept it within the first kilobyte. */
const SNIFFED_BYTES = 1024;
const NUL = 0;

/**
 * The media type of a file, from its ending and its first bytes. Null when the kind is not on the list, or the bytes
 * are not what the ending says: an HTML page named .pdf is not a PDF.
 */
export function mediaTypeOf(name: string, head: Uint8Array): string | null {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  if (!Object.hasOwn(fileKinds, ending)) return null;
  const kind = ending as keyof typeof fileKinds;
  const signatures = starts[kind];
  if (!signatures) return head.subarray(0, SNIFFED_BYTES).includes(NUL) ? null : fileKinds[kind];
  const reach = kind === "pdf" ? SNIFFED_BYTES : 0;
  return signatures.some((bytes) => findBytes(head, bytes, reach)) ? fileKinds[kind] : null;
}

function findBytes(head: Uint8Array, bytes: readonly number[], reach: number): boolean {
  for (let at = 0; at <= Math.min(reach, head.length - bytes.length); at += 1) {
    if (bytes.every((byte, index) => head[at + index] === byte)) return true;
  }
  return false;
}
