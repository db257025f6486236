import "server-only";
import type { Actor } from "../actor";
import type { AuditRecord } from "../lifecycle/record";
import { db } from "./db";
import { reachProject } from "./reach";

/** Who leads each audit, by audit; an audit without a team has no entry. */
export type LeadNames = ReadonlyMap<string, string>;

/** The audits of a project with the names their page shows. */
export async function readAudits(actor: Actor, projectId: string) {
  const project = await reachProject(actor, projectId);
  const { clientId, bodyId, audits } = project.record;
  const parties = await db(actor).organisation.findMany({
    where: { id: { in: bodyId ? [clientId, bodyId] : [clientId] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => parties.find((party) => party.id === id)?.name ?? null;
  const leads = await nameLeads(actor, audits);
  return { ...project, client: nameOf(clientId), body: nameOf(bodyId), leads };
}

/** Who leads each of these audits; one statement for any number. */
export async function nameLeads(actor: Actor, audits: readonly AuditRecord[]): Promise<LeadNames> {
  const led = audits.flatMap(({ id, team }) =>
    team.filter(({ role }) => role === "lead").map(({ personId }) => ({ id, personId })),
  );
  const people = await db(actor).person.findMany({
    where: { id: { in: led.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(led.map(({ id, personId }) => [id, names.get(personId) ?? ""]));
}
