import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { environment } from "../env";
import { NotThere } from "../outcome";
import { seal } from "../session/seal";
import { db, Prisma, type Tx, withAsker } from "./db";
import { newId } from "./new-id";
import { LINK_SEAL } from "./outbox";
import { permit } from "./permit";
import { pool } from "./pool";
import { knownId } from "./reach";
import { isMailSetUp } from "./send-notices";
import { type ActRequest, withTx } from "./tx";

/** Messages of one page. */
export const MESSAGES_PER_PAGE = 25;
/** What nobody has to be told any more goes after so many days; the trail keeps what happened. */
export const KEPT_DAYS = 90;
/** More than so many are shown as "99+". */
export const MOST_COUNTED = 100;

const own = ({ organisationId, personId }: Actor) => ({ organisationId, personId });

/** How many messages the person has not opened, up to MOST_COUNTED; stands beside the link to them on every page. */
export async function countUnread(actor: Actor): Promise<number> {
  const unread = await db(actor).message.findMany({
    where: { ...own(actor), readAt: null },
    select: { id: true },
    take: MOST_COUNTED,
  });
  return unread.length;
}

/** The person's own messages, newest first, and where the next page begins. */
export async function listMessages(actor: Actor, before?: string) {
  const from =
    before && (await db(actor).message.findFirst({ where: { ...own(actor), id: knownId(before) } }));
  if (before && !from) throw new NotThere();
  const found = await db(actor).message.findMany({
    where: {
      ...own(actor),
      ...(from && {
        OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }],
      }),
    },
    select: { id: true, subject: true, about: true, path: true, createdAt: true, readAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MESSAGES_PER_PAGE + 1,
  });
  const messages = found.slice(0, MESSAGES_PER_PAGE);
  return { messages, next: found.length > MESSAGES_PER_PAGE ? (messages.at(-1)?.id ?? null) : null };
}

/** Marks a message as read and says which page it leads to. Throws NotThere for somebody else's. */
export async function openMessage(actor: Actor, messageId: string, now: Date): Promise<string> {
  return await withAsker(actor, async (tx) => {
    const message = await tx.message.findFirst({
      where: { ...own(actor), id: knownId(messageId) },
      select: { id: true, path: true },
    });
    if (!message?.path) throw new NotThere();
    await tx.message.updateMany({ where: { id: message.id, readAt: null }, data: { readAt: now } });
    return message.path;
  });
}

/** Marks every own message as read that came until now. Returns how many. */
export async function markAllRead(actor: Actor, request: ActRequest): Promise<{ count: number }> {
  permit(actor, "message.read");
  return await withTx(actor, request, async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { ...own(actor), readAt: null, createdAt: { lte: request.now } },
      data: { readAt: request.now },
    });
    return { count };
  });
}

/** A message that has not left by mail, as an administrator sees it: to whom and of what kind, not what it is about. */
export interface Undelivered {
  id: string;
  to: string;
  createdAt: Date;
  tries: number;
  isDead: boolean;
  failure: string | null;
}

/** What of the organisation's mail waits for another try or was given up, for its administrators. Oldest first. */
export async function listUndelivered(actor: Actor): Promise<Undelivered[]> {
  if (!may(actor, "message.sendAgain")) return [];
  const messages = await db(actor).message.findMany({
    where: {
      organisationId: actor.organisationId,
      OR: [{ mail: "dead" }, { mail: "waiting", tries: { gt: 0 } }],
    },
    include: { person: { select: { email: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MESSAGES_PER_PAGE,
  });
  return messages.map(({ id, address, person, createdAt, tries, mail, failure }) => ({
    ...{ id, createdAt, tries, failure },
    to: address ?? person?.email ?? "",
    isDead: mail === "dead",
  }));
}

/** Puts a message that was given up back among those to send. */
export async function sendAgain(actor: Actor, messageId: string, request: ActRequest): Promise<void> {
  permit(actor, "message.sendAgain");
  await withTx(actor, request, async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id: knownId(messageId), organisationId: actor.organisationId, mail: "dead" },
      data: { mail: "waiting", tries: 0, failure: null, nextTryAt: request.now },
    });
    if (count !== 1) throw new NotThere();
    return null;
  });
}

/** A link that works once, on its way to an address. */
export interface LinkToSend {
  organisationId: string;
  address: string;
  kind: "invitation" | "reset" | "answer";
  subject: string;
  about: string;
  /** The page that the link opens. */
  path: string;
}

/**
 * Puts a single-use link into the outbox, in the transaction that makes it; without mail it is handed over by whoever made
 * it. The row holds it encrypted, and no longer than until it is sent.
 */
export async function sendLink(tx: Tx, { path, ...link }: LinkToSend, now: Date): Promise<void> {
  if (!isMailSetUp()) return;
  const id = newId();
  const sealed = seal(environment().CERTTRAIL_ORIGIN + path, LINK_SEAL, id);
  // Without asking the row back: at the front door nobody may read it.
  await tx.message.createMany({
    data: [{ ...link, id, sealed, createdAt: now, mail: "waiting", nextTryAt: now }],
  });
}

/** Deletes what is older than KEPT_DAYS and has no try before it. Returns how many. */
export async function sweepMessages(now: Date): Promise<number> {
  const [swept] = await pool().$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT sweep_messages(${now}::timestamptz - make_interval(days => ${KEPT_DAYS}::int)) AS count`,
  );
  return swept?.count ?? 0;
}
