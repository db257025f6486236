import "server-only";
import { createHash } from "node:crypto";
import { may } from "../access";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import { type Day, dateToDay, dayToDate } from "../day";
import { NotThere } from "../outcome";
import type { Treatment, TreatmentCount, TreatmentEntry, TreatmentState } from "../treatment/treatment";
import type { TreatmentList } from "../treatment/treatment-list";
import { db, type Prisma, type Tx } from "./db";
import { knownId, reachProject } from "./reach";
import type { LoadedProject } from "./record";
import { readStated } from "./soa";

const PAGE_ROWS = 50;
const MARK_DIGITS = 12;

/** A line of the risk treatment with its id and the version its page shows. */
export interface TreatmentLine extends TreatmentEntry {
  id: string;
  version: number;
}

/** A control that lines can name, and what the statement says of it. */
export interface NamedControl {
  ref: string;
  title: string;
  applicable: boolean | null;
}

/** The project of a risk treatment, for the people of the client who read its preparation. Throws NotThere for everybody else. */
async function findTreated(actor: Actor, projectId: string): Promise<LoadedProject> {
  if (!may(actor, "preparation.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  if (!project.record.needsSoa) throw new NotThere();
  return project;
}

/** One page of the risk treatment by reference, with the counts of the whole and the controls that can be named. */
export async function readTreatment(actor: Actor, projectId: string, list: TreatmentList) {
  const project = await findTreated(actor, projectId);
  const today = currentDay(project.record.timeZone);
  const where = whereOf(project, list, today);
  const backwards = list.after === null && list.before !== null;
  const neighbour = list.after ?? list.before;
  const rows = await db(actor).treatmentLine.findMany({
    where,
    orderBy: [{ refOrder: "asc" }, { id: "asc" }],
    // One more than a page shows tells whether there is another page that way.
    take: backwards ? -(PAGE_ROWS + 1) : PAGE_ROWS + 1,
    ...(neighbour ? { cursor: { id: neighbour }, skip: 1 } : {}),
  });
  const hasMore = rows.length > PAGE_ROWS;
  const shown = backwards ? rows.slice(-PAGE_ROWS) : rows.slice(0, PAGE_ROWS);
  return {
    ...project,
    today,
    lines: shown.map(lineOf),
    found: await db(actor).treatmentLine.count({ where }),
    hasNewer: backwards ? hasMore : list.after !== null,
    hasOlder: backwards || hasMore,
    counts: await countTreatment(db(actor), project, today),
    controls: await listNamed(db(actor), project),
  };
}

/** One line, with the controls that it can name. */
export async function readTreatmentLine(actor: Actor, projectId: string, treatmentId: string) {
  const project = await findTreated(actor, projectId);
  const where = { ...keysOf(project), id: knownId(treatmentId) };
  const row = await db(actor).treatmentLine.findFirst({ where });
  if (!row) throw new NotThere();
  return { ...project, line: lineOf(row), controls: await listNamed(db(actor), project) };
}

/** Every line of a project by reference, with the mark of exactly this state: for files, and for what a file would change. */
export async function readWholeTreatment(actor: Actor, projectId: string) {
  const project = await findTreated(actor, projectId);
  return {
    ...project,
    lines: await listTreatment(db(actor), project),
    mark: await markTreatment(db(actor), project),
    controls: await listNamed(db(actor), project),
  };
}

/** Every line of a project whose reach was checked, by reference. MAX_TREATMENT_LINES bounds them. */
export async function listTreatment(from: Tx, project: LoadedProject): Promise<TreatmentLine[]> {
  const rows = await from.treatmentLine.findMany({
    where: keysOf(project),
    orderBy: [{ refOrder: "asc" }, { id: "asc" }],
  });
  return rows.map(lineOf);
}

/** Tells one state of the lines from another: an import writes only into what its preview was compared with. */
export async function markTreatment(from: Tx, { record }: LoadedProject): Promise<number> {
  const [state] = await from.$queryRaw<object[]>`
    SELECT count(*)::int AS lines, coalesce(sum(version), 0)::text AS versions, max(changed_at) AS changed
    FROM treatment_line WHERE project_id = ${record.id}::uuid AND client_id = ${record.clientId}::uuid`;
  const hash = createHash("sha256").update(JSON.stringify(state)).digest("hex");
  return Number.parseInt(hash.slice(0, MARK_DIGITS), 16);
}

/** How far the treatment is, for readiness; nothing where the standard asks for no such treatment. Throws NotThere for others. */
export async function readTreatmentCount(actor: Actor, projectId: string): Promise<TreatmentCount> {
  if (!may(actor, "preparation.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  return await countTreatment(db(actor), project, currentDay(project.record.timeZone));
}

/** How far the treatment of a project is whose reach was checked. */
export async function countTreatment(
  from: Tx,
  { record }: LoadedProject,
  today: Day,
): Promise<TreatmentCount> {
  const [counts] = await from.$queryRaw<TreatmentCount[]>`
    SELECT count(*)::int AS all, count(owner)::int AS owned, count(accepted_by)::int AS accepted,
      (count(*) FILTER (WHERE due_on < ${today}::date AND state IN ('planned', 'in_progress')))::int AS overdue
    FROM treatment_line WHERE project_id = ${record.id}::uuid AND client_id = ${record.clientId}::uuid`;
  return counts ?? { all: 0, owned: 0, accepted: 0, overdue: 0 };
}

/** The controls of the project's Statement of Applicability, its own ones too, in their order. */
export async function listNamed(from: Tx, project: LoadedProject): Promise<NamedControl[]> {
  const lines = await readStated(from, project);
  return lines.map(({ ref, title, applicable }) => ({ ref, title, applicable }));
}

const keysOf = ({ record }: LoadedProject) => ({ projectId: record.id, clientId: record.clientId });

function whereOf(project: LoadedProject, list: TreatmentList, today: Day): Prisma.TreatmentLineWhereInput {
  const overdue = { dueOn: { lt: dayToDate(today) }, state: { in: ["planned", "in_progress"] } };
  return {
    AND: [
      keysOf(project),
      list.state ? { state: list.state } : {},
      list.isOverdue ? overdue : {},
      list.control ? { controls: { has: list.control } } : {},
    ],
  };
}

type Row = Prisma.TreatmentLineGetPayload<object>;

export function lineOf({ id, ref, risk, owner, controls, acceptedBy, version, ...row }: Row): TreatmentLine {
  return {
    ...{ id, ref, risk, owner, controls, acceptedBy, version },
    treatment: row.treatment as Treatment,
    state: row.state as TreatmentState,
    dueOn: row.dueOn && dateToDay(row.dueOn),
    acceptedOn: row.acceptedOn && dateToDay(row.acceptedOn),
  };
}
