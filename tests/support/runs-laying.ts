import { type Day, dayToDate } from "@/lib/day";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import type { RunIds } from "./runs-ids";

/** What laying hands down: the columns that every child carries, and how to find a row. */
export interface Laying {
  record: ProjectRecord;
  row: (model: string) => string;
  ids: RunIds;
  parties: { clientId: string; bodyId: string };
  own: { projectId: string; clientId: string; bodyId: string };
  /** With the case, for what hangs below an audit. */
  inCase: { projectId: string; clientId: string; bodyId: string; caseId: string };
}

/** Whose drafts they are: the body's, or the client's where the client records for the body. */
export function drafterOf({ record, parties }: Laying): string {
  return record.bodyConnected ? parties.bodyId : parties.clientId;
}

/** A day as a row keeps it. */
export const on = (day: Day | null) => day && dayToDate(day);
/** The same where a row needs one and the record has none. */
export const given = (day: Day | null) => dayToDate(day ?? ("2027-01-11" as Day));
/** Wherever a row needs a reason or an answer that the record does not keep. */
export const REASON = "As the record says.";

/** The statement that writes these rows, or none where there are none. */
export function some<T, S>(data: T[], write: (data: T[]) => S): S[] {
  return data.length === 0 ? [] : [write(data)];
}
