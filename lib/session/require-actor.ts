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

/**
 * The person who asks, in the organisation of the address. Throws SignedOut without a session and NotThere for an
 * organisation the person is no active member of: it does not exist for that person.
 */
export async function requireActor(organisationSlug: string): Promise<Actor> {
  const visitor = await findVisitor();
  if (!visitor) throw new SignedOut();
  const actor = visitor.actors.find((one) => one.organisationSlug === organisationSlug);
  if (!actor) throw new NotThere();
  return actor;
}
