import "server-only";
import type { Tx } from "./db";

/** What is counted in a project: findings by what their number begins with, and areas of concern. */
export type NumberKind = "NC" | "OFI" | "C" | "S1";

/** A number has at least so many digits: NC-001; areas of concern have two: S1-01. */
const DIGITS: Record<NumberKind, number> = { NC: 3, OFI: 3, C: 3, S1: 2 };

/**
 * The next number of a kind in a project: "NC-001", "S1-01". Taken from a counter row in the act's own transaction: two acts
 * at once wait for each other, and an act that is not carried out leaves no hole.
 */
export async function takeNumber(tx: Tx, projectId: string, kind: NumberKind): Promise<string> {
  const [row] = await tx.$queryRaw<{ taken: number }[]>`
    INSERT INTO counter (project_id, kind, next) VALUES (${projectId}::uuid, ${kind}, 2)
    ON CONFLICT (project_id, kind) DO UPDATE SET next = counter.next + 1
    RETURNING next - 1 AS taken`;
  if (!row) throw new Error(`No number was given for ${kind} in project ${projectId}.`);
  return `${kind}-${String(row.taken).padStart(DIGITS[kind], "0")}`;
}
