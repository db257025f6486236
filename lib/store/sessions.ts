import "server-only";
import { type Actor, actorFrom } from "../actor";
import type { Role, Side } from "../lifecycle/who";
import { hashToken } from "../session/token";
import { isIdle, type ProofLevel } from "../sign-in-rules";
import type { Tx } from "./db";
import { pool } from "./pool";

/** The last request is written down at most this often, so that reading a page does not write each time. */
const SEEN_EVERY_MS = 60_000;

/** Ends the session of this token; a session that ended already stays ended. */
export async function endSession(token: string, now: Date): Promise<void> {
  await pool().session.updateMany({
    where: { tokenHash: hashToken(token), revokedAt: null },
    data: { revokedAt: now },
  });
}

/**
 * Ends all sessions of a person, or all but one, inside the transaction of the act that asks for it: whoever holds a
 * copied cookie is out at the next request. Returns how many ended.
 */
export async function endSessionsOf(
  tx: Tx,
  personId: string,
  now: Date,
  except?: { sessionId: string },
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      personId,
      revokedAt: null,
      endsAt: { gt: now },
      ...(except && { id: { not: except.sessionId } }),
    },
    data: { revokedAt: now },
  });
  return count;
}

/** Ends every session that the provider of an organisation opened. Returns how many ended. */
export async function endProviderSessions(tx: Tx, organisationId: string, now: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { organisationId, revokedAt: null, endsAt: { gt: now } },
    data: { revokedAt: now },
  });
  return count;
}

/** A signed-in person and the organisations in which the person is an active member, by name. */
export interface SignedIn {
  sessionId: string;
  /** When and how the person last proved who they are. */
  provenAt: Date;
  level: ProofLevel;
  personId: string;
  personName: string;
  email: string;
  /** The slug of the organisation whose provider opened the session, and which alone it reaches. */
  providerOf: string | null;
  /** Whether the person has an authenticator app. */
  hasApp: boolean;
  actors: Actor[];
}

interface SessionRow {
  sessionId: string;
  seenAt: Date;
  provenAt: Date;
  level: ProofLevel;
  personId: string;
  personName: string;
  email: string | null;
  providerOf: string | null;
  hasApp: boolean;
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
    SELECT o.session_id AS "sessionId", o.seen_at AS "seenAt", s.proven_at AS "provenAt", s.level, o.person_id AS "personId",
      o.person_name AS "personName", o.email, o.memberships, o.provider_of AS "providerOf", o.has_app AS "hasApp"
    FROM open_session(${hashToken(token)}, ${now}) o JOIN session s ON s.id = o.session_id`;
  if (!session) return null;
  const sides = session.memberships.map(({ kind }) => kind);
  if (isIdle(session.seenAt, sides, now)) return null;
  if (now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS) {
    await pool().session.update({ where: { id: session.sessionId }, data: { seenAt: now } });
  }
  const { sessionId, provenAt, level, personId, personName, providerOf, hasApp, memberships } = session;
  return {
    sessionId,
    provenAt,
    level,
    personId,
    personName,
    email: session.email ?? "",
    providerOf,
    hasApp,
    actors: memberships.map((membership) => actorFrom({ personId, personName, ...membership })),
  };
}
