import "server-only";
import { ProofAsked } from "../outcome";
import { paths } from "../paths";
import { isProofFresh } from "../step-up";
import { beginPasskey, checkPasskey } from "../store/passkeys";
import { isOwnPassword, listFactors, markProven } from "../store/proofs";
import { checkCode, LOCK_MINUTES } from "../store/second-factors";
import type { SignedIn } from "../store/sessions";
import { countTry, forgetTry } from "../store/throttles";

/** What a form brings along when it was asked for a proof. */
export interface GivenProof {
  proofPassword?: string;
  proofCode?: string;
  /** What the browser answered with a passkey. */
  proofPasskey?: string;
}

/** Whether the person of this session proved who they are within the last minutes. */
export async function hasFreshProof(session: SignedIn, now: Date): Promise<boolean> {
  const { hasApp, hasPasskey } = await listFactors(session.personId);
  return isProofFresh(session, hasApp || hasPasskey, now);
}

/**
 * Makes sure that the person of this session proved who they are within the last minutes, by the proof that the form
 * brings along if it must be. Throws ProofAsked otherwise; then nothing was done, and the form is sent again with one.
 */
export async function requireProof(session: SignedIn, given: GivenProof, now: Date): Promise<void> {
  const { personId, sessionId } = session;
  const { hasApp, hasPasskey } = await listFactors(personId);
  if (isProofFresh(session, hasApp || hasPasskey, now)) return;
  if (hasPasskey && given.proofPasskey && (await checkPasskey(personId, given.proofPasskey, now)) !== null) {
    return await markProven(sessionId, "second_factor", now);
  }
  const useKey = hasPasskey ? await beginPasskey(personId, now) : undefined;
  const by = hasApp ? "code" : hasPasskey ? undefined : "password";
  const ask = (problem?: string) => new ProofAsked({ by, useKey, problem });
  if (given.proofPasskey) throw ask("This passkey did not prove it. Try again.");
  if (hasApp) {
    if (!given.proofCode) throw ask();
    const verdict = await checkCode(personId, given.proofCode, now);
    if (verdict === "wrong") throw ask("This code is not right, or it was used. Wait for the next one.");
    if (verdict === "locked")
      throw ask(`Too many wrong codes. Wait ${LOCK_MINUTES} minutes, then try again.`);
    return await markProven(sessionId, "second_factor", now);
  }
  if (hasPasskey) throw ask();
  if (session.providerOf) throw new ProofAsked({ provider: paths.proveByProvider(session.providerOf) });
  if (!given.proofPassword) throw ask();
  await countTry("signIn", { account: session.email }, now);
  if (!(await isOwnPassword(personId, given.proofPassword))) {
    throw ask("This is not your password. Try again.");
  }
  await forgetTry("signIn", { account: session.email });
  await markProven(sessionId, "password", now);
}
