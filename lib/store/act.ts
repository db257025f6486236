import "server-only";
import type { Actor } from "../actor";
import { today } from "../day";
import type { Facts } from "../lifecycle/machine";
import type { Moment } from "../lifecycle/who";
import { NotThere } from "../outcome";
import { Prisma, type Tx } from "./db";
import { knownId, loadOne, projectsOfOwnActions, projectsOfOwnTasks, reachableProjectSql } from "./reach";
import type { LoadedProject } from "./record";
import { type RecordedAct, type RecordedInput, resolveRecorded } from "./recorded";
import { type ActRequest, type Answer, withTx } from "./tx";

/** A submitted act: its request id, its reason for going on, and, one-sided, whose act it records. */
export interface Submission extends ActRequest {
  justification?: string;
  recorded?: RecordedInput;
}

/** An act under way: inside its transaction, with the project locked and its record read. */
export interface Act {
  tx: Tx;
  actor: Actor;
  submission: Submission;
  project: LoadedProject;
  moment: Moment;
  recorded: RecordedAct | null;
}

/** By which way an actor comes to a project: as its reader, as a body invited to propose, or to own actions or tasks only. */
export type Door = "project" | "request" | "action" | "task";

/** Which project an act is about, and the way to it. */
export interface ProjectDoor {
  projectId: string;
  door?: Door;
}

/**
 * Runs one act on one project. Locks the project's row first: two acts on one project are carried out one after the
 * other, so the second decides on what the first left. Throws NotThere, Refused, Changed or Rejected; then nothing was written.
 */
export async function actOnProject<T extends Answer>(
  actor: Actor,
  { projectId, door = "project" }: ProjectDoor,
  submission: Submission,
  run: (act: Act) => Promise<T>,
): Promise<T> {
  return await withTx(actor, submission, async (tx) => {
    await lockProject(tx, actor, knownId(projectId), door);
    const project = await loadOne(tx, knownId(projectId));
    const recorded = submission.recorded ? await resolveRecorded(tx, actor, project, submission) : null;
    const todayThere = today(project.record.timeZone, submission.now);
    const moment: Moment = {
      who: actor,
      personId: recorded?.personId ?? actor.personId,
      on: recorded?.on ?? todayThere,
      today: todayThere,
      recorded: recorded !== null,
      system: false,
      policy: project.policy,
    };
    return await run({ tx, actor, submission, project, moment, recorded });
  });
}

async function lockProject(tx: Tx, actor: Actor, projectId: string, door: Door): Promise<void> {
  // The usual way in is looked up and locked in one statement; every act begins with it.
  const reach = door === "project" ? reachableProjectSql(actor) : Prisma.sql`true`;
  const locked = await tx.$executeRaw`
    SELECT FROM project p WHERE p.id = ${projectId}::uuid AND ${reach} FOR UPDATE OF p`;
  if (locked !== 1) throw new NotThere();
  if (door === "project") return;
  const ways = {
    request: { requests: { some: { bodyId: actor.organisationId } } },
    action: projectsOfOwnActions(actor),
    task: projectsOfOwnTasks(actor),
  };
  const way = ways[door];
  const found = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, way] },
    select: { id: true },
  });
  if (!found) throw new NotThere();
}

/** What every machine's facts begin with. */
export function factsOf({ moment, project }: Act): Facts {
  return { moment, bodyConnected: project.record.bodyConnected, record: project.record };
}
