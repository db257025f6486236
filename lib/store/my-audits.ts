import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay } from "../day";
import type { AuditRecord } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { nameLeads } from "./audit-list";
import { db } from "./db";
import { reachableProjects } from "./reach";
import { type LoadedProject, loadRecords } from "./record";

/** The most audits that one list holds; a body with more looks them up by project. */
export const MAX_AUDITS = 200;

const ended = ["concluded", "cancelled", "terminated"];

/** An audit of the body that is not over yet, with the project it belongs to. */
export interface OpenAudit {
  project: LoadedProject;
  client: string;
  audit: AuditRecord;
  lead: string | null;
  /** The sessions of a running audit, in their order; empty for every other. */
  sessions: SessionSlot[];
}

/** A session as far as "now and next" need it. */
export interface SessionSlot {
  on: Day;
  startsAt: string;
  endsAt: string;
  topic: string;
}

/** The audits of the actor's body that are not over yet, the earliest first; `mine` keeps those the person is on. */
export async function listMyAudits(actor: Actor, { mine }: { mine: boolean }): Promise<OpenAudit[]> {
  if (actor.side !== "body") throw new NotThere();
  const found = await db(actor).audit.findMany({
    where: {
      bodyId: actor.organisationId,
      state: { notIn: ended },
      certificationCase: { project: reachableProjects(actor) },
      ...(mine && { team: { some: { personId: actor.personId } } }),
    },
    select: {
      id: true,
      projectId: true,
      certificationCase: { select: { project: { select: { client: { select: { name: true } } } } } },
    },
    orderBy: [{ startsOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: MAX_AUDITS,
  });
  const projects = await loadRecords(db(actor), [...new Set(found.map(({ projectId }) => projectId))]);
  const audits = found.flatMap(({ id, projectId, certificationCase }) => {
    const project = projects.get(projectId);
    const audit = project?.record.audits.find((one) => one.id === id);
    return project && audit ? [{ project, audit, client: certificationCase.project.client.name }] : [];
  });
  const leads = await nameLeads(
    actor,
    audits.map(({ audit }) => audit),
  );
  const sessions = await listSessions(
    actor,
    audits.filter(({ audit }) => audit.state === "running"),
  );
  return audits.map((open) => ({
    ...open,
    lead: leads.get(open.audit.id) ?? null,
    sessions: sessions.filter(({ auditId }) => auditId === open.audit.id),
  }));
}

async function listSessions(actor: Actor, running: readonly { audit: AuditRecord }[]) {
  if (running.length === 0) return [];
  const found = await db(actor).planSession.findMany({
    where: { auditId: { in: running.map(({ audit }) => audit.id) } },
    select: { auditId: true, heldOn: true, startsAt: true, endsAt: true, topic: true },
    orderBy: [{ heldOn: "asc" }, { startsAt: "asc" }],
  });
  return found.map(({ heldOn, ...session }) => ({ ...session, on: dateToDay(heldOn) }));
}
