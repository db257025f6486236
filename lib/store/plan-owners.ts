import "server-only";
import type { Actor } from "../actor";
import { db } from "./db";

/** The most people an owner is chosen from. */
const MAX_OWNERS = 500;

/** The people of the client who can own an action: they can mark it as done. By name, with those who own one already. */
export async function listOwners(
  actor: Actor,
  present: readonly (string | null)[],
): Promise<{ id: string; name: string }[]> {
  if (actor.side !== "client") return [];
  const members = await db(actor).membership.findMany({
    where: {
      organisationId: actor.organisationId,
      active: true,
      OR: [
        { roles: { hasSome: ["owner", "manager"] } },
        { personId: { in: present.flatMap((id) => id ?? []) } },
      ],
    },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: "asc" } },
    take: MAX_OWNERS,
  });
  return members.map(({ person }) => person);
}
