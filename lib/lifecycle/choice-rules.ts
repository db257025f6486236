import { addYears, type Day } from "@/lib/day";
import { asks, type Facts, isStated, type Justifiable } from "./machine";
import { COOLING_YEARS, isTooRecent } from "./reading";

/** The fewest characters of the reason for recommending a body. */
export const MIN_RECOMMENDATION = 30;

/** Work on the client's system that bears on whether a body is impartial (IMP-2 to IMP-4). */
export interface OutsideWork {
  kind: "internal_audit" | "consultancy";
  /** Who did it: the body itself, a firm related to it, or one of its people on their own. */
  by: "body" | "related" | "person";
  /** The name of the firm or the person. */
  who: string;
  /** Last day of the work; null = still going on. */
  endedOn: Day | null;
}

/** A conflict of interest as it was declared (IMP-7). */
export interface DeclaredConflict {
  who: string;
  what: string;
}

export interface RecommendCbInput extends Justifiable {
  proposalId: string;
  /** At least MIN_RECOMMENDATION characters. */
  reason: string;
  /** Members of the client who took part in the choice. */
  involvedIds: readonly string[];
  /** Whether a conflict is declared; null = nobody has said. */
  hasConflicts: boolean | null;
  conflicts: readonly DeclaredConflict[];
  /** Whether the body or somebody of it worked on the client's system; null = nobody has said. */
  hasWork: boolean | null;
  work: readonly OutsideWork[];
  /** Whether the scope profile names the body where it says who advised and who audits internally. */
  isNamedInProfile: boolean;
}

export const recommendationReasoned = asks(
  "recommendation-reason-short",
  (_: Facts, { reason }: RecommendCbInput) => isStated(reason, MIN_RECOMMENDATION),
  () => ({ least: MIN_RECOMMENDATION }),
);

/** Who chose is on record: members of the client, at least one. */
export const choosersNamed = asks(
  "choosers-missing",
  ({ record }: Facts, { involvedIds }: RecommendCbInput) =>
    involvedIds.length > 0 && involvedIds.every((id) => record.clientPersonIds.includes(id)),
);

/** "None" has to be said, and a conflict has a person and a content. */
export const conflictsDeclared = asks(
  "conflicts-not-declared",
  (_: Facts, { hasConflicts, conflicts }: RecommendCbInput) => {
    if (hasConflicts === null) return false;
    return !hasConflicts || (conflicts.length > 0 && conflicts.every(isWhole));
  },
);

function isWhole({ who, what }: DeclaredConflict): boolean {
  return isStated(who) && isStated(what);
}

export const workStated = asks("outside-work-not-stated", (_: Facts, input: RecommendCbInput) => {
  if (input.hasWork === null) return false;
  return !input.hasWork || (input.work.length > 0 && input.work.every(({ who }) => isStated(who)));
});

/** What the scope profile says is not passed over: a body it names has worked for the client in some way. */
export const profileAnswered = asks(
  "profile-names-body",
  (_: Facts, { isNamedInProfile, hasWork }: RecommendCbInput) => !isNamedInProfile || hasWork !== false,
);

/** Work that still bars somebody on the day of the act: the body's own and its relatives' bars the body, a person's the person. */
function listRecent({ moment }: Facts, input: RecommendCbInput, isOfPerson: boolean): readonly OutsideWork[] {
  if (!input.hasWork) return [];
  return input.work.filter(
    ({ by, endedOn }) => (by === "person") === isOfPerson && isTooRecent(endedOn, moment.on),
  );
}

/** IMP-2 over what is stated now; ties on record are asked beside it. */
export const statedNoInternalAudit = asks(
  "internal-audit-too-recent",
  (facts: Facts, input: RecommendCbInput) => barringWork(facts, input, "internal_audit") === undefined,
  (facts, input) => sayWork(barringWork(facts, input, "internal_audit")),
);

/** IMP-3 over what is stated now. */
export const statedNoConsultancy = asks(
  "consultancy-too-recent",
  (facts: Facts, input: RecommendCbInput) => barringWork(facts, input, "consultancy") === undefined,
  (facts, input) => sayWork(barringWork(facts, input, "consultancy")),
);

function barringWork(facts: Facts, input: RecommendCbInput, kind: OutsideWork["kind"]) {
  return listRecent(facts, input, false).find((work) => work.kind === kind);
}

/** The work as a sentence needs it: its last day and the day on which it stops to bar; both empty while it goes on. */
function sayWork(work: OutsideWork | undefined): { who: string; endedOn: string; from: string } {
  const endedOn = work?.endedOn ?? null;
  return {
    who: work?.who.trim() ?? "",
    endedOn: endedOn ?? "",
    from: endedOn === null ? "" : addYears(endedOn, COOLING_YEARS),
  };
}

/** IMP-4: the body may certify, the person may take no part. */
export const personKeptOut = asks(
  "person-of-body-worked",
  (facts: Facts, input: RecommendCbInput) => listRecent(facts, input, true).length === 0,
  (facts, input) => sayWork(listRecent(facts, input, true)[0]),
);

/** Whether a text names the organisation: its name stands in it as words, in any case. */
export function namesOrganisation(text: string | null, name: string): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return text !== null && plain(name) !== "" && ` ${plain(text)} `.includes(` ${plain(name)} `);
}
