import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dateToDay } from "../day";
import type { ScanView } from "../files/scan-state";
import { isEventKind, labelOfEvent, readKinds, tellEvent } from "../lifecycle/event";
import type { EventData } from "../lifecycle/event-text";
import { NotThere } from "../outcome";
import { db, type Prisma } from "./db";
import { readScans } from "./files";
import { readProjectHead } from "./project-head";
import { knownId } from "./reach";
import { visibleTo } from "./trail-sql";

/** Entries of one page of the trail. */
export const ENTRIES_PER_PAGE = 50;

export interface TrailEntry {
  no: number;
  at: Date;
  who: string;
  organisation: string;
  /** "issued major NC-003 against A.8.9" */
  sentence: string;
  label: string;
  moved: { from: string; to: string } | null;
  reason: string | null;
  hash: string;
  recorded: {
    by: string;
    actedBy: string;
    on: Day;
    standing: string;
    fileId: string;
    scan: ScanView | null;
  } | null;
}

/** Acts, or who has opened which confidential paper. */
export type TrailView = "acts" | "reads";

export interface TrailPage {
  entries: TrailEntry[];
  /** Number before which the next older page begins; null at the beginning of the trail. */
  olderThan: number | null;
}

/**
 * The acts on a project, newest first, or on one record of it; or the reads. Throws NotThere for somebody else's project. The
 * chain itself holds every entry; what belongs to the other side alone is counted there but not shown.
 */
export async function readTrail(
  actor: Actor,
  projectId: string,
  {
    before,
    subjectId,
    view = "acts",
    atOnce = ENTRIES_PER_PAGE,
  }: { before?: number; subjectId?: string; view?: TrailView; atOnce?: number } = {},
): Promise<TrailPage> {
  if (!may(actor, "trail.read")) throw new NotThere();
  const head = await readProjectHead(actor, projectId);
  const events = await db(actor).event.findMany({
    where: {
      ...visibleTo(actor),
      projectId: head.id,
      kind: view === "reads" ? { in: [...readKinds] } : { notIn: [...readKinds] },
      ...(before !== undefined && { no: { lt: before } }),
      ...(subjectId !== undefined && { subjectId: knownId(subjectId) }),
    },
    include: { recordedAct: true },
    orderBy: { no: "desc" },
    take: atOnce + 1,
  });
  const shown = events.slice(0, atOnce);
  const actedBy = await nameActors(
    actor,
    shown.flatMap(({ recordedAct }) => recordedAct?.actedById ?? []),
  );
  const scans = await readScans(
    actor,
    shown.flatMap(({ recordedAct }) => recordedAct?.fileId ?? []),
  );
  return {
    entries: shown.map((event) => entryOf(event, actedBy, scans)),
    olderThan: events.length > atOnce ? (shown.at(-1)?.no ?? null) : null,
  };
}

async function nameActors(actor: Actor, personIds: string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const people = await db(actor).person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

type EventRow = Prisma.EventGetPayload<{ include: { recordedAct: true } }>;

function entryOf(event: EventRow, actedBy: Map<string, string>, scans: Map<string, ScanView>): TrailEntry {
  const { no, at, kind, fromState, toState, reason, hash, recordedAct } = event;
  const known = isEventKind(kind);
  return {
    no,
    at,
    who: event.personName,
    organisation: event.organisationName,
    sentence: known ? tellEvent({ kind, data: event.data as EventData }) : kind,
    label: known ? labelOfEvent(kind) : kind,
    moved: fromState && toState && fromState !== toState ? { from: fromState, to: toState } : null,
    reason,
    hash,
    recorded: recordedAct && {
      by: event.organisationName,
      actedBy: actedBy.get(recordedAct.actedById) ?? "",
      on: dateToDay(recordedAct.actedOn),
      standing: recordedAct.standing,
      fileId: recordedAct.fileId,
      scan: scans.get(recordedAct.fileId) ?? null,
    },
  };
}
