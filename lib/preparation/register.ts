/** The register of documents against what the standard asks for: what is missing, what waits for approval. */

import type { Day } from "../day";
import type { MandatoryDocument } from "../standards/documents";

export const documentStates = ["draft", "approved", "frozen"] as const;
export type DocumentState = (typeof documentStates)[number];

/** What the checklist has to know of a document. */
export interface RegisterEntry {
  id: string;
  title: string;
  state: DocumentState;
  /** Ids of the documents of the standard that it answers. */
  answers: readonly string[];
}

/**
 * "missing": needed and no document; "draft": none of them approved. Without a document, one that rests on a control is not needed
 * where the control is not applicable, and open while that is not decided. "recorded": the record itself holds it.
 */
export type Standing = "missing" | "draft" | "approved" | "recorded" | "not_needed" | "undecided";

/** What the register is read beside. */
export interface BesideRegister {
  applicable?: ApplicableControls;
  /** Ids of documents that the record holds itself: an approved Statement of Applicability, reviews that were held. */
  recorded?: ReadonlySet<string>;
}

/** Which controls are applicable and which are not; one that is not decided is not in it. */
export type ApplicableControls = ReadonlyMap<string, boolean>;

export interface ChecklistLine<E extends RegisterEntry = RegisterEntry> {
  wanted: MandatoryDocument;
  standing: Standing;
  /** Always, or because its control is applicable. */
  isNeeded: boolean;
  documents: readonly E[];
}

/** Each document the standard asks for with what answers it, in the order of the standard. */
export function checkRegister<E extends RegisterEntry>(
  wanted: readonly MandatoryDocument[],
  documents: readonly E[],
  { applicable = new Map(), recorded = new Set() }: BesideRegister = {},
): ChecklistLine<E>[] {
  return wanted.map((one) => {
    const answering = documents.filter(({ answers }) => answers.includes(one.id));
    const decided = one.onlyIfControl === null ? true : applicable.get(one.onlyIfControl);
    return {
      ...{ wanted: one, documents: answering, isNeeded: decided === true },
      standing: recorded.has(one.id) && !isAnswered(answering) ? "recorded" : standingOf(answering, decided),
    };
  });
}

function isAnswered(answering: readonly RegisterEntry[]): boolean {
  return answering.some(({ state }) => state !== "draft");
}

function standingOf(answering: readonly RegisterEntry[], isNeeded: boolean | undefined): Standing {
  if (isAnswered(answering)) return "approved";
  if (answering.length > 0) return "draft";
  if (isNeeded === undefined) return "undecided";
  return isNeeded ? "missing" : "not_needed";
}

export interface RegisterCount {
  /** Approved, or held by the record itself. */
  approved: number;
  draft: number;
  missing: number;
  /** Approved, draft and missing together. */
  all: number;
}

/** How many of the documents that are needed there are; what rests on a control that is not applicable is not counted. */
export function countRegister(lines: readonly ChecklistLine[]): RegisterCount {
  const needed = lines.filter(({ isNeeded }) => isNeeded);
  const count = (standing: Standing) => needed.filter((line) => line.standing === standing).length;
  return {
    approved: count("approved") + count("recorded"),
    draft: count("draft"),
    missing: count("missing"),
    all: needed.length,
  };
}

/** A document is to be reviewed again, and the day has passed. */
export function isReviewOverdue(reviewDueOn: Day | null, today: Day): boolean {
  return reviewDueOn !== null && reviewDueOn < today;
}
