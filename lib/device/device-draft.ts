/** The fields of a draft finding as its form names them. */
export const draftFields = [
  "evidence",
  "requirementRef",
  "subRef",
  "grade",
  "statement",
  "siteId",
  "process",
] as const;
export type DraftField = (typeof draftFields)[number];
export type DraftWords = Record<DraftField, string>;

/**
 * Where a draft on a device is: being typed; waiting to be sent; kept by the server, with photos still to be sent;
 * stopped by what the server said of it; or beside another version of itself.
 */
export type DraftState = "typing" | "waiting" | "kept" | "stopped" | "conflict";

/** A draft finding that a device keeps until the server has it. */
export interface DeviceDraft {
  /** The finding's id from the start (UUIDv7), so that sending twice makes one finding; its order is the order of sending. */
  id: string;
  /** Whose it is: nobody else who signs in on this device sees it. */
  personId: string;
  org: string;
  project: string;
  audit: string;
  /** In words, for lists outside the audit's pages. */
  place: string;
  /** The version of the server that it was typed on; null for one that the server has never had. */
  baseVersion: number | null;
  /** Renewed with each change, so that a repeat is known as one. */
  requestId: string;
  words: DraftWords;
  state: DraftState;
  /** Why it is stopped, in a sentence. */
  problem?: string;
  /** What the server has now, where that is another version; null when it has none any more. */
  current?: CurrentDraft | null;
  /** When it was kept on the device last, in milliseconds since 1970 by the device's own clock. */
  savedAt: number;
}

/** The server's version of a draft, as the answer to a sent one brings it. */
export interface CurrentDraft {
  words: DraftWords;
  version: number;
}

/** A photo of a draft, drawn anew: no larger than a report needs, without the place it was taken at. */
export interface DevicePhoto {
  id: string;
  draftId: string;
  name: string;
  bytes: Blob;
}

/** The words of a form or of an answer, with "" for whatever is missing. */
export function wordsOf(from: Partial<Record<DraftField, unknown>>): DraftWords {
  const words = {} as DraftWords;
  for (const field of draftFields) words[field] = typeof from[field] === "string" ? from[field] : "";
  return words;
}

/** Whether there is anything to keep: a site or process alone only says where somebody stands. */
export function saysSomething({ evidence, statement, requirementRef, grade }: DraftWords): boolean {
  return [evidence, statement, requirementRef, grade].some((text) => text.trim() !== "");
}

/** The fields in which two versions differ. */
export function differingFields(mine: DraftWords, theirs: DraftWords): DraftField[] {
  return draftFields.filter((field) => mine[field].trim() !== theirs[field].trim());
}

/** Drafts that are to be sent, the first one written first. */
export function inOrder(drafts: readonly DeviceDraft[]): DeviceDraft[] {
  return drafts
    .filter(({ state }) => state === "waiting" || state === "kept")
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A draft on the device longer than this is at risk: some browsers remove what a site keeps after seven days. */
export const LONG_WAIT_MS = 24 * 3600 * 1000;
