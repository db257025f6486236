import "server-only";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import { isPasswordRight } from "../session/password";
import { isIdle, nameBrowser } from "../sign-in-rules";
import { hashNewPassword } from "./new-password";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { pool } from "./pool";
import { knownId } from "./reach";
import { endSessionsOf, type SignedIn } from "./sessions";
import { countTry, forgetTry } from "./throttles";
import { type ActRequest, withTx } from "./tx";

/** Sign-ins shown on one page. */
const MAX_LISTED = 50;

/**
 * The sign-ins of the person that still stand, the latest first; `isThis` marks the one that asks. One that a provider
 * opened sees those of that organisation's provider alone.
 */
export async function listSignIns({ personId, sessionId, providerOf, actors }: SignedIn, now: Date) {
  const sessions = await pool().session.findMany({
    where: {
      personId,
      revokedAt: null,
      endsAt: { gt: now },
      ...(providerOf && { organisationId: { in: actors.map(({ organisationId }) => organisationId) } }),
    },
    select: { id: true, createdAt: true, seenAt: true, userAgent: true },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: MAX_LISTED,
  });
  const sides = actors.map(({ side }) => side);
  return sessions
    .filter(({ seenAt }) => !isIdle(seenAt, sides, now))
    .map(({ id, createdAt, seenAt, userAgent }) => ({
      id,
      createdAt,
      seenAt,
      browser: nameBrowser(userAgent),
      isThis: id === sessionId,
    }));
}

/** Changes the person's own password, which ends every other sign-in. Asks for the old one: a screen left open is no proof. */
export async function changePassword(
  actor: Actor,
  session: SignedIn,
  input: { current: string; password: string },
  request: ActRequest,
): Promise<null> {
  permit(actor, "account.edit");
  const { personId } = actor;
  // Whoever found a screen open does not get to guess the password behind it.
  await countTry("signIn", { account: session.email }, request.now);
  const done = await withTx(actor, request, async (tx) => {
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    if (!(await isPasswordRight(person.passwordHash, input.current))) {
      throw new Rejected({ current: "This is not your present password. Try again." });
    }
    const { name, email } = person;
    const owner = { name, email: email ?? "", organisation: actor.organisationName };
    const passwordHash = await hashNewPassword(input.password, owner);
    await tx.person.update({ where: { id: personId }, data: { passwordHash } });
    const sessions = await endSessionsOf(tx, personId, request.now, session);
    await tellOrganisation(tx, actor, "account.changePassword", personId, { sessions }, request.now);
    return null;
  });
  await forgetTry("signIn", { account: session.email });
  return done;
}

/** Ends one sign-in of the person. Throws NotThere for one that is not theirs or has ended. */
export async function endSignIn(actor: Actor, sessionId: string, request: ActRequest): Promise<null> {
  permit(actor, "account.edit");
  const { personId } = actor;
  return await withTx(actor, request, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: knownId(sessionId), personId, revokedAt: null },
      data: { revokedAt: request.now },
    });
    if (count !== 1) throw new NotThere();
    await tellOrganisation(tx, actor, "account.endSessions", personId, { sessions: count }, request.now);
    return null;
  });
}

/** Signs the person out everywhere, here too. */
export async function endAllSignIns(actor: Actor, request: ActRequest): Promise<null> {
  permit(actor, "account.edit");
  const { personId } = actor;
  return await withTx(actor, request, async (tx) => {
    const sessions = await endSessionsOf(tx, personId, request.now);
    await tellOrganisation(tx, actor, "account.endSessions", personId, { sessions }, request.now);
    return null;
  });
}
