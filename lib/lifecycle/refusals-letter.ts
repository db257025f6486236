import { block, iso } from "./refusal-text";

/** Refusals of the engagement letter and its amendments (APP-6, APP-7). */
export const letterRefusals = {
  "letter-already-signed": block(
    "APP-6",
    iso("5.1.2"),
    "An amendment once both sides have signed.",
    "One side has signed this letter. It cannot be changed any more; an amendment can follow once both have signed.",
  ),
  "letter-misses-duty": block(
    "APP-7",
    iso("8.5.3"),
    "A letter with all duties.",
    ({ duties }: { duties: string }) => `The letter must name these duties of the client: ${duties}.`,
  ),
  "amendment-already-signed": block(
    "APP-6",
    iso("5.1.2"),
    "Withdrawing it, or the other signature.",
    "One side has signed this amendment. It cannot be changed any more; withdraw it and draft another.",
  ),
  "amendment-missing": block(
    "APP-6",
    iso("5.1.2"),
    "A draft of the amendment.",
    "There is no amendment that waits for signatures. Draft it first.",
  ),
  "letter-misses-site": block(
    "APP-6",
    iso("5.1.2"),
    "A letter with all sites.",
    "The letter must name every site of the scope. Add the missing ones.",
  ),
  "letter-missing": block(
    "APP-6",
    iso("5.1.2"),
    "A draft of the letter.",
    "There is no engagement letter yet. Draft it first.",
  ),
  "side-already-signed": block("APP-6", iso("5.1.2"), "", "This side has signed already."),
  "signatory-missing": block(
    "APP-6",
    iso("5.1.2"),
    "Complete the form.",
    "Enter the name and function of the person who signs.",
  ),
  "letter-not-signed": block(
    "INV-13",
    iso("5.1.2"),
    "The signatures of both sides.",
    "Nothing can be audited before both sides have signed the engagement letter for every site.",
  ),
};
