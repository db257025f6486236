/** What is known of a file: nobody looked, it waits for the scanner, the scanner found nothing, or something. */
export type ScanState = "not_scanned" | "quarantined" | "clean" | "infected";

export interface ScanView {
  state: ScanState;
  /** The instant of the scanner's answer as ISO text; null without one. */
  at: string | null;
}

/**
 * Why a file cannot be opened; null when it can. What waits for the scanner is open to the side that sent it, who has
 * it already; what the scanner knows is open to nobody.
 */
export function refuseUnscanned(state: ScanState, isOwn: boolean): string | null {
  if (state === "infected") {
    return "The virus scanner found something in this file, so nobody can open it. Ask whoever added it for a clean one.";
  }
  if (state === "quarantined" && !isOwn) {
    return "This file waits for the virus scanner. It can be opened once the scanner has let it pass; try again later.";
  }
  return null;
}
