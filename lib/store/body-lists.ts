import "server-only";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import type { Day } from "../day";
import { listConditions } from "../lifecycle/conditions";
import { findBar } from "../lifecycle/dossier";
import { recommendationNames } from "../lifecycle/naming";
import { findAudit } from "../lifecycle/reading";
import type { Refusal } from "../lifecycle/refusal";
import { NotThere } from "../outcome";
import { viewCertificate } from "./certificates";
import { db, Prisma } from "./db";
import { knownId } from "./reach";
import { loadRecords } from "./record";

/** Rows of one page of a list. */
export const PAGE_ROWS = 50;
/** Dossiers shown as waiting at most; a body with more decides the oldest first. */
const MAX_WAITING = 100;

function requireBody(actor: Actor): string {
  if (actor.side !== "body") throw new NotThere();
  return actor.organisationId;
}

/** A dossier that waits for its decision, or a grant whose certificate is not issued. */
export interface WaitingDossier {
  projectId: string;
  name: string;
  clientName: string;
  standardId: string;
  awaits: "decision" | "certificate";
  recommendation: string | null;
  missing: number;
  /** Why the person who asks cannot decide it; null when nothing stands against it. */
  bar: Refusal | null;
  targetOn: Day | null;
}

/** The dossiers of the body that wait, the oldest project first. */
export async function listWaiting(actor: Actor): Promise<WaitingDossier[]> {
  const bodyId = requireBody(actor);
  const projects = await db(actor).project.findMany({
    where: {
      bodyId,
      certificationCase: { is: { state: { in: ["review_pending", "certified"] } } },
      certificates: { none: {} },
    },
    select: { id: true, name: true, standardId: true, client: { select: { name: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MAX_WAITING,
  });
  const records = await loadRecords(
    db(actor),
    projects.map(({ id }) => id),
  );
  return projects.flatMap(({ id, name, standardId, client }) => {
    const loaded = records.get(id);
    if (!loaded) return [];
    const { record, policy } = loaded;
    const today = currentDay(record.timeZone);
    const isDecided = record.certificationCase?.state === "certified";
    const recommendation = findAudit(record, "stage2")?.recommendation ?? null;
    return [
      {
        projectId: id,
        name,
        clientName: client.name,
        standardId,
        awaits: isDecided ? ("certificate" as const) : ("decision" as const),
        recommendation: recommendation && recommendationNames[recommendation],
        missing: listConditions(record, today, policy, "decision").filter(({ met }) => !met).length,
        bar: findBar(record, actor.personId, today, policy),
        targetOn: record.targetOn,
      },
    ];
  });
}

/** A decision in the body's list. */
export interface DecidedRow {
  id: string;
  kind: "grant" | "refuse" | "return";
  decidedOn: Day;
  decidedBy: string;
  projectId: string;
  name: string;
  clientName: string;
  standardId: string;
}

/** One page of what the body has decided, newest first; `after` is the last row of the page before. One statement. */
export async function listDecided(actor: Actor, after?: string) {
  const bodyId = requireBody(actor);
  const older = after
    ? Prisma.sql`AND (d.decided_on, d.id) < (SELECT x.decided_on, x.id FROM decision x
        WHERE x.id = ${knownId(after)}::uuid AND x.body_id = ${bodyId}::uuid)`
    : Prisma.empty;
  const rows = await db(actor).$queryRaw<DecidedRow[]>`
    SELECT d.id, d.kind, d.decided_on::text AS "decidedOn", w.name AS "decidedBy", p.id AS "projectId", p.name,
      c.name AS "clientName", p.standard_id AS "standardId"
    FROM decision d JOIN project p ON p.id = d.project_id JOIN organisation c ON c.id = d.client_id
      JOIN person w ON w.id = d.decided_by_id
    WHERE d.body_id = ${bodyId}::uuid AND d.kind <> 'appeal_upheld' ${older}
    ORDER BY d.decided_on DESC, d.id DESC LIMIT ${PAGE_ROWS + 1}`;
  return paged(rows, (row) => row);
}

/** One page of the body's certificates, the last issued first; `after` is the last row of the page before. */
export async function listCertificates(actor: Actor, after?: string) {
  const bodyId = requireBody(actor);
  const rows = await db(actor).certificate.findMany({
    where: { bodyId },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    take: PAGE_ROWS + 1,
    cursor: after === undefined ? undefined : { id: knownId(after) },
    skip: after === undefined ? 0 : 1,
  });
  return paged(rows, (row) => ({
    ...viewCertificate(row),
    projectId: row.projectId,
    today: currentDay(row.timeZone),
  }));
}

function paged<Row extends { id: string }, View>(rows: Row[], view: (row: Row) => View) {
  const shown = rows.slice(0, PAGE_ROWS);
  return { rows: shown.map(view), next: rows.length > PAGE_ROWS ? (shown.at(-1)?.id ?? null) : null };
}
