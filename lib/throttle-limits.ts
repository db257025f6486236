import { NOTHING_DONE } from "./form-state";

const MINUTE_S = 60;

/** How often something may be tried within its window: by one account, from one block of addresses, by one organisation. */
export interface Limit {
  seconds: number;
  account?: number;
  address?: number;
  organisation?: number;
}

/**
 * Every limit, in one place. Where a try can succeed, only those that failed count in the end, so that many people
 * behind one address do not stand in each other's way. What signed-in people read is never limited, page by page.
 */
export const limits = {
  signIn: { seconds: 15 * MINUTE_S, account: 10, address: 100 },
  /** Ways begun through a provider: each asks the provider, also those that succeed. */
  provider: { seconds: 15 * MINUTE_S, address: 100 },
  setup: { seconds: 15 * MINUTE_S, address: 10 },
  invitation: { seconds: 15 * MINUTE_S, address: 30 },
  reset: { seconds: 15 * MINUTE_S, address: 30 },
  /** Links asked for by mail: each costs somebody a mail, also those that succeed. */
  askReset: { seconds: 60 * MINUTE_S, address: 20 },
  /** Opening and using a link by which a body answers a request. */
  answerLink: { seconds: 15 * MINUTE_S, address: 120 },
  publicCheck: { seconds: 5 * MINUTE_S, address: 150 },
  /** Whole projects taken away: each reads all of a project, also those that succeed. */
  export: { seconds: 60 * MINUTE_S, account: 6, organisation: 30 },
  /** Papers written as files, one after the other for everybody: nobody keeps the others waiting. */
  paper: { seconds: 10 * MINUTE_S, account: 120, organisation: 600 },
  upload: { seconds: 10 * MINUTE_S, account: 300, organisation: 1500 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** When to try again, in words; a part of a minute counts as a whole one. */
export function tooManyTries(secondsLeft: number): string {
  const minutes = Math.max(1, Math.ceil(secondsLeft / MINUTE_S));
  return `${NOTHING_DONE}there were too many tries. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
}
