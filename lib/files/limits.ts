/** Longest kept file name in characters. */
export const MAX_FILE_NAME = 200;

/** The published list of kinds: ending to media type. Nothing else is stored. */
export const fileKinds = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  txt: "text/plain",
  md: "text/markdown",
  zip: "application/zip",
} as const;

export const FILE_KINDS_IN_WORDS = "PDF, Word, Excel, images, CSV, text or zip";
export const FILE_ACCEPT = Object.keys(fileKinds)
  .map((ending) => `.${ending}`)
  .join(",");

/** Kinds a browser shows itself without running anything of ours or theirs. */
const SHOWN_KINDS = ["application/pdf", "image/png", "image/jpeg", "image/webp"];

/** Whether a file can be opened in the browser; every other kind is downloaded. */
export function canOpen(mediaType: string): boolean {
  return SHOWN_KINDS.includes(mediaType);
}
