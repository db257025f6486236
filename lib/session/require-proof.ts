import "server-only";
import { ProofAsked } from "../outcome";
import { isProofFresh } from "../step-up";
import { isOwnPassword, listFactors, markProven } from "../store/proofs";
import { checkCode, LOCK_MINUTES } from "../store/second-factors";
import type { SignedIn } from "../store/sessions";

/** What a form brings along when it was asked for a proof. */
export interface GivenProof {
  proofPassword?: string;
  proofCode?: string;
}

/**
 * Makes sure that the person of this session proved who they are within the last minutes, by the proof that the form
 * brings along if it must be. Throws ProofAsked otherwise; then nothing was done, and the form is sent again with one.
 */
export async function requireProof(session: SignedIn, given: GivenProof, now: Date): Promise<void> {
  const { hasApp } = await listFactors(session.personId);
  if (isProofFresh(session, hasApp, now)) return;
  const ask = (problem?: string) => new ProofAsked({ by: hasApp ? "code" : "password", problem });
  if (hasApp) {
    if (!given.proofCode) throw ask();
    const verdict = await checkCode(session.personId, given.proofCode, now);
    if (verdict === "wrong") throw ask("This code is not right, or it was used. Wait for the next one.");
    if (verdict === "locked")
      throw ask(`Too many wrong codes. Wait ${LOCK_MINUTES} minutes, then try again.`);
    return await markProven(session.sessionId, "second_factor", now);
  }
  if (!given.proofPassword) throw ask();
  if (!(await isOwnPassword(session.personId, given.proofPassword))) {
    throw ask("This is not your password. Try again.");
  }
  await markProven(session.sessionId, "password", now);
}
