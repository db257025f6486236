import "server-only";
import type { Actor } from "../actor";
import { readTrail, type TrailEntry, type TrailView } from "../store/trail";

const ENTRIES_AT_ONCE = 1_000;

/** The entries of the trail as its page tells them, the first one first: acts and reads together. */
export async function composeTrail(actor: Actor, projectId: string) {
  const acts = await listEntries(actor, projectId, "acts");
  const reads = await listEntries(actor, projectId, "reads");
  return [...acts, ...reads].sort((one, other) => one.no - other.no).map(entryOf);
}

async function listEntries(actor: Actor, projectId: string, view: TrailView): Promise<TrailEntry[]> {
  const all: TrailEntry[] = [];
  for (let before: number | undefined, hasMore = true; hasMore; ) {
    const { entries, olderThan } = await readTrail(actor, projectId, {
      before,
      view,
      atOnce: ENTRIES_AT_ONCE,
    });
    all.push(...entries);
    hasMore = olderThan !== null;
    before = olderThan ?? undefined;
  }
  return all;
}

function entryOf({ label, recorded, ...entry }: TrailEntry) {
  return {
    ...entry,
    recorded: recorded && {
      ...{ actedBy: recorded.actedBy, on: recorded.on, standing: recorded.standing, fileId: recorded.fileId },
    },
  };
}
