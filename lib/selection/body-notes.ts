import type { Day } from "../day";

export const bodyNoteKinds = ["experience", "reference", "complaint", "check"] as const;
/** What a client notes of a body: own experience, an answer of a reference, something published, an own check of the accreditation. */
export type BodyNoteKind = (typeof bodyNoteKinds)[number];

export const bodyNoteNames: Record<BodyNoteKind, string> = {
  experience: "Own experience",
  reference: "Reference",
  complaint: "Public complaint or suspension",
  check: "Check of the accreditation",
};

/** From 1, would not work with it again, to 5, would at once. */
export const grades = [1, 2, 3, 4, 5] as const;

/** Experience and references are judged; what was found or checked is a fact. */
export function isGraded(kind: BodyNoteKind): boolean {
  return kind === "experience" || kind === "reference";
}

/** A note on a body. `grade` from 1 to 5 where somebody judged, null elsewhere. */
export interface BodyNote {
  kind: BodyNoteKind;
  /** The day it happened, was asked, published or checked. */
  notedOn: Day;
  /** Who was asked, or where it stands; null for the own experience. */
  source: string | null;
  words: string;
  grade: number | null;
}

/** With fewer answers than this no figure is made of them: one voice would decide it. */
export const MIN_REFERENCES = 3;
/** What each published complaint or suspension takes off a reputation of 100. */
const OFF_FOR_COMPLAINT = 10;

/** What is known of a body, in its parts; `points` from 0 to 100, null while there is too little information. */
export interface Reputation {
  /** The mean of each in hundredths of a grade; null without one. */
  experience: { count: number; mean: number | null };
  references: { count: number; mean: number | null };
  complaints: number;
  points: number | null;
}

/**
 * The reputation of a body from what the client noted: the mean of all grades, 1 as 0 points and 5 as 100, less ten for each published
 * complaint or suspension. Below three references it is no figure.
 */
export function reputationOf(notes: readonly Pick<BodyNote, "kind" | "grade">[]): Reputation {
  const gradesOf = (kind: BodyNoteKind) =>
    notes.flatMap((note) => (note.kind === kind && note.grade !== null ? [note.grade] : []));
  const [experience, references] = [gradesOf("experience"), gradesOf("reference")];
  const complaints = notes.filter(({ kind }) => kind === "complaint").length;
  const mean = meanOf([...experience, ...references]);
  const isEnough = references.length >= MIN_REFERENCES && mean !== null;
  return {
    experience: { count: experience.length, mean: meanOf(experience) },
    references: { count: references.length, mean: meanOf(references) },
    complaints,
    points: isEnough ? Math.max(0, halfUp((mean - 100) * 25, 100) - OFF_FOR_COMPLAINT * complaints) : null,
  };
}

/** Hundredths of a grade, rounded half up. */
function meanOf(given: readonly number[]): number | null {
  if (given.length === 0) return null;
  return halfUp(given.reduce((sum, one) => sum + one, 0) * 100, given.length);
}

/** A quotient of whole numbers that are not negative, rounded half up. */
function halfUp(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/** "4.3" for 433 hundredths of a grade: one decimal, rounded half up. */
export function formatGrade(hundredths: number): string {
  const tenths = halfUp(hundredths, 10);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
