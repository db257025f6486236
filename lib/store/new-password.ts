import "server-only";
import { Rejected } from "../outcome";
import { hashPassword } from "../session/password";
import { type PasswordOwner, weaknessOf } from "../session/weak-password";

/** The hash of a password somebody has just chosen. Throws Rejected, with the reason, for one that is guessed early. */
export async function hashNewPassword(password: string, owner: PasswordOwner): Promise<string> {
  const weakness = weaknessOf(password, owner);
  if (weakness) throw new Rejected({ password: weakness });
  return await hashPassword(password);
}
