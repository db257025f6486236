import { fingerprint, isHeadSigned, type SignedHead } from "./anchor";
import { type ChainEntry, type Head, type Link, startChainCheck } from "./chain";

/** The first line of a bundle: whose trail it is, where it ends, and what was anchored of it. */
export interface BundleBegin {
  certtrail: "trail bundle";
  version: 1;
  project: string;
  name: string;
  /** The organisation it was made for: what only the other side may read is in it as links alone. */
  madeFor: string;
  madeAt: string;
  head: Head;
  anchors: SignedHead[];
}

/** A further line: an entry, or the link of one that the organisation may not read. */
export type BundleLine = { entry: ChainEntry } | { link: Link };

export interface BundleVerdict {
  name: string;
  madeFor: string;
  madeAt: string;
  /** Entries whose content was hashed, and entries of which only the place was checked. */
  entries: number;
  sealed: number;
  anchors: number;
  /** Short names of the keys that signed, to compare with what the operator published. */
  keys: string[];
  /** Why the bundle cannot be trusted; null when everything fits. */
  fault: string | null;
}

const NO_BUNDLE = "This is no trail bundle of CertTrail. Download the trail again from its page.";

/** Checks a bundle line by line, without anything but the lines. Throws an Error with a sentence for a file that is none. */
export async function checkBundle(lines: AsyncIterable<string> | Iterable<string>): Promise<BundleVerdict> {
  let begin: BundleBegin | null = null;
  let check = startChainCheck("");
  const count = { entries: 0, sealed: 0 };
  let fault: string | null = null;
  for await (const text of lines) {
    if (text.trim() === "") continue;
    if (begin === null) {
      begin = readBegin(text);
      const unsigned = begin.anchors.find((head) => !isHeadSigned(head) || head.project !== begin?.project);
      if (unsigned) fault = `The anchor of ${unsigned.at} does not carry its signature: it was changed.`;
      check = startChainCheck(begin.project, { anchors: begin.anchors });
      continue;
    }
    if (fault) break;
    const line = readLine(text);
    count["entry" in line ? "entries" : "sealed"] += 1;
    fault = check.take("entry" in line ? line.entry : line.link)?.sentence ?? null;
  }
  if (begin === null) throw new Error(NO_BUNDLE);
  fault ??= check.end(begin.head)?.sentence ?? null;
  const { name, madeFor, madeAt, anchors } = begin;
  const keys = [...new Set(anchors.map(({ publicKey }) => fingerprint(publicKey)))];
  return { name, madeFor, madeAt, ...count, anchors: anchors.length, keys, fault };
}

function readBegin(text: string): BundleBegin {
  const begin = readJson(text) as Partial<BundleBegin> | null;
  if (
    begin?.certtrail !== "trail bundle" ||
    begin.version !== 1 ||
    !Array.isArray(begin.anchors) ||
    !begin.head
  ) {
    throw new Error(NO_BUNDLE);
  }
  return begin as BundleBegin;
}

function readLine(text: string): BundleLine {
  const line = readJson(text) as BundleLine | null;
  if (line === null || !("entry" in line || "link" in line)) {
    throw new Error("A line of the bundle is cut or is no entry. Download the trail again from its page.");
  }
  return line;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
