const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** A size in words: "38 MB", "212 kB"; rounded up, so that a limit never looks kept when it is not. */
export function sizeInWords(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} bytes`;
  if (bytes < MEGABYTE) return `${Math.ceil(bytes / KILOBYTE)} kB`;
  return `${Math.ceil(bytes / MEGABYTE)} MB`;
}
