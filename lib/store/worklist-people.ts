import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import { addDays, type Day, dayToDate } from "../day";
import { isOverdue } from "../lifecycle/owed-item";
import { isWork } from "../lifecycle/reading";
import { tieKinds } from "../lifecycle/record";
import { COMPETENCE_WARNING_DAYS } from "./competences";
import { db } from "./db";
import type { WorkItem } from "./worklist";

/** After the last day there is: what has no deadline comes last. */
const NO_DEADLINE = "9999-12-31";
/** Entries about people at most; the earliest come first. */
const MAX_ENTRIES = 500;

/** The place of a piece of work in the order of deadline; no two have the same. */
export function keyOfWork(dueOn: Day | null, parts: readonly string[]): string {
  return [dueOn ?? NO_DEADLINE, ...parts].join("~");
}

interface Row {
  of: "competence" | "tie";
  id: string;
  personId: string;
  name: string;
  /** The competence, or the client. */
  about: string;
  dueOn: Day | null;
}

/**
 * What waits about the body's own people: competences that end within the days of warning or have ended, for who records
 * them, and declared ties that nobody has decided on, for who decides. One statement; none for who does neither.
 */
export async function listPeopleWork(actor: Actor): Promise<WorkItem[]> {
  const records = may(actor, "competence.record");
  const decides = may(actor, "tie.decide");
  if (!records && !decides) return [];
  const today = currentDay(actor.timeZone);
  const warnUntil = dayToDate(addDays(today, COMPETENCE_WARNING_DAYS));
  const decidable = tieKinds.filter((kind) => !isWork(kind));
  const rows = await db(actor).$queryRaw<Row[]>`
    SELECT w.of, w.id, w.person_id AS "personId", p.name, w.about, w.due::text AS "dueOn"
    FROM (
      SELECT 'competence' AS of, c.id, c.person_id, c.what AS about, c.valid_until AS due FROM competence c
      WHERE ${records} AND c.body_id = ${actor.organisationId}::uuid AND c.withdrawn_at IS NULL AND c.valid_until <= ${warnUntil}::date
      UNION ALL
      SELECT 'tie', t.id, t.person_id, o.name, NULL FROM tie t JOIN organisation o ON o.id = t.client_id
      WHERE ${decides} AND t.body_id = ${actor.organisationId}::uuid AND t.decision IS NULL AND t.kind = ANY(${decidable})
        AND t.person_id <> ${actor.personId}::uuid
    ) w
    JOIN membership m ON m.organisation_id = ${actor.organisationId}::uuid AND m.person_id = w.person_id AND m.active
    JOIN person p ON p.id = w.person_id
    ORDER BY w.due, w.id LIMIT ${MAX_ENTRIES}`;
  return rows.map(({ of, id, personId, name, about, dueOn }) => ({
    key: keyOfWork(dueOn, [of, id]),
    kind: "people",
    what: of === "competence" ? `Renew ${about} of ${name}` : `Decide on the tie of ${name} to ${about}`,
    ...{ dueOn, overdue: isOverdue(dueOn, today), today },
    colleague: { personId, name },
    ...{ project: null, holder: null },
  }));
}
