import "server-only";
import { environment } from "../env";
import type { EventDataOf, EventKind } from "../lifecycle/event";
import { noticesOf } from "../messages/notices";
import type { Tx } from "./db";

/** Tells people of an entry, in the transaction that has written it: a message is there if the act is, and only then. */
export async function sendNotices<K extends EventKind>(
  tx: Tx,
  entryId: string,
  kind: K,
  data: EventDataOf<K>,
  ids: { project: string; subject: string },
): Promise<void> {
  for (const { whom, roles, subject, page } of noticesOf(kind, data, ids)) {
    if (whom === "task") {
      await tx.$executeRaw`SELECT tell_task_owner(${entryId}::uuid, ${subject}, ${page}, ${isMailSetUp()})`;
      continue;
    }
    await tx.$executeRaw`
      SELECT send_messages(${entryId}::uuid, ${whom}, ${[...roles]}::text[], ${subject}, ${page}, ${isMailSetUp()})`;
  }
}

/** Whether messages leave by mail at all; without, each is read in the application. */
export function isMailSetUp(): boolean {
  return environment().CERTTRAIL_SMTP !== undefined;
}
