import "server-only";
import { unseal } from "../session/seal";
import { pool } from "./pool";

/** A message taken from the outbox, with all that its mail needs. */
export interface TakenMessage {
  id: string;
  organisationName: string;
  address: string | null;
  subject: string;
  about: string;
  path: string | null;
  sealed: string | null;
  /** JSON that the mail carries as a file. */
  attachment: string | null;
  tries: number;
}

/** For what the links of messages are sealed. */
export const LINK_SEAL = "message link";

/**
 * Takes messages that are due, for so long: until then no other worker gets them. What is not settled by then is taken
 * again, so that a worker that died has sent a message twice rather than never.
 */
export async function takeMessages(most: number, now: Date, until: Date): Promise<TakenMessage[]> {
  return await pool().$queryRaw<TakenMessage[]>`
    SELECT id, organisation_name AS "organisationName", address, subject, about, path, sealed, attachment, tries
    FROM take_messages(${most}::int, ${now}, ${until})`;
}

/** Says how a taken message went: sent, to be tried again at a time, or given up with the reason. */
export async function settleMessage(
  id: string,
  now: Date,
  { failure = null, againAt = null }: { failure?: string | null; againAt?: Date | null },
): Promise<void> {
  await pool().$executeRaw`SELECT settle_message(${id}::uuid, ${now}, ${failure}, ${againAt})`;
}

/** The link that a message carries; null when this installation cannot read it any more. */
export function linkOf({ id, sealed }: TakenMessage): string | null {
  return sealed && unseal(sealed, LINK_SEAL, id);
}
