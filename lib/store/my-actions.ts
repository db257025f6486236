import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import type { Day } from "../day";
import type { NonconformityState } from "../lifecycle/nonconformity-states";
import type { Grade } from "../lifecycle/record";
import { NotThere } from "../outcome";
import type { ShownEvidence } from "./corrective-actions";
import { db, Prisma } from "./db";
import { knownId } from "./reach";
import { SCAN_VIEW } from "./scan-sql";

/** The most actions one page shows; what is open and due first comes first. */
export const MAX_ACTIONS = 200;

/** A corrective action as its owner sees it: what, by when, what counts as proof, and what became of the last proof. */
export interface MyAction {
  id: string;
  no: number;
  what: string;
  owner: string | null;
  dueOn: Day | null;
  proof: string | null;
  doneOn: Day | null;
  doneNote: string | null;
  files: number;
  findingId: string;
  number: string;
  grade: Grade;
  state: NonconformityState;
  statement: string;
  version: number;
  returnComment: string | null;
  projectId: string;
  projectName: string;
  timeZone: string;
}

/** Own actions; the client's manager may also ask for those of everybody. */
export type ActionScope = "mine" | "all";

const mayReadAll = (actor: Actor) => may(actor, "project.read");

/** The corrective actions of the client, open ones first, then by day. An action owner sees own ones alone. */
export async function listActions(actor: Actor, scope: ActionScope): Promise<MyAction[]> {
  if (!may(actor, "action.read")) throw new NotThere();
  const isOwn = scope === "mine" || !mayReadAll(actor);
  const whose = isOwn ? Prisma.sql`a.owner_id = ${actor.personId}::uuid` : Prisma.sql`true`;
  return await db(actor).$queryRaw<MyAction[]>`${actionQuery(actor, whose)}
    ORDER BY a.done_on IS NOT NULL, a.due_on NULLS LAST, f.number, a.no LIMIT ${MAX_ACTIONS}`;
}

/** One action with its proof. Throws NotThere for a stranger's, and for an owner's colleague's. */
export async function readAction(
  actor: Actor,
  actionId: string,
): Promise<MyAction & { evidence: ShownEvidence[]; clientName: string; bodyName: string }> {
  if (!may(actor, "action.read")) throw new NotThere();
  const whose = mayReadAll(actor) ? Prisma.sql`true` : Prisma.sql`a.owner_id = ${actor.personId}::uuid`;
  const [action] = await db(actor).$queryRaw<
    MyAction[]
  >`${actionQuery(actor, whose)} AND a.id = ${knownId(actionId)}::uuid`;
  if (!action) throw new NotThere();
  const [names] = await db(actor).$queryRaw<
    { clientName: string; bodyName: string; evidence: ShownEvidence[] }[]
  >`
    SELECT c.name AS "clientName", b.name AS "bodyName",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('fileId', e.file_id, 'actionId', e.action_id, 'note', e.note, 'datedOn', e.dated_on, 'by', p.name,
          'at', e.added_at, 'name', s.name, 'mediaType', s.media_type, 'size', s.size, 'sha256', s.sha256, 'scan', ${SCAN_VIEW}) ORDER BY e.added_at, e.file_id), '[]')
        FROM evidence e JOIN stored_file s ON s.id = e.file_id LEFT JOIN file_scan c ON c.file_id = s.id JOIN person p ON p.id = e.added_by_id
        WHERE e.finding_id = f.id AND e.action_id = ${action.id}::uuid) AS evidence
    FROM finding f JOIN organisation c ON c.id = f.client_id JOIN organisation b ON b.id = f.body_id
    WHERE f.id = ${action.findingId}::uuid`;
  if (!names) throw new NotThere();
  return { ...action, ...names };
}

function actionQuery(actor: Actor, whose: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id, a.no, a.what, o.name AS owner, a.due_on::text AS "dueOn", a.proof, a.done_on::text AS "doneOn", a.done_note AS "doneNote",
      (SELECT count(*)::int FROM evidence e WHERE e.finding_id = f.id AND e.action_id = a.id) AS files,
      f.id AS "findingId", f.number, f.grade, f.state, f.statement, f.version, f.return_comment AS "returnComment",
      p.id AS "projectId", p.name AS "projectName", p.time_zone AS "timeZone"
    FROM plan_action a JOIN finding f ON f.id = a.finding_id JOIN project p ON p.id = a.project_id
    LEFT JOIN person o ON o.id = a.owner_id
    WHERE a.client_id = ${actor.organisationId}::uuid AND f.state NOT IN ('void', 'superseded') AND ${whose}`;
}
