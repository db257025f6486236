import "server-only";
import { isPasswordRight } from "../session/password";
import type { ProofLevel } from "../sign-in-rules";
import { pool } from "./pool";

/** Which ways a person has to prove who they are, besides the password. */
export async function listFactors(personId: string): Promise<{ hasApp: boolean; hasPasskey: boolean }> {
  const app = await pool().secondFactor.findUnique({ where: { personId }, select: { personId: true } });
  const passkey = await pool().passkey.findFirst({ where: { personId }, select: { id: true } });
  return { hasApp: app !== null, hasPasskey: passkey !== null };
}

/** Whether this is the password of the person. */
export async function isOwnPassword(personId: string, password: string): Promise<boolean> {
  const person = await pool().person.findUnique({ where: { id: personId }, select: { passwordHash: true } });
  return await isPasswordRight(person?.passwordHash ?? null, password);
}

/** Writes down that the person of a session has just proved who they are. */
export async function markProven(sessionId: string, level: ProofLevel, now: Date): Promise<void> {
  await pool().session.update({ where: { id: sessionId }, data: { provenAt: now, level } });
}
