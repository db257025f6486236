import "server-only";
import type { Actor } from "../actor";
import type { Role } from "../lifecycle/who";
import { db } from "./db";

/** Members a picker offers at most. */
const MAX_OFFERED = 200;

export interface Member {
  personId: string;
  personName: string;
  roles: Role[];
}

/** The active members of the actor's own organisation by name, or those with one of the roles: what a picker offers. */
export async function listMembers(actor: Actor, roles?: readonly Role[]): Promise<Member[]> {
  const members = await db(actor).membership.findMany({
    where: {
      organisationId: actor.organisationId,
      active: true,
      ...(roles && { roles: { hasSome: [...roles] } }),
    },
    select: { personId: true, roles: true, person: { select: { name: true } } },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
    take: MAX_OFFERED,
  });
  return members.map(({ personId, roles: held, person }) => ({
    personId,
    personName: person.name,
    roles: held as Role[],
  }));
}
