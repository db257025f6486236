import "server-only";
import { createReadStream } from "node:fs";
import { environment } from "../env";
import { logFailure } from "../log";
import { askClamd } from "./clamd";

/** What came of a scan: none is set, nothing was found, something was, or there was no answer and the file waits. */
export type ScanAnswer =
  | { state: "not_scanned" | "clean" | "quarantined" }
  | { state: "infected"; found: string };

/** Asks the scanner about a file that has arrived. A scanner that is down keeps no file out: the file waits for it. */
export async function scanFile(path: string): Promise<ScanAnswer> {
  const address = environment().CERTTRAIL_CLAMD;
  if (!address) return { state: "not_scanned" };
  try {
    const found = await askClamd(address, createReadStream(path));
    return found === null ? { state: "clean" } : { state: "infected", found };
  } catch (error) {
    logFailure(error, "scanner");
    return { state: "quarantined" };
  }
}
