import type { Actor } from "../../lib/actor";
import { addDays, type Day, today } from "../../lib/day";
import { keepFile } from "../../lib/files/folder";
import type { Submission } from "../../lib/store/act";
import { addFile } from "../../lib/store/files";
import { newId } from "../../lib/store/new-id";
import type { Cast } from "./people";

const HOUR_MS = 3_600_000;

/** Tells the demo: days count from today, so that it is always fresh. */
export interface Teller {
  cast: Cast;
  /** The calendar day so many days from today; negative is past. */
  day: (offset: number) => Day;
  /** A form sent on that day, in the morning. */
  on: (offset: number, more?: Partial<Submission>) => Submission;
}

export function makeTeller(cast: Cast, now: Date): Teller {
  const base = today("Europe/Berlin", now);
  const day = (offset: number) => addDays(base, offset);
  return {
    cast,
    day,
    on: (offset, more = {}) => ({
      id: newId(),
      action: "demo",
      digest: "-",
      // Past days at nine in the morning; today at the present instant, so that nothing lies ahead of the clock.
      now:
        offset < 0
          ? new Date(Date.parse(`${day(offset)}T08:00:00Z`))
          : new Date(now.getTime() - HOUR_MS / 60),
      ...more,
    }),
  };
}

/** A small text file of the demo, stored as an upload would be. Returns its id. */
export async function storeFile(
  actor: Actor,
  projectId: string,
  { name, text }: { name: string; text: string },
  now: Date,
): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const kept = await keepFile(actor.organisationId, name, body, { sha256: null, size: bytes.length });
  return await addFile(actor, projectId, name, kept, now);
}
