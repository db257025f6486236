import "server-only";
import { CodeAsked, ProviderAsked } from "../outcome";
import { isPasswordRight } from "../session/password";
import { hashToken, makeToken } from "../session/token";
import { endOfSession, type ProofLevel } from "../sign-in-rules";
import { newId } from "./new-id";
import { checkPasskey } from "./passkeys";
import { pool } from "./pool";
import { listFactors } from "./proofs";
import { checkCode } from "./second-factors";

/** What is kept of a browser's description of itself. */
const MAX_USER_AGENT = 300;

/**
 * Checks e-mail and password, and the code where the person has an authenticator app, and opens a session. Returns its
 * token, or null: wrong and unknown are answered alike. Throws CodeAsked for a right password without a right code, and
 * ProviderAsked where the person has to sign in through a provider.
 */
export async function signIn(
  email: string,
  password: string,
  now: Date,
  { userAgent = null, code = "" }: { userAgent?: string | null; code?: string } = {},
): Promise<string | null> {
  const person = await pool().person.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!(await isPasswordRight(person?.passwordHash ?? null, password)) || !person) return null;
  const personId = person.id;
  const { hasApp } = await listFactors(personId);
  if (!hasApp) {
    await requireWayIn(personId, "password");
    return await openSession({ personId, level: "password", userAgent }, now);
  }
  if (!code) throw new CodeAsked("code-needed");
  const verdict = await checkCode(personId, code, now);
  if (verdict !== "right") throw new CodeAsked(`code-${verdict}`);
  await requireWayIn(personId, "second_factor");
  return await openSession({ personId, level: "second_factor", userAgent }, now);
}

/** Opens a session for the person whose passkey answered; null when the answer does not fit. */
export async function signInWithPasskey(
  answer: string,
  now: Date,
  userAgent: string | null = null,
): Promise<string | null> {
  const personId = await checkPasskey(null, answer, now);
  if (personId === null) return null;
  await requireWayIn(personId, "second_factor");
  return await openSession({ personId, level: "second_factor", userAgent }, now);
}

/** Whether every organisation of a person, who proved at this level, wants the sign-in to come through its provider. */
export async function mustUseProvider(personId: string, level: ProofLevel): Promise<boolean> {
  const [answer] = await pool().$queryRaw<{ must: boolean }[]>`
    SELECT must_use_provider(${personId}::uuid, ${level}) AS must`;
  return answer?.must === true;
}

async function requireWayIn(personId: string, level: ProofLevel): Promise<void> {
  if (await mustUseProvider(personId, level)) throw new ProviderAsked();
}

/** Who has proven who they are, and how. */
interface Proven {
  personId: string;
  level: ProofLevel;
  userAgent: string | null;
  /** Whose provider said so: the session reaches that organisation alone. */
  organisationId?: string;
}

/** Opens a session for who has just proven who they are. Returns its token, which is kept as a hash alone. */
export async function openSession(
  { personId, level, userAgent, organisationId }: Proven,
  now: Date,
): Promise<string> {
  const token = makeToken();
  await pool().session.create({
    data: {
      id: newId(),
      tokenHash: hashToken(token),
      personId,
      organisationId,
      createdAt: now,
      seenAt: now,
      endsAt: endOfSession(now),
      provenAt: now,
      level,
      userAgent: userAgent?.slice(0, MAX_USER_AGENT) || null,
    },
  });
  return token;
}
