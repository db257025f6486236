import "server-only";
import { type Actor, actorFrom } from "../actor";
import type { Role, Side } from "../lifecycle/who";
import { isPasswordRight } from "../session/password";
import { hashToken, makeToken } from "../session/token";

import { newId } from "./new-id";
import { pool } from "./pool";

const HOUR_MS = 3_600_000;
/** A session ends so long after signing in, and so long after the last request. */
export const SESSION_HOURS = 12;
export const IDLE_HOURS = 8;
/** The last request is written down at most this often, so that reading a page does not write each time. */
const SEEN_EVERY_MS = 5 * 60_000;

/** Checks e-mail and password and opens a session. Returns its token, or null: wrong and unknown are answered alike. */
export async function signIn(email: string, password: string, now: Date): Promise<string | null> {
  const person = await pool().person.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!(await isPasswordRight(person?.passwordHash ?? null, password)) || !person) return null;
  const token = makeToken();
  await pool().session.create({
    data: {
      id: newId(),
      tokenHash: hashToken(token),
      personId: person.id,
      createdAt: now,
      seenAt: now,
      endsAt: new Date(now.getTime() + SESSION_HOURS * HOUR_MS),
    },
  });
  return token;
}

/** Ends the session of this token; a session that ended already stays ended. */
export async function endSession(token: string, now: Date): Promise<void> {
  await pool().session.updateMany({
    where: { tokenHash: hashToken(token), revokedAt: null },
    data: { revokedAt: now },
  });
}

/** A signed-in person and the organisations in which the person is an active member, by name. */
export interface SignedIn {
  personId: string;
  personName: string;
  email: string;
  actors: Actor[];
}

interface SessionRow {
  sessionId: string;
  seenAt: Date;
  personId: string;
  personName: string;
  email: string | null;
  memberships: (Pick<
    Actor,
    "organisationId" | "organisationName" | "organisationSlug" | "timeZone" | "isDemo"
  > & {
    kind: Side;
    roles: Role[];
  })[];
}

/** Who is behind a session token right now: read afresh, so a removed or demoted person is out at the next click. */
export async function findSignedIn(token: string, now: Date): Promise<SignedIn | null> {
  // One statement: it runs before every page and act. Nobody is known yet, so a function of the owner's answers.
  const [session] = await pool().$queryRaw<SessionRow[]>`
    SELECT session_id AS "sessionId", seen_at AS "seenAt", person_id AS "personId", person_name AS "personName", email, memberships
    FROM open_session(${hashToken(token)}, ${now})`;
  if (!session) return null;
  const idle = now.getTime() - session.seenAt.getTime();
  if (idle > IDLE_HOURS * HOUR_MS) return null;
  if (idle > SEEN_EVERY_MS) {
    await pool().session.update({ where: { id: session.sessionId }, data: { seenAt: now } });
  }
  const { personId, personName, memberships } = session;
  return {
    personId,
    personName,
    email: session.email ?? "",
    actors: memberships.map((membership) => actorFrom({ personId, personName, ...membership })),
  };
}
