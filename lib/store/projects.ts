import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dayToDate } from "../day";
import { refuse } from "../lifecycle/refusal";
import { Changed, NotThere, Refused, Rejected } from "../outcome";
import { findStandard } from "../standards/editions";
import { actOnProject, type Submission } from "./act";
import { db, type Tx } from "./db";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { knownId, loadOne, reachProject } from "./reach";
import { withTx } from "./tx";

export interface ProjectInput {
  name: string;
  standardId: string;
  scope: string;
  targetOn: Day | null;
  timeZone: string;
  siteIds: string[];
  /** Null: the persons of the chosen sites together. */
  persons: number | null;
}

/** Starts a certification project of the client (domain.md 6.1, "planning"). */
export async function startProject(
  actor: Actor,
  input: ProjectInput,
  submission: Submission,
): Promise<{ id: string }> {
  permit(actor, "project.start");
  return await withTx(actor, submission, async (tx) => {
    const standard = findStandard(input.standardId);
    if (!standard) throw new Rejected({ standardId: "Choose the standard." });
    const { siteIds, persons, ...columns } = await rowOf(tx, actor, input);
    const { demo } = await tx.organisation.findUniqueOrThrow({
      where: { id: actor.organisationId },
      select: { demo: true },
    });
    const id = newId();
    const clientId = actor.organisationId;
    await tx.project.create({
      data: { id, clientId, ...columns, personsInScope: persons, demo, createdAt: submission.now },
    });
    await tx.projectSite.createMany({ data: siteIds.map((siteId) => ({ projectId: id, clientId, siteId })) });
    const project = await loadOne(tx, id);
    const act = { tx, actor, submission, project, recorded: null };
    await tell(act, "project.start", { type: "project", id }, { standard: standard.name });
    return { id };
  });
}

/** Changes a project while it is planned; after the request went out the bodies have answered to what it said. */
export async function editProject(
  actor: Actor,
  { projectId, version, ...input }: ProjectInput & { projectId: string; version?: number },
  submission: Submission,
): Promise<null> {
  permit(actor, "project.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { id, clientId, sourcing } = act.project.record;
    if (sourcing.state !== "planning") {
      const data = { label: "Change project", state: sourcing.state, from: "planning" };
      throw new Refused([refuse("wrong-state", data, { rule: "SRC-1", clause: "" })]);
    }
    if (!findStandard(input.standardId)) throw new Rejected({ standardId: "Choose the standard." });
    const { siteIds, persons, ...columns } = await rowOf(act.tx, actor, input);
    // With a scope profile its persons count, and it alone changes them.
    const isProfiled = (await act.tx.scopeProfile.count({ where: { projectId: id } })) > 0;
    const personsInScope = isProfiled ? undefined : persons;
    const { count } = await act.tx.project.updateMany({
      where: { id, version: version ?? sourcing.version },
      data: { ...columns, personsInScope, version: { increment: 1 } },
    });
    if (count !== 1) throw new Changed();
    await act.tx.projectSite.deleteMany({ where: { projectId: id } });
    await act.tx.projectSite.createMany({
      data: siteIds.map((siteId) => ({ projectId: id, clientId, siteId })),
    });
    await tell(act, "project.edit", { type: "project", id }, { fields: "the plan" });
    return null;
  });
}

async function rowOf(tx: Tx, actor: Actor, { siteIds, persons, targetOn, ...input }: ProjectInput) {
  const sites = await tx.site.findMany({
    where: { organisationId: actor.organisationId, id: { in: siteIds.map(knownId) }, retired: false },
    select: { id: true, persons: true },
  });
  if (sites.length !== new Set(siteIds).size) {
    throw new Rejected({ siteIds: "Choose sites that are in use in the organisation's profile." });
  }
  return {
    ...input,
    targetOn: targetOn && dayToDate(targetOn),
    siteIds: sites.map(({ id }) => id),
    persons: persons ?? sites.reduce((sum, site) => sum + site.persons, 0),
  };
}

/** What the form of a project starts from: the sites in use and the zone of the organisation. */
export async function readProjectForm(actor: Actor) {
  if (!may(actor, "project.start")) throw new NotThere();
  const sites = await db(actor).site.findMany({
    where: { organisationId: actor.organisationId, retired: false },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return { sites, timeZone: actor.timeZone };
}

/** A planned project as its form shows it. */
export async function readProject(actor: Actor, projectId: string) {
  return await reachProject(actor, projectId);
}
