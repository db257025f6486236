import "server-only";
import type { Actor } from "../actor";
import { refuse } from "../lifecycle/refusal";
import { Refused } from "../outcome";
import type { Tx } from "./db";
import { pool } from "./pool";
import type { SignedIn } from "./sessions";

/** Whether a person is an active member of another organisation too. Says nothing of which. */
export async function actsElsewhere(
  personId: string,
  organisationId: string,
  tx: Pick<Tx, "$queryRaw"> = pool(),
): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT acts_elsewhere(${personId}::uuid, ${organisationId}::uuid) AS "is"`;
  return answer?.is === true;
}

/**
 * Keeps what opens an account everywhere out of reach of one organisation: a session that its provider opened may not
 * add or remove a second factor of a person who acts for another organisation too. Throws Refused.
 */
export async function requireOwnAccount(
  { organisationId }: Actor,
  { personId, providerOf }: SignedIn,
): Promise<void> {
  if (providerOf === null || !(await actsElsewhere(personId, organisationId))) return;
  throw new Refused([refuse("account-elsewhere", {})]);
}
