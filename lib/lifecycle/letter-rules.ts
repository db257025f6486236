import { duties, missingDuties } from "./duties";
import { asks, type Facts, isStated, needs } from "./machine";
import type { LetterRecord } from "./record";
import type { WithReason } from "./requirements";

export interface DraftLetterInput {
  siteIds: readonly string[];
  /** Keys of the duties of the client that the letter names. */
  duties: readonly string[];
}

export interface AmendLetterInput extends DraftLetterInput, WithReason {}

export interface SignLetterInput {
  /** Name and function of the person who signs. */
  signatory: string;
}

const isSignedByOne = (letter: LetterRecord | null) =>
  letter !== null && (letter.clientSignedOn !== null || letter.bodySignedOn !== null);

const coversSites = ({ record }: Facts, letter: LetterRecord | null) =>
  letter === null || record.siteIds.every((id) => letter.siteIds.includes(id));

export const letterUnsigned = needs(
  "letter-already-signed",
  ({ record }: Facts) => !isSignedByOne(record.sourcing.letter),
);

export const letterCoversSites = asks("letter-misses-site", ({ record }: Facts, input: DraftLetterInput) =>
  record.siteIds.every((id) => input.siteIds.includes(id)),
);

export const letterNamesDuties = asks(
  "letter-misses-duty",
  (_: Facts, input: DraftLetterInput) => missingDuties(input.duties).length === 0,
  (_, input) => ({
    duties: missingDuties(input.duties)
      .map((key) => duties[key].name)
      .join(", "),
  }),
);

export const letterDrafted = needs("letter-missing", ({ record }: Facts) => record.sourcing.letter !== null);

/** Sites may have been added since the draft: a letter that misses one cannot be signed (APP-6). */
export const letterStillCoversSites = needs("letter-misses-site", (facts: Facts) =>
  coversSites(facts, facts.record.sourcing.letter),
);

const notSigned = (find: (facts: Facts) => LetterRecord | null, side: "clientSignedOn" | "bodySignedOn") =>
  needs("side-already-signed", (facts: Facts) => (find(facts)?.[side] ?? null) === null);

const letterOf = ({ record }: Facts) => record.sourcing.letter;
const amendmentOf = ({ record }: Facts) => record.sourcing.amendment;

export const clientNotSigned = notSigned(letterOf, "clientSignedOn");
export const bodyNotSigned = notSigned(letterOf, "bodySignedOn");

export const signatoryNamed = asks("signatory-missing", (_: Facts, input: SignLetterInput) =>
  isStated(input.signatory),
);

/** An amendment is changed until one side has signed it; the letter in force is not touched by it. */
export const amendmentUnsigned = needs(
  "amendment-already-signed",
  ({ record }: Facts) => !isSignedByOne(record.sourcing.amendment),
);

export const amendmentDrafted = needs(
  "amendment-missing",
  ({ record }: Facts) => record.sourcing.amendment !== null,
);

export const amendmentStillCoversSites = needs("letter-misses-site", (facts: Facts) =>
  coversSites(facts, facts.record.sourcing.amendment),
);

export const clientNotSignedAmendment = notSigned(amendmentOf, "clientSignedOn");
export const bodyNotSignedAmendment = notSigned(amendmentOf, "bodySignedOn");
