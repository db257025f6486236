import "server-only";
import type { Actor } from "../actor";
import { refuse } from "../lifecycle/refusal";
import type { SourcingState } from "../lifecycle/sourcing-states";
import { NotThere, Refused } from "../outcome";
import type { Act, ProjectDoor } from "./act";
import { visibleBodies } from "./bodies";
import type { Subject, Telling } from "./move";
import { knownId } from "./reach";

/** What a page sends with an act on the way to the signed letter. */
export interface SourcingAct {
  projectId: string;
  version?: number;
}

/** The door to a project before the letter is signed: the client's own, the body's by its request. */
export function sourcingDoor(actor: Actor, projectId: string): ProjectDoor {
  return { projectId, door: actor.side === "client" ? "project" : "request" };
}

/** The project as the subject of a move, at the version the page showed. */
export function projectSubject({ project }: Act, seen?: number): Subject<"project"> {
  return { type: "project", id: project.record.id, version: seen ?? project.record.sourcing.version };
}

/**
 * The chosen body of the project. For a body that was invited but not chosen, application and letter do not exist:
 * throws NotThere.
 */
export function requireChosenBody({ actor, project }: Pick<Act, "actor" | "project">): string {
  const { bodyId } = project.record;
  if (bodyId === null || (actor.side === "body" && actor.organisationId !== bodyId)) throw new NotThere();
  return bodyId;
}

/**
 * Whom the client asked and how it weighs the offers is not for the bodies to know: its entries stay on its side. What
 * a body did itself is shown to both.
 */
export function keepFromBodies({ side }: Actor): Telling {
  return side === "client" ? { audience: "own" } : {};
}

/** Refuses an act that is no command of the table in a state it does not belong to. */
export function requireSourcingState(act: Act, label: string, ...states: SourcingState[]): void {
  const { state } = act.project.record.sourcing;
  if (states.includes(state)) return;
  const data = { label, state, from: states.join(", ") };
  throw new Refused([refuse("wrong-state", data, { rule: "SRC-1", clause: "" })]);
}

/** Bodies of the client's register by id, in the order of the ids. Throws NotThere when one is not in it. */
export async function findBodies({ tx, actor }: Act, ids: readonly string[]) {
  const wanted = [...new Set(ids.map(knownId))];
  const bodies = await tx.organisation.findMany({
    where: { AND: [{ id: { in: wanted } }, visibleBodies(actor)] },
    select: { id: true, name: true, connected: true },
  });
  if (bodies.length !== wanted.length) throw new NotThere();
  return bodies;
}

/** The name of a body whose place in the project was checked. */
export async function nameOfBody({ tx }: Pick<Act, "tx">, bodyId: string): Promise<string> {
  const { name } = await tx.organisation.findUniqueOrThrow({ where: { id: bodyId }, select: { name: true } });
  return name;
}
