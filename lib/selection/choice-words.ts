import { formatDay } from "../day";
import type { DeclaredConflict, OutsideWork } from "../lifecycle/choice-rules";

/** "Tom Berg: shares in the body" */
export function sayConflict({ who, what }: DeclaredConflict): string {
  return `${who.trim()}: ${what.trim()}`;
}

/** What the work was, as a form and a sentence name it. */
export const workNames = { internal_audit: "Internal audits", consultancy: "Consultancy" };
/** Who did it, seen from the body. */
export const workerNames = {
  body: "the body itself",
  related: "a firm related to it",
  person: "a person of it",
};

/** "Consultancy by Lena Vogt (a person of it), ended on 3 Mar 2024" */
export function sayOutsideWork({ kind, by, who, endedOn }: OutsideWork): string {
  const until = endedOn === null ? "still going on" : `ended on ${formatDay(endedOn)}`;
  return `${workNames[kind]} by ${who.trim()} (${workerNames[by]}), ${until}`;
}
