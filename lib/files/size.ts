const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const GIGABYTE = 1024 * MEGABYTE;

/** A size in words: "1.2 GB", "38 MB", "212 kB"; rounded up, so that a limit never looks kept when it is not. */
export function sizeInWords(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} bytes`;
  if (bytes < MEGABYTE) return `${Math.ceil(bytes / KILOBYTE)} kB`;
  if (bytes < GIGABYTE) return `${Math.ceil(bytes / MEGABYTE)} MB`;
  return `${Math.ceil((bytes * 10) / GIGABYTE) / 10} GB`;
}
