import { createHash } from "node:crypto";

/** What every entry shows, also to a side that may not read it: its place in the chain. */
export interface Link {
  no: number;
  prevHash: string;
  hash: string;
}

/** An entry of the trail as its hash covers it. JSON columns are the texts the database keeps. */
export interface ChainEntry extends Link {
  id: string;
  clientId: string;
  /** 2027-03-27T09:00:00.000Z */
  at: string;
  personId: string;
  personName: string;
  organisationId: string;
  organisationName: string;
  side: string;
  kind: string;
  subjectType: string;
  subjectId: string;
  machine: string | null;
  fromState: string | null;
  toState: string | null;
  data: string;
  reason: string | null;
  audience: string;
  /** What the client states of a body's act that it records; null for an own act. */
  recorded: string | null;
}

/** The head of a chain: the number and hash of its last entry. */
export interface Head {
  no: number;
  hash: string;
}

/** A head somebody signed at an instant: the chain must still go through it. */
export interface AnchoredHead extends Head {
  at: string;
}

/** The first entry that does not fit, and why, as a sentence. */
export interface Fault {
  no: number;
  sentence: string;
}

/** What the first entry follows. */
export const BEGINNING: Head = { no: 0, hash: "0".repeat(64) };

/** How far an entry is looked for at another place, to say whether it was moved. */
const MOVED_WITHIN = 1000;

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * The hash of an entry: SHA-256 of the JSON list of its columns as Postgres writes it (trail_hash in the migrations).
 * An entry that records somebody else's act has one member more than the others, so neither passes for the other kind.
 */
export function hashEntry(projectId: string, entry: ChainEntry, no = entry.no): string {
  const text = (value: string | null) => JSON.stringify(value);
  const { data, recorded } = entry;
  const members = [
    ...[text(projectId), String(no), text(entry.id), text(entry.clientId), text(entry.at)],
    ...[
      text(entry.personId),
      text(entry.personName),
      text(entry.organisationId),
      text(entry.organisationName),
    ],
    ...[text(entry.side), text(entry.kind), text(entry.subjectType), text(entry.subjectId)],
    ...[text(entry.machine), text(entry.fromState), text(entry.toState), data, text(entry.reason)],
    ...[text(entry.audience), ...(recorded === null ? [] : [recorded]), text(entry.prevHash)],
  ];
  return sha256(`[${members.join(", ")}]`);
}

/** Takes the entries of one chain in their order, and says the first fault. */
export interface ChainCheck {
  /** Null while the chain is whole. `isWhole` is the word of whoever may read an entry of which only the link is here. */
  take(entry: ChainEntry | (Link & { isWhole?: boolean })): Fault | null;
  /** After the last entry: the head the chain must end with, and what was anchored beyond it. */
  end(head: Head | null): Fault | null;
  /** The last entry that was taken. */
  readonly last: Head;
}

/**
 * Checks a chain entry by entry: numbers without a gap, each entry's content against its hash, each link against the
 * entry before, and the whole against what was anchored. `after` is where an earlier check ended.
 */
export function startChainCheck(
  projectId: string,
  { after = BEGINNING, anchors = [] }: { after?: Head; anchors?: readonly AnchoredHead[] } = {},
): ChainCheck {
  let last = after;
  let beforeLast: Head | null = null;
  const anchored = new Map<number, AnchoredHead[]>();
  for (const anchor of anchors) anchored.set(anchor.no, [...(anchored.get(anchor.no) ?? []), anchor]);
  return {
    get last() {
      return last;
    },
    take(entry) {
      const sentence =
        findGap(entry, last) ??
        findChange(projectId, entry, last, beforeLast) ??
        findBrokenLink(entry, last) ??
        findRewriting(entry, anchored.get(entry.no) ?? []);
      if (sentence) return { no: entry.no, sentence };
      beforeLast = last;
      last = { no: entry.no, hash: entry.hash };
      return null;
    },
    end(head) {
      const sentence = findWrongEnd(last, head) ?? findCut(last, anchors);
      return sentence ? { no: last.no, sentence } : null;
    },
  };
}

function findGap({ no }: Link, last: Head): string | null {
  if (no === last.no + 1) return null;
  if (no <= last.no) return `Entry ${no} comes after entry ${last.no}: the entries are in another order.`;
  return no === last.no + 2
    ? `Entry ${last.no + 1} is missing: it was deleted outside CertTrail.`
    : `Entries ${last.no + 1} to ${no - 1} are missing: they were deleted outside CertTrail.`;
}

function findChange(
  projectId: string,
  entry: ChainEntry | (Link & { isWhole?: boolean }),
  last: Head,
  beforeLast: Head | null,
): string | null {
  if (!("data" in entry)) {
    return entry.isWhole === false
      ? `Entry ${entry.no} was changed: its content does not give its hash.`
      : null;
  }
  if (hashEntry(projectId, entry) === entry.hash) return null;
  const written = findPlace(projectId, entry);
  if (written === null) return `Entry ${entry.no} was changed: its content does not give its hash.`;
  if (written === entry.no - 1 && entry.prevHash === beforeLast?.hash) {
    return `Entry ${last.no} was inserted: the entry after it was written as entry ${written} and follows entry ${written - 1}.`;
  }
  return `Entry ${written} stands in the place of entry ${entry.no}: the entries were put in another order.`;
}

/** The number an entry was written under, if its content is whole but for the number. */
function findPlace(projectId: string, entry: ChainEntry): number | null {
  for (let distance = 1; distance <= MOVED_WITHIN; distance += 1) {
    for (const no of [entry.no - distance, entry.no + distance]) {
      if (no > 0 && hashEntry(projectId, entry, no) === entry.hash) return no;
    }
  }
  return null;
}

function findBrokenLink({ no, prevHash }: Link, last: Head): string | null {
  if (prevHash === last.hash) return null;
  return no === 1
    ? "Entry 1 does not begin the trail: it follows an entry that is not there."
    : `Entry ${no} does not follow entry ${last.no} as it stands: one of the two was replaced.`;
}

function findRewriting({ no, hash }: Link, anchors: readonly AnchoredHead[]): string | null {
  const broken = anchors.find((anchor) => anchor.hash !== hash);
  return broken
    ? `Entry ${no} is not the one that was anchored at ${broken.at}: the trail was rewritten.`
    : null;
}

function findWrongEnd(last: Head, head: Head | null): string | null {
  if (head === null) return last.no === 0 ? null : `The trail has ${last.no} entries and no head.`;
  if (head.no > last.no) {
    return `The trail ends with entry ${last.no}, and its head names entry ${head.no}: the tail was cut.`;
  }
  if (head.no < last.no) {
    return `Entry ${head.no + 1} stands behind the head of the trail, entry ${head.no}: it was inserted outside CertTrail.`;
  }
  return head.hash === last.hash ? null : `The head of the trail is not entry ${last.no} as it stands.`;
}

function findCut(last: Head, anchors: readonly AnchoredHead[]): string | null {
  const beyond = anchors.find(({ no }) => no > last.no);
  return beyond
    ? `The trail ends with entry ${last.no}, and entry ${beyond.no} was anchored at ${beyond.at}: the tail was cut.`
    : null;
}
