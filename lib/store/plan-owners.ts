import "server-only";
import type { Actor } from "../actor";
import { db } from "./db";

/** The most people an owner is chosen from. */
const MAX_OWNERS = 500;

/** The people of the client who can own an action: they can mark it as done. By name. */
export async function listOwners(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (actor.side !== "client") return [];
  const members = await db().membership.findMany({
    where: { organisationId: actor.organisationId, active: true, roles: { hasSome: ["owner", "manager"] } },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: "asc" } },
    take: MAX_OWNERS,
  });
  return members.map(({ person }) => person);
}
