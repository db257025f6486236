/** How the names of our own notes on a request begin. What a sender put there is taken away before anybody reads it. */
export const MARKS = "x-certtrail-";

/** Notes that are made when a request begins, as headers of that request. */
export const ours = {
  /** Stands on every request: without it, nothing was checked. */
  met: `${MARKS}met`,
  /** The block of addresses the request came from. */
  address: `${MARKS}address`,
  /** Why the request was turned away. */
  refusal: `${MARKS}refusal`,
} as const;
