import "server-only";
import { cache } from "react";
import type { Actor } from "../actor";
import { now } from "../clock";
import { environment } from "../env";
import { FactorMissing, NotThere, SignedOut } from "../outcome";
import { mustHaveSecondFactor } from "../step-up";
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
 * The person who asks, also one who has yet to set up the second factor they must have. For the frame around the pages
 * and for setting it up; everything else begins with requireAsker. Throws SignedOut without a session and
 * NotThere for an organisation the person is no active member of: it does not exist for that person.
 */
export async function requireMember(organisationSlug: string): Promise<Asker> {
  const session = await findVisitor();
  if (!session) throw new SignedOut();
  const actor = session.actors.find((one) => one.organisationSlug === organisationSlug);
  if (!actor) throw new NotThere();
  return { actor, session };
}

/** As requireMember, for a person who has proved all they must. Throws FactorMissing for anybody else. */
export async function requireAsker(organisationSlug: string): Promise<Asker> {
  const asker = await requireMember(organisationSlug);
  const isEmbedded = environment().CERTTRAIL_EMBEDDED === "1";
  const { level, providerOf, hasApp } = asker.session;
  // A password alone opens no session for who has an authenticator app; a provider's word alone opens no page.
  const mustProve = mustHaveSecondFactor(asker.actor, isEmbedded) || (providerOf !== null && hasApp);
  const isEnough = level === "second_factor" || !mustProve;
  if (!isEnough) throw new FactorMissing();
  return asker;
}

/** The person who asks, in the organisation of the address. Throws as requireAsker does. */
export async function requireActor(organisationSlug: string): Promise<Actor> {
  return (await requireAsker(organisationSlug)).actor;
}
