import "server-only";
import { notFound, redirect } from "next/navigation";
import type { Actor } from "../actor";
import { FactorMissing, NotThere, SignedOut } from "../outcome";
import { paths } from "../paths";
import { type Asker, requireAsker, requireMember } from "./require-actor";

/**
 * The actor of a page. Without a session the sign-in page comes; a foreign organisation is a 404; who must have a
 * second factor is led to it before anything else.
 */
export async function pageActor(organisationSlug: string): Promise<Actor> {
  return (await pageAsker(organisationSlug)).actor;
}

/** As pageActor, with the session in which the person asks. */
export async function pageAsker(organisationSlug: string): Promise<Asker> {
  const asking = requireAsker(organisationSlug).catch((error: unknown) => {
    if (error instanceof FactorMissing) redirect(paths.secondFactor(organisationSlug));
    throw error;
  });
  return await orNotFound(asking);
}

/** For the frame and the page that sets up a second factor: also without the one the person must have. */
export async function pageMember(organisationSlug: string): Promise<Asker> {
  return await orNotFound(requireMember(organisationSlug));
}

/** Awaits what a page reads: what is not there for this person is the 404 page, as if it had never existed. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotThere) notFound();
    if (error instanceof SignedOut) redirect(paths.signIn);
    throw error;
  }
}
