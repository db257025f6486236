import "server-only";
import { type Day, dateToDay } from "../day";
import type { EventKind } from "../lifecycle/event";
import type { Db } from "./db";

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
}

/** The recorded acts of these kinds in a project the caller may reach, oldest first. */
export async function listRecordedMarks(
  db: Db,
  projectId: string,
  kinds: readonly EventKind[],
): Promise<RecordedMark[]> {
  const events = await db.event.findMany({
    where: { projectId, kind: { in: [...kinds] }, recordedAct: { isNot: null } },
    select: { kind: true, subjectId: true, at: true, organisationName: true, recordedAct: true },
    orderBy: { no: "asc" },
  });
  return events.flatMap(({ kind, subjectId, at, organisationName, recordedAct }) =>
    recordedAct
      ? [
          {
            kind,
            subjectId,
            at,
            by: organisationName,
            standing: recordedAct.standing as RecordedMark["standing"],
            correction: recordedAct.correction,
            actedOn: dateToDay(recordedAct.actedOn),
            proofId: recordedAct.fileId,
          },
        ]
      : [],
  );
}
