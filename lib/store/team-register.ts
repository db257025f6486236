import "server-only";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import type { CompetenceRegister } from "../lifecycle/team-competence";
import { needsOf, readRegisterOf } from "./competences";
import { db } from "./db";
import { knownId, reachProject } from "./reach";

/** What an audit needs of its team, and what the body has on record for it. */
export interface TeamRegister {
  areas: string[];
  languages: string[];
  /** Null where the body keeps no competences on CertTrail. */
  register: CompetenceRegister | null;
}

/** The same for a page of the body; null for a client, whose page shows the team and not how it was found. */
export async function readTeamRegister(
  actor: Actor,
  projectId: string,
  auditId: string,
): Promise<TeamRegister | null> {
  if (actor.side !== "body") return null;
  const { record } = await reachProject(actor, projectId);
  const audit = record.audits.find(({ id }) => id === knownId(auditId));
  const named = await db(actor).audit.findFirst({
    where: { id: knownId(auditId), projectId: record.id },
    select: { neededAreas: true, neededLanguages: true },
  });
  if (!audit || !named) return null;
  const { neededAreas: areas, neededLanguages: languages } = named;
  const needs = needsOf(record.standardId, { areas, languages });
  const today = currentDay(record.timeZone);
  return {
    areas,
    languages,
    register: await readRegisterOf(db(actor), actor.organisationId, audit, needs, today),
  };
}
