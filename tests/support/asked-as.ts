import { AsyncLocalStorage } from "node:async_hooks";

/** Who asks, and when, in tests that call several actions at once in this process: what the request would bring. */
export const askedAs = new AsyncLocalStorage<{ token: string; now: Date }>();

const NOBODY_ASKS = new Date("2027-01-11T09:00:00Z");

/** The instant at which the request comes in that is being answered. */
export function nowAsked(): Date {
  return askedAs.getStore()?.now ?? NOBODY_ASKS;
}
