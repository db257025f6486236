import "server-only";
import { notFound, redirect } from "next/navigation";
import type { Actor } from "../actor";
import { NotThere, SignedOut } from "../outcome";
import { paths } from "../paths";
import { type Asker, requireActor, requireAsker } from "./require-actor";

/** The actor of a page. Without a session the sign-in page comes; a foreign organisation is a 404. */
export async function pageActor(organisationSlug: string): Promise<Actor> {
  return await orNotFound(requireActor(organisationSlug));
}

/** As pageActor, with the session in which the person asks. */
export async function pageAsker(organisationSlug: string): Promise<Asker> {
  return await orNotFound(requireAsker(organisationSlug));
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
