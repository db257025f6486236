import { sizeInWords } from "./size";

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;

/** Why a file no longer fits into an organisation's share; null while it does. */
export function refuseForRoom(name: string, size: number, used: number, gigabytes: number): string | null {
  const left = Math.max(0, gigabytes * GIGABYTE - used);
  if (size <= left) return null;
  // Sizes are told rounded up; what is left must not be.
  const step = [GIGABYTE / 10, MEGABYTE, 1].find((one) => left >= one * 10) ?? 1;
  const words = sizeInWords(Math.floor(left / step) * step);
  return `${name} does not fit: your organisation has ${words} of its ${gigabytes} GB left. Ask whoever runs CertTrail for more room.`;
}
