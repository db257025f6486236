import type { Actor } from "../../lib/actor";
import type { Role } from "../../lib/lifecycle/who";
import { db } from "../../lib/store/db";
import type { Member } from "../../lib/store/members";

/** The active member of the actor's organisation with this e-mail address; the story has just invited it. */
export async function findMember(actor: Actor, email: string): Promise<Member> {
  const { personId, roles, person } = await db(actor).membership.findFirstOrThrow({
    where: { organisationId: actor.organisationId, active: true, person: { email } },
    select: { personId: true, roles: true, person: { select: { name: true } } },
  });
  return { personId, personName: person.name, roles: roles as Role[] };
}
