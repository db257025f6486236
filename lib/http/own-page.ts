import { NOTHING_DONE } from "../form-state";

/** What a browser says of where a request comes from. A page can forge none of it. */
export interface Sent {
  method: string;
  origin: string | undefined;
  /** `Sec-Fetch-Site`; older browsers leave it out. */
  site: string | undefined;
}

const READING = ["GET", "HEAD", "OPTIONS"];

/**
 * Why a request may change nothing: other sites can make a browser send forms here with its cookies, so whatever
 * writes must come from a page of our own origin and say so. Null when nothing stands against it.
 */
export function refuseForeignPage({ method, origin, site }: Sent, ownAddress: string): string | null {
  if (READING.includes(method)) return null;
  const own = new URL(ownAddress).origin;
  if (origin === own && (site === undefined || site === "same-origin")) return null;
  const reason =
    origin === undefined
      ? "it was not said from which page this came"
      : "this came from a page of another address";
  return `${NOTHING_DONE}${reason}. Open ${own} and send it again.`;
}
