import "server-only";
import type { Day } from "../day";
import type { ScanView } from "../files/scan-state";
import type { EventKind } from "../lifecycle/event";
import type { Tx } from "./db";
import { Prisma } from "./generated/client";
import { scanOf } from "./scan-sql";

/** That an act of the body was written down by the client: by whom, whose act it was, and what proves it. */
export interface RecordedMark {
  kind: string;
  subjectId: string;
  at: Date;
  by: string;
  standing: "recorded" | "confirmed" | "corrected";
  correction: string | null;
  actedOn: Day;
  proofId: string;
  scan: ScanView;
}

/** The recorded acts of these kinds in a project the caller may reach, oldest first; one statement. */
export async function listRecordedMarks(
  db: Tx,
  projectId: string,
  kinds: readonly EventKind[],
): Promise<RecordedMark[]> {
  return await db.$queryRaw<RecordedMark[]>`
    SELECT e.kind, e.subject_id AS "subjectId", e.at, e.organisation_name AS by, r.standing, r.correction,
      r.acted_on::text AS "actedOn", r.file_id AS "proofId", ${scanOf(Prisma.sql`r.file_id`)} AS scan
    FROM event e JOIN recorded_act r ON r.event_id = e.id
    WHERE e.project_id = ${projectId}::uuid AND e.kind = ANY(${[...kinds]})
    ORDER BY e.no`;
}
