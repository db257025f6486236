import { sizeInWords } from "./size";

/** How much one download of a whole project would hold. */
export interface ExportSize {
  files: number;
  bytes: number;
  findings: number;
  /** Of the trail. */
  entries: number;
}

/** What one download holds at most; three years of one certification stay far below. */
export const exportLimits: ExportSize = {
  files: 5_000,
  bytes: 20 * 1024 ** 3,
  findings: 1_000,
  entries: 50_000,
};

const inWords: Record<keyof ExportSize, (count: number) => string> = {
  files: (count) => `${count.toLocaleString("en-GB")} files`,
  bytes: (count) => `${sizeInWords(count)} of files`,
  findings: (count) => `${count.toLocaleString("en-GB")} findings`,
  entries: (count) => `${count.toLocaleString("en-GB")} entries in its trail`,
};

/** Why a project does not fit into one download; null when it does. */
export function refuseForSize(size: ExportSize): string | null {
  const parts = Object.keys(exportLimits) as (keyof ExportSize)[];
  const over = parts.find((part) => size[part] > exportLimits[part]);
  if (!over) return null;
  return `This project has ${inWords[over](size[over])}. One download holds ${inWords[over](exportLimits[over])} at most. Ask whoever runs CertTrail for a copy.`;
}
