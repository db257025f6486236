import "server-only";
import type { Actor } from "../actor";
import type { Day } from "../day";
import { listOwed } from "../lifecycle/owed";
import type { OwedItem } from "../lifecycle/owed-item";
import { isWorkFor, kindOfWork, statesWithWork, type WorkKind } from "../lifecycle/worklist";
import { NotThere } from "../outcome";
import { db, Prisma } from "./db";
import { reachableProjectSql, reachableProjects } from "./reach";
import { type LoadedProject, loadRecords } from "./record";
import { viewingFacts } from "./viewing";
import { keyOfWork, listPeopleWork } from "./worklist-people";

/** Rows of one page of the worklist. */
export const WORK_PER_PAGE = 50;
/** Clients' projects with open work that are looked through; a body with more sees the oldest of them, and is told. */
export const MAX_LOOKED = 1000;

/** One thing that somebody of the body does next: on a client's project, or about a colleague. */
export interface WorkItem {
  /** Its place in the order of deadline: where the next page begins. */
  key: string;
  kind: WorkKind;
  what: string;
  dueOn: Day | null;
  overdue: boolean;
  today: Day;
  project: ProjectWork | null;
  colleague: { personId: string; name: string } | null;
  /** Whom the record names for it, where it is somebody else than the reader. */
  holder: string | null;
}

/** The project that work is on. */
export interface ProjectWork {
  projectId: string;
  projectName: string;
  clientName: string;
  /** Whether both sides have signed; before that the body works on the page of the request. */
  engaged: boolean;
  item: OwedItem;
}

/** A page of the work over all clients. */
export interface Worklist {
  items: WorkItem[];
  /** How many there are of each kind, whatever the page shows. */
  counts: ReadonlyMap<WorkKind, number>;
  next: string | null;
  /** How many of all of them are past their day. */
  overdue: number;
  /** Whether the body has been asked by a client or works for one: tells who is done from who has not begun. */
  hasClients: boolean;
  /** False where there were more projects than are looked through. */
  isWhole: boolean;
}

/** What a page of the worklist is asked for; anything else in the address is no part of it. */
export interface WorkAsked {
  kind?: WorkKind;
  /** The key of the last row of the page before. */
  after?: string;
}

/**
 * What the reader's roles act on over all clients of the body, the nearest deadline first: at most five statements
 * however many there are. What is owed and by when say the rules (owed.ts); the states looked for come from their tables. Throws
 * NotThere for a client.
 */
export async function readWorklist(actor: Actor, list: WorkAsked): Promise<Worklist> {
  if (actor.side !== "body") throw new NotThere();
  const found = await findProjectsWithWork(actor);
  const looked = found.slice(0, MAX_LOOKED);
  const records = await loadRecords(
    db(actor),
    looked.map(({ projectId }) => projectId),
  );
  const all = looked.flatMap((project) => {
    const loaded = records.get(project.projectId);
    return loaded ? workIn(actor, project, loaded) : [];
  });
  all.push(...(await listPeopleWork(actor)));
  all.sort((one, other) => (one.key < other.key ? -1 : 1));
  const counts = new Map<WorkKind, number>();
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const { kind, after = "" } = list;
  const rest = all.filter((work) => (kind === undefined || work.kind === kind) && work.key > after);
  const shown = rest.slice(0, WORK_PER_PAGE);
  const next = rest.length > shown.length ? (shown.at(-1)?.key ?? null) : null;
  return {
    items: await nameHolders(actor, shown),
    counts,
    next,
    overdue: all.filter(({ overdue }) => overdue).length,
    hasClients: all.length > 0 || (await hasClients(actor)),
    isWhole: found.length <= MAX_LOOKED,
  };
}

async function hasClients(actor: Actor): Promise<boolean> {
  const asked = await db(actor).bodyRequest.findFirst({
    where: { bodyId: actor.organisationId },
    select: { id: true },
  });
  const engaged =
    asked ?? (await db(actor).project.findFirst({ where: reachableProjects(actor), select: { id: true } }));
  return engaged !== null;
}

type FoundProject = Omit<ProjectWork, "item">;

function workIn(actor: Actor, project: FoundProject, loaded: LoadedProject): WorkItem[] {
  const facts = viewingFacts(actor, loaded);
  const { today } = facts.moment;
  return listOwed(loaded.record, today, loaded.policy)
    .filter((item) => isWorkFor(facts, item))
    .map((item) => ({
      key: keyOfWork(item.dueOn, [project.projectId, item.command, item.subject.id]),
      kind: kindOfWork(item),
      ...{ what: item.what, dueOn: item.dueOn, overdue: item.overdue, today },
      project: { ...project, item },
      ...{ colleague: null, holder: null },
    }));
}

/**
 * The projects that may hold work for the body, the oldest first: engaged ones in a state from which the tables let a body
 * act, and requests that ask this body or have chosen it.
 */
async function findProjectsWithWork(actor: Actor): Promise<FoundProject[]> {
  const bodyId = actor.organisationId;
  const engaged = Prisma.sql`SELECT p.id AS "projectId", p.name AS "projectName", p.client_id, p.created_at, true AS engaged
    FROM project p JOIN certification_case c ON c.project_id = p.id
    WHERE ${reachableProjectSql(actor)} AND p.state <> 'closed' AND (
      (c.state = ANY(${statesWithWork("certification")}))
      OR (c.state = 'certified' AND NOT EXISTS (SELECT FROM certificate x WHERE x.project_id = p.id))
      OR EXISTS (SELECT FROM audit a WHERE a.project_id = p.id AND a.state = ANY(${statesWithWork("audit")}))
      OR EXISTS (SELECT FROM audit a JOIN concern n ON n.audit_id = a.id WHERE a.project_id = p.id AND n.blocking AND n.state = 'answered')
      OR EXISTS (SELECT FROM finding f WHERE f.project_id = p.id AND f.state = ANY(${statesWithWork("nonconformity")})))`;
  const asked = Prisma.sql`SELECT p.id, p.name, p.client_id, p.created_at, false
    FROM body_request r JOIN project p ON p.id = r.project_id
    WHERE r.body_id = ${bodyId}::uuid AND (p.body_id = ${bodyId}::uuid OR p.body_id IS NULL)
      AND p.state = ANY(${statesWithWork("sourcing")})
      AND NOT EXISTS (SELECT FROM certification_case c WHERE c.project_id = p.id)`;
  return await db(actor).$queryRaw<FoundProject[]>`
    SELECT w."projectId", w."projectName", w.engaged, o.name AS "clientName"
    FROM (${engaged} UNION ALL ${asked}) w JOIN organisation o ON o.id = w.client_id
    ORDER BY w.created_at, w."projectId" LIMIT ${MAX_LOOKED + 1}`;
}

async function nameHolders(actor: Actor, shown: WorkItem[]): Promise<WorkItem[]> {
  const named = shown.flatMap(({ project }) => project?.item.personId ?? []);
  const others = [...new Set(named)].filter((id) => id !== actor.personId);
  if (others.length === 0) return shown;
  const people = await db(actor).person.findMany({
    where: { id: { in: others } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return shown.map((work) => ({ ...work, holder: names.get(work.project?.item.personId ?? "") ?? null }));
}
