import "server-only";
import type { Actor } from "../actor";
import type { Day } from "../day";
import { refuse } from "../lifecycle/refusal";
import { Refused, Rejected } from "../outcome";
import type { Tx } from "./db";
import { newId } from "./new-id";
import type { LoadedProject } from "./record";

/** What the client states when it records an act of a body that is not on CertTrail. */
export interface RecordedInput {
  on: Day;
  /** Name of the person of the body who acted. */
  by: string;
  /** The stored document that proves it. */
  proofId: string;
}

export interface RecordedAct {
  on: Day;
  personId: string;
  bodyId: string;
  proofId: string;
  proofSha256: string;
}

/**
 * Finds the named person, so that "who audited" and "who decided" compare persons and not spellings: a member of the
 * client by that name is that member, and then the rules refuse. A name that is new to the body is kept as its person.
 */
export async function resolveRecorded(
  tx: Tx,
  actor: Actor,
  project: LoadedProject,
  { recorded, now }: { recorded?: RecordedInput; now: Date },
): Promise<RecordedAct | null> {
  if (!recorded) return null;
  const { bodyId, bodyConnected, clientId } = project.record;
  if (bodyConnected) throw new Refused([refuse("body-connected", {})]);
  if (!bodyId) throw new Rejected({ recordedBy: "Choose a certification body before you record its acts." });
  const proof = await tx.storedFile.findFirst({
    where: { id: recorded.proofId, projectId: project.record.id, organisationId: actor.organisationId },
    select: { id: true, sha256: true },
  });
  if (!proof) throw new Rejected({ recordedProof: "Add the document that proves this act." });
  return {
    on: recorded.on,
    bodyId,
    proofId: proof.id,
    proofSha256: proof.sha256,
    personId: await findOrNamePerson(tx, { name: recorded.by, bodyId, clientId, now }),
  };
}

/** The person of that name in the client or the body; a new person of the body, without a sign-in, if there is none. */
export async function findOrNamePerson(
  tx: Tx,
  { name, bodyId, clientId, now }: { name: string; bodyId: string; clientId: string; now: Date },
): Promise<string> {
  const spelled = name.trim().replace(/\s+/g, " ");
  const known = await tx.membership.findMany({
    where: {
      organisationId: { in: [clientId, bodyId] },
      person: { name: { equals: spelled, mode: "insensitive" } },
    },
    select: { personId: true, organisationId: true },
    orderBy: { createdAt: "asc" },
  });
  const found = known.find(({ organisationId }) => organisationId === clientId) ?? known[0];
  if (found) return found.personId;
  const personId = newId();
  await tx.person.create({ data: { id: personId, name: spelled, createdAt: now } });
  await tx.membership.create({ data: { organisationId: bodyId, personId, roles: [], createdAt: now } });
  return personId;
}
