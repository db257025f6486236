import "server-only";
import type { Actor } from "../actor";
import type { Day } from "../day";
import { type EventKind, isEventKind, tellEvent } from "../lifecycle/event";
import type { EventData } from "../lifecycle/event-text";
import { db } from "./db";

/** Most entries shown on the page of one record; the whole trail has a page of its own. */
export const MAX_SHOWN_ENTRIES = 100;

/** One entry of the trail of one record, in words. */
export interface SubjectEntry {
  no: number;
  at: Date;
  personName: string;
  organisationName: string;
  /** Past tense, after the person's name. */
  sentence: string;
  /** Whether only the own side can read it. */
  isOwn: boolean;
  /** Set when the client recorded an act of a body that is not on CertTrail. */
  recorded: {
    standing: "recorded" | "confirmed" | "corrected";
    actedOn: Day;
    actedBy: string;
  } | null;
}

type Row = Omit<SubjectEntry, "sentence"> & { kind: string; data: EventData };

/** What happened to one record, newest first, as far as the reader's side may see it. The reach was checked before. */
export async function listTrailOf(
  actor: Actor,
  projectId: string,
  subjectId: string,
): Promise<SubjectEntry[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.no, e.at, e.person_name AS "personName", e.organisation_name AS "organisationName", e.kind, e.data,
      e.audience <> 'both' AS "isOwn", CASE WHEN r.event_id IS NULL THEN NULL ELSE
        jsonb_build_object('standing', r.standing, 'actedOn', r.acted_on, 'actedBy', p.name) END AS recorded
    FROM event e LEFT JOIN recorded_act r ON r.event_id = e.id LEFT JOIN person p ON p.id = r.acted_by_id
    WHERE e.project_id = ${projectId}::uuid AND e.subject_id = ${subjectId}::uuid AND e.audience IN ('both', ${actor.side})
    ORDER BY e.no DESC LIMIT ${MAX_SHOWN_ENTRIES}`;
  return rows.map(({ kind, data, ...row }) => ({ ...row, sentence: sentenceOfEvent(kind, data) }));
}

function sentenceOfEvent(kind: string, data: EventData): string {
  return isEventKind(kind) ? tellEvent({ kind: kind as EventKind, data }) : kind;
}
