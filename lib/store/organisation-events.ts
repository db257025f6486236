import "server-only";
import type { Actor } from "../actor";
import type { EventDataOf, EventKind } from "../lifecycle/event";
import type { Prisma, Tx } from "./db";
import { newId } from "./new-id";

/** Writes what happened to an organisation itself (people, profile, register): acts that belong to no project. */
export async function tellOrganisation<K extends EventKind>(
  tx: Tx,
  who: Pick<Actor, "organisationId" | "personId" | "personName">,
  kind: K,
  subjectId: string,
  data: EventDataOf<K>,
  now: Date,
): Promise<void> {
  await tx.organisationEvent.create({
    data: {
      id: newId(),
      organisationId: who.organisationId,
      at: now,
      personId: who.personId,
      personName: who.personName,
      kind,
      subjectId,
      data: data as Prisma.InputJsonValue,
    },
  });
}
