import "server-only";
import type { Actor } from "../actor";
import { auditDaysInWords } from "../audit-time/days";
import { estimateTime } from "../audit-time/estimate";
import type { ScopeFacts, SiteProfile, TimeJudgement } from "../audit-time/profile";
import { sourcingStates } from "../lifecycle/sourcing-states";
import { Changed, NotThere, Rejected } from "../outcome";
import { type Act, actOnProject, type Submission } from "./act";
import { db, type Prisma } from "./db";
import { tell } from "./move";
import { permit } from "./permit";
import { reachProject } from "./reach";
import { KeptFacts, KeptJudgement } from "./scope-content";
import { requireSourcingState } from "./sourcing";

const stillOpen = sourcingStates.filter((state) => state !== "closed");

/** More versions than this are no history any more. */
export const MAX_VERSIONS = 500;

export interface SaveScopeProfile {
  projectId: string;
  /** The number of the version that the page showed; 0 when there was none. */
  version?: number;
  /** The sites go by their ids; they are kept under the names they have now. */
  facts: Omit<ScopeFacts, "sites"> & { sites: readonly Omit<SiteProfile, "name">[] };
  judgement: TimeJudgement;
}

/**
 * Keeps a version of the scope profile; the newest counts. While the request is planned, the persons that count become the
 * project's persons in scope, with which the tables are read everywhere (IT-1 to IT-4), and the facts are what the bodies
 * are told. Throws Rejected with a sentence for each field that has to be corrected.
 */
export async function saveScopeProfile(
  actor: Actor,
  input: SaveScopeProfile,
  submission: Submission,
): Promise<{ no: number }> {
  permit(actor, "scope.save");
  return await actOnProject(actor, input, submission, async (act) => {
    requireSourcingState(act, "Save scope profile", ...stillOpen);
    const { id: projectId, clientId, standardId, sourcing } = act.project.record;
    const facts = await nameSites(act, input.facts);
    const time = estimateTime(standardId, facts, input.judgement);
    if (time.kind === "problems") {
      throw new Rejected(Object.fromEntries(time.problems.map(({ field, sentence }) => [field, sentence])));
    }
    const newest = await act.tx.scopeProfile.count({ where: { projectId } });
    if (newest !== (input.version ?? newest)) throw new Changed();
    if (newest >= MAX_VERSIONS)
      throw new Rejected({ fullWeek: `${MAX_VERSIONS} versions are kept already.` });
    const no = newest + 1;
    const told = sourcing.state === "planning";
    const persons = time.persons.effective;
    await act.tx.scopeProfile.create({
      data: {
        ...{ projectId, clientId, no, told, savedById: actor.personId, savedAt: submission.now },
        facts: facts as unknown as Prisma.InputJsonObject,
        judgement: input.judgement as unknown as Prisma.InputJsonObject,
      },
    });
    if (told) {
      const data = { personsInScope: persons, version: { increment: 1 } };
      await act.tx.project.update({ where: { id: projectId }, data });
    }
    const days = auditDaysInWords(time.cycle.initial);
    // How a client judges its audit is no body's to see.
    await tell(
      act,
      "scope.save",
      { type: "project", id: projectId },
      { no, persons, days },
      { audience: "own" },
    );
    return { no };
  });
}

/** The sites of the profile are those of the project, each once. */
async function nameSites(act: Act, facts: SaveScopeProfile["facts"]): Promise<ScopeFacts> {
  const { clientId, siteIds } = act.project.record;
  const sites = await act.tx.site.findMany({
    where: { organisationId: clientId, id: { in: [...siteIds] } },
    select: { id: true, name: true },
  });
  const stated = new Set(facts.sites.map(({ siteId }) => siteId));
  const isWhole = sites.length === stated.size && sites.every(({ id }) => stated.has(id));
  if (sites.length === 0 || !isWhole || facts.sites.length !== stated.size) {
    throw new Changed(
      "The sites of the project are others now. Load the page again, then enter the persons.",
    );
  }
  const nameOf = new Map(sites.map(({ id, name }) => [id, name]));
  return {
    ...facts,
    sites: facts.sites.map((site) => ({ ...site, name: nameOf.get(site.siteId) ?? "" })),
  };
}

/** A version as it was kept, with its estimate worked out anew by the same rules. */
export type ScopeVersion = ReturnType<typeof versionOf>;

function versionOf(
  standardId: string,
  row: { no: number; told: boolean; facts: unknown; judgement: unknown; savedAt: Date; savedById: string },
) {
  const facts = KeptFacts.parse(row.facts);
  const judgement = KeptJudgement.parse(row.judgement);
  const time = estimateTime(standardId, facts, judgement);
  return {
    no: row.no,
    told: row.told,
    savedAt: row.savedAt,
    savedById: row.savedById,
    facts,
    judgement,
    time,
  };
}

/** The version that the bodies of a client's own project are told, or null: offers are held against it. */
export async function readTellingScope(actor: Actor, projectId: string, standardId: string) {
  const row = await db(actor).scopeProfile.findFirst({
    where: { projectId, told: true, clientId: actor.organisationId },
    orderBy: { no: "desc" },
  });
  return row ? versionOf(standardId, row) : null;
}

/**
 * The facts that a body was told when it was asked to propose: the newest version of the time before the request went out.
 * Null where none was stated. The project was reached by the body's own request before.
 */
export async function readToldScope(actor: Actor, projectId: string): Promise<ScopeFacts | null> {
  const row = await db(actor).scopeProfile.findFirst({
    where: { projectId, told: true, project: { requests: { some: { bodyId: actor.organisationId } } } },
    select: { facts: true },
    orderBy: { no: "desc" },
  });
  return row && KeptFacts.parse(row.facts);
}

/** Every version of a project of the client with all that it holds, the first one first. */
export async function listScopeVersions(actor: Actor, projectId: string) {
  const { record, versions } = await readScopeProfile(actor, projectId);
  const rows = await db(actor).scopeProfile.findMany({
    where: { projectId: record.id, clientId: actor.organisationId },
    orderBy: { no: "asc" },
    take: MAX_VERSIONS,
  });
  return rows.map((row) => {
    const { savedById, ...version } = versionOf(record.standardId, row);
    return { ...version, savedBy: versions.find(({ no }) => no === version.no)?.savedBy ?? null };
  });
}

/**
 * The scope profile of a project for its client: one version, the newest unless `no` names another, and who saved which
 * when. Throws NotThere for bodies and for a version that does not exist.
 */
export async function readScopeProfile(actor: Actor, projectId: string, no?: number) {
  const project = await reachProject(actor, projectId);
  if (actor.side !== "client") throw new NotThere();
  const { record } = project;
  const where = { projectId: record.id, clientId: actor.organisationId };
  const kept = await db(actor).scopeProfile.findMany({
    where,
    select: { no: true, told: true, savedAt: true, savedById: true },
    orderBy: { no: "desc" },
    take: MAX_VERSIONS,
  });
  const wanted = no ?? kept[0]?.no;
  const shown = wanted ? await db(actor).scopeProfile.findFirst({ where: { ...where, no: wanted } }) : null;
  if (no !== undefined && !shown) throw new NotThere();
  const people = await db(actor).person.findMany({
    where: { id: { in: kept.map(({ savedById }) => savedById) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "Somebody";
  const sites = await db(actor).site.findMany({
    where: { organisationId: record.clientId, id: { in: [...record.siteIds] } },
    select: { id: true, name: true, persons: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return {
    ...project,
    sites,
    version: shown ? versionOf(record.standardId, shown) : null,
    newestNo: kept[0]?.no ?? 0,
    versions: kept.map(({ no: number, told, savedAt, savedById }) => ({
      ...{ no: number, told, savedAt, savedBy: nameOf(savedById) },
    })),
  };
}
