import "server-only";
import type { Actor } from "../actor";
import type { Day } from "../day";
import type { Grade } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { db } from "./db";

/** The most findings a queue shows; the oldest come first, so nothing that waits long is left out. */
export const MAX_QUEUE = 200;

/** One finding that waits for the body. */
export interface QueuedFinding {
  findingId: string;
  projectId: string;
  projectName: string;
  clientName: string;
  timeZone: string;
  number: string;
  grade: Grade;
  state: "response_submitted" | "evidence_submitted" | "verified";
  statement: string;
  closureDueOn: Day | null;
  /** When the client submitted it, or when it was verified. */
  since: Date;
  /** Whether the reader audits in this case, and so can do it. */
  isMine: boolean;
}

/** What waits for the body's review in all its projects, the longest wait first. Throws NotThere for a client. */
export async function listVerifyQueue(actor: Actor): Promise<QueuedFinding[]> {
  if (actor.side !== "body") throw new NotThere();
  return await db(actor).$queryRaw<QueuedFinding[]>`
    SELECT f.id AS "findingId", f.project_id AS "projectId", p.name AS "projectName", o.name AS "clientName", p.time_zone AS "timeZone",
      f.number, f.grade, f.state, f.statement, f.closure_due_on::text AS "closureDueOn", v.at AS since,
      EXISTS (SELECT FROM team_member t WHERE t.body_id = f.body_id AND t.case_id = f.case_id AND t.person_id = ${actor.personId}::uuid
        AND t.role IN ('lead', 'auditor')) AS "isMine"
    FROM finding f JOIN project p ON p.id = f.project_id JOIN organisation o ON o.id = f.client_id
    JOIN LATERAL (SELECT max(e.at) AS at FROM event e WHERE e.project_id = f.project_id AND e.subject_id = f.id
      AND e.kind IN ('nonconformity.submitResponse', 'nonconformity.submitEvidence', 'nonconformity.verify')) v ON true
    WHERE f.body_id = ${actor.organisationId}::uuid AND f.state IN ('response_submitted', 'evidence_submitted', 'verified')
    ORDER BY v.at, f.id LIMIT ${MAX_QUEUE}`;
}
