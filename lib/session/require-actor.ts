import "server-only";
import { cache } from "react";
import type { Actor } from "../actor";
import { now } from "../clock";
import { NotThere, SignedOut } from "../outcome";
import { findSignedIn, type SignedIn } from "../store/sessions";
import { readSessionToken } from "./cookie";

/** Who is signed in, read once a request; null when nobody is. */
export const findVisitor = cache(async (): Promise<SignedIn | null> => {
  const token = await readSessionToken();
  return token ? await findSignedIn(token, now()) : null;
});

/** The person who asks, in one organisation, and the session in which. */
export interface Asker {
  actor: Actor;
  session: SignedIn;
}

/**
 * The person who asks, in the organisation of the address, and the session. Throws SignedOut without a session and
 * NotThere for an organisation the person is no active member of: it does not exist for that person.
 */
export async function requireAsker(organisationSlug: string): Promise<Asker> {
  const session = await findVisitor();
  if (!session) throw new SignedOut();
  const actor = session.actors.find((one) => one.organisationSlug === organisationSlug);
  if (!actor) throw new NotThere();
  return { actor, session };
}

/** The person who asks, in the organisation of the address. Throws as requireAsker does. */
export async function requireActor(organisationSlug: string): Promise<Actor> {
  return (await requireAsker(organisationSlug)).actor;
}
