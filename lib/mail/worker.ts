import "server-only";
import { now } from "../clock";
import { environment } from "../env";
import { logFailure } from "../log";
import { sweepMessages } from "../store/messages";
import { linkOf, settleMessage, type TakenMessage, takeMessages } from "../store/outbox";
import { letterOf } from "./letter";
import { MailRefused, sendLetter } from "./transport";

/** Messages taken at a time. */
const BATCH = 20;
/** A worker that has not said how it went by then has died. */
const LEASE_MS = 5 * 60_000;
/** Tries of one message; each waits four times as long as the one before: a minute, four, sixteen … about a day in all. */
export const MOST_TRIES = 7;
const FIRST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 24 * 3_600_000;

/** When a message is tried again after so many tries; null: it is given up. */
export function nextTry(tries: number, at: Date): Date | null {
  return tries >= MOST_TRIES ? null : new Date(at.getTime() + FIRST_WAIT_MS * 4 ** (tries - 1));
}

/** Sends what is due. Returns how many messages it took. */
export async function deliverDue(at = now()): Promise<number> {
  const taken = await takeMessages(BATCH, at, new Date(at.getTime() + LEASE_MS));
  for (const message of taken) await deliver(message, at);
  return taken.length;
}

async function deliver(message: TakenMessage, at: Date): Promise<void> {
  const origin = environment().CERTTRAIL_ORIGIN;
  const link = message.sealed ? linkOf(message) : `${origin}${pathOf(message)}`;
  // Who has lost the address, or a link that another secret sealed: nothing can be sent any more.
  if (!message.address || !link)
    return await settleMessage(message.id, at, { failure: "no address or link" });
  try {
    await sendLetter(letterOf(message, message.address, link));
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    const againAt = error.isFinal ? null : nextTry(message.tries, at);
    return await settleMessage(message.id, at, { failure: error.code, againAt });
  }
  await settleMessage(message.id, at, {});
}

/** The page of the message, which marks it as read and leads on; what only mail carries has none. */
function pathOf({ id, path, attachment }: TakenMessage): string {
  if (attachment && path) return path;
  return `/${(path ?? "/").split("/")[1]}/messages/${id}`;
}

/**
 * Sends what is due every few seconds, and clears old messages once a day, until the process ends. In a process of its own it
 * is what keeps that alive.
 */
export function startWorker({ holdsProcess = false } = {}): void {
  let nextSweep = 0;
  const look = async () => {
    try {
      while ((await deliverDue()) === BATCH);
      const at = now().getTime();
      if (at >= nextSweep) {
        await sweepMessages(new Date(at));
        nextSweep = at + SWEEP_EVERY_MS;
      }
    } catch (error) {
      logFailure(error, "worker");
    }
    const waiting = setTimeout(look, LOOK_EVERY_MS);
    if (!holdsProcess) waiting.unref();
  };
  void look();
}
