import "server-only";
import type { Actor } from "../actor";
import { now } from "../clock";
import type { Day } from "../day";
import type { FindingList, FindingView } from "../finding-list";
import { endedStates, openStates } from "../lifecycle/finding-words";
import type { NonconformityState } from "../lifecycle/nonconformity-states";
import type { AuditKind, Grade } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { db, Prisma } from "./db";
import { knownId, reachableProjectSql } from "./reach";

export const PAGE_SIZE = 50;

/** One line of the register, as the table shows it. */
export interface RegisterRow {
  id: string;
  number: string;
  grade: Grade;
  state: NonconformityState;
  statement: string;
  requirementRef: string;
  auditKind: AuditKind;
  issuedOn: Day;
  planDueOn: Day | null;
  closureDueOn: Day | null;
  /** What has to happen next is due then; null when nothing of the own side is. */
  nextDueOn: Day | null;
  carried: boolean;
  key: string;
}

export interface Register {
  projectName: string;
  standardId: string;
  today: Day;
  /** How many findings each state holds, over the whole project. */
  states: Partial<Record<NonconformityState, number>>;
  overdue: number;
  /** How many the view and its filters hold, on all pages. */
  found: number;
  rows: RegisterRow[];
  /** Audits in which the reader could log a finding now: they run, and are no Stage 1. */
  running: { id: string; kind: AuditKind; ownDrafts: number }[];
  hasNewer: boolean;
  hasOlder: boolean;
}

type Answer = Omit<Register, "hasNewer" | "hasOlder">;

/**
 * The findings of a project as its register shows them, in one statement: the reach, the counts and at most one page of
 * rows after the cursor. Drafts are not part of it. Throws NotThere for somebody else's project.
 */
export async function readRegister(actor: Actor, projectId: string, list: FindingList): Promise<Register> {
  const [answer] = await db(actor).$queryRaw<Answer[]>(registerQuery(actor, knownId(projectId), list));
  if (!answer) throw new NotThere();
  const isBackwards = list.before !== null;
  const hasMore = answer.rows.length > PAGE_SIZE;
  const kept = answer.rows.slice(0, PAGE_SIZE);
  return {
    ...answer,
    rows: isBackwards ? kept.reverse() : kept,
    hasNewer: isBackwards ? hasMore : list.after !== null,
    hasOlder: isBackwards || hasMore,
  };
}

/** The key a row is sorted by, as text that sorts in byte order; a finding without a due day comes last. */
const sortKeys = {
  due: Prisma.sql`coalesce(next_due_on::text, '9999-12-31')`,
  number: Prisma.sql`split_part(number, '-', 1) || lpad(split_part(number, '-', 2), 9, '0')`,
  grade: Prisma.sql`(array_position(ARRAY['major', 'minor', 'opportunity', 'conformity'], grade))::text`,
  age: Prisma.sql`issued_on::text`,
};

const inStates = (states: readonly NonconformityState[]) => Prisma.sql`state = ANY(${states})`;

const viewConditions: Record<FindingView, Prisma.Sql> = {
  open: inStates(openStates),
  overdue: Prisma.sql`next_due_on < today`,
  auditor: inStates(["response_submitted", "evidence_submitted", "verified"]),
  client: inStates(["open", "plan_accepted"]),
  closed: inStates(endedStates),
  all: Prisma.sql`true`,
};

function conditionsOf(list: FindingList): Prisma.Sql {
  const conditions = [viewConditions[list.view]];
  if (list.grades.length > 0) conditions.push(Prisma.sql`grade = ANY(${list.grades})`);
  if (list.states.length > 0) conditions.push(inStates(list.states));
  if (list.due === "overdue") conditions.push(Prisma.sql`next_due_on < today`);
  if (list.due === "7d") conditions.push(Prisma.sql`next_due_on BETWEEN today AND today + 7`);
  if (list.due === "30d") conditions.push(Prisma.sql`next_due_on BETWEEN today AND today + 30`);
  return Prisma.join(conditions, " AND ");
}

function registerQuery(actor: Actor, projectId: string, list: FindingList): Prisma.Sql {
  const isForward = list.before === null;
  const isRising = isForward !== list.isDescending;
  const cursor = list.after ?? list.before;
  const order = isRising ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = cursor
    ? Prisma.sql`WHERE (key COLLATE "C", id) ${isRising ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.key}, ${cursor.id}::uuid)`
    : Prisma.empty;
  // What is due next: the plan, then the earliest action not done or the closing, then the verification (CAP-1, 6.4).
  return Prisma.sql`
WITH p AS (
  SELECT p.id, p.name, p.standard_id, (${now()}::timestamptz AT TIME ZONE p.time_zone)::date AS today
  FROM project p WHERE p.id = ${projectId}::uuid AND ${reachableProjectSql(actor)}
), f AS MATERIALIZED (
  SELECT f.id, f.number, f.grade, f.state, f.statement, f.requirement_ref, f.audit_id, f.issued_on, f.plan_due_on, f.closure_due_on,
    f.carried_to, p.today, CASE f.state
      WHEN 'open' THEN f.plan_due_on
      WHEN 'plan_accepted' THEN least(f.closure_due_on, (SELECT min(y.due_on) FROM plan_action y WHERE y.finding_id = f.id AND y.done_on IS NULL))
      WHEN 'evidence_submitted' THEN f.closure_due_on END AS next_due_on
  FROM p JOIN finding f ON f.project_id = p.id WHERE f.number IS NOT NULL
), found AS (
  SELECT f.*, ${sortKeys[list.sort]} AS key FROM f WHERE ${conditionsOf(list)}
), page AS (
  SELECT * FROM found ${beyond} ORDER BY key COLLATE "C" ${order}, id ${order} LIMIT ${PAGE_SIZE + 1}
)
SELECT p.name AS "projectName", p.standard_id AS "standardId", p.today::text AS today,
  (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (SELECT state, count(*) AS n FROM f GROUP BY state) s) AS states,
  (SELECT count(*)::int FROM f WHERE next_due_on < today) AS overdue,
  (SELECT count(*)::int FROM found) AS found,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'grade', x.grade, 'state', x.state,
      'statement', left(x.statement, 160), 'requirementRef', x.requirement_ref, 'auditKind', a.kind, 'issuedOn', x.issued_on,
      'planDueOn', x.plan_due_on, 'closureDueOn', x.closure_due_on, 'nextDueOn', x.next_due_on, 'carried', x.carried_to IS NOT NULL,
      'key', x.key) ORDER BY x.key COLLATE "C" ${order}, x.id ${order}), '[]')
    FROM page x JOIN audit a ON a.id = x.audit_id) AS rows,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'ownDrafts', (SELECT count(*) FROM finding d
      WHERE d.audit_id = a.id AND d.state = 'draft' AND d.drafted_by_organisation_id = ${actor.organisationId}::uuid))), '[]')
    FROM audit a WHERE a.project_id = p.id AND a.state = 'running' AND a.kind <> 'stage1') AS running
FROM p`;
}
