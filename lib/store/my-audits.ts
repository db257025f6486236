import "server-only";
import type { Actor } from "../actor";
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
}

/** The audits of the actor's body that are not over yet, the earliest first; `mine` keeps those the person is on. */
export async function listMyAudits(actor: Actor, { mine }: { mine: boolean }): Promise<OpenAudit[]> {
  if (actor.side !== "body") throw new NotThere();
  const found = await db().audit.findMany({
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
  const projects = await loadRecords(db(), [...new Set(found.map(({ projectId }) => projectId))]);
  const audits = found.flatMap(({ id, projectId, certificationCase }) => {
    const project = projects.get(projectId);
    const audit = project?.record.audits.find((one) => one.id === id);
    return project && audit ? [{ project, audit, client: certificationCase.project.client.name }] : [];
  });
  const leads = await nameLeads(audits.map(({ audit }) => audit));
  return audits.map((open) => ({ ...open, lead: leads.get(open.audit.id) ?? null }));
}
