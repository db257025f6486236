/**
 * Risk treatment at the depth an auditor asks for (ISO/IEC 27001 6.1.3 e and f): each risk with its owner, what is done about it,
 * by which controls, until when, and who accepted what remains. Risks are assessed elsewhere. Pure.
 */
import type { Day } from "../day";
import { readRef } from "../soa/import-refs";

export const treatments = ["modify", "avoid", "share", "retain"] as const;
export type Treatment = (typeof treatments)[number];

export const treatmentNames: Record<Treatment, string> = {
  modify: "Modify",
  avoid: "Avoid",
  share: "Share",
  retain: "Retain",
};

export const treatmentHints: Record<Treatment, string> = {
  modify: "Controls make it smaller.",
  avoid: "What brings it about is given up.",
  share: "Somebody else carries part of it, such as an insurer.",
  retain: "It stays as it is, knowingly.",
};

export const treatmentStates = ["planned", "in_progress", "done", "accepted"] as const;
export type TreatmentState = (typeof treatmentStates)[number];

export const treatmentStateNames: Record<TreatmentState, string> = {
  planned: "Planned",
  in_progress: "In progress",
  done: "Done",
  accepted: "Accepted",
};

/** Lines of one project. A register of more risks than this has a tool of its own. */
export const MAX_TREATMENT_LINES = 10_000;
export const MAX_REF = 40;

/** What is stated of one risk; null is not stated. */
export interface TreatmentEntry {
  /** What the organisation calls it: "R-12". One line a reference. */
  ref: string;
  risk: string;
  /** The risk owner's name. */
  owner: string | null;
  treatment: Treatment;
  /** References of the Statement of Applicability, in its order. */
  controls: readonly string[];
  dueOn: Day | null;
  state: TreatmentState;
  /** Who accepted the residual risk, and on which day: both or neither (6.1.3 f). */
  acceptedBy: string | null;
  acceptedOn: Day | null;
}

/** Still to be done, and the day has passed. What is due today is not overdue; what is done or accepted never is. */
export function isTreatmentOverdue({ dueOn, state }: Pick<TreatmentEntry, "dueOn" | "state">, today: Day) {
  return dueOn !== null && dueOn < today && (state === "planned" || state === "in_progress");
}

const NUMBER_DIGITS = 12;

/** Orders R-2 before R-10 by plain comparison of texts, as the database does it page by page. */
export function orderOf(ref: string): string {
  return ref.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(NUMBER_DIGITS, "0"));
}

/** What stands against an entry, by the field it is about; empty where nothing does. */
export function problemsOf(
  { state, acceptedBy, acceptedOn }: Pick<TreatmentEntry, "state" | "acceptedBy" | "acceptedOn">,
  today: Day,
): Partial<Record<"acceptedBy" | "acceptedOn", string>> {
  if (acceptedOn !== null && acceptedOn > today)
    return { acceptedOn: "Enter the day on which it was accepted: today or a day before it." };
  if (acceptedBy !== null && acceptedOn === null)
    return { acceptedOn: "Enter the day on which the residual risk was accepted." };
  if (acceptedBy === null && (acceptedOn !== null || state === "accepted"))
    return { acceptedBy: "Enter who accepted the residual risk." };
  return {};
}

/** What `controlReader` makes of a text. */
export interface ReadControls {
  /** References of the statement, each once and in its order. */
  controls: string[];
  /** Words that the statement does not have. */
  unknown: string[];
}

/**
 * Reads controls as people write them, "5.1, A.8.13; OC-1", for one statement: `known` are its references in their order.
 */
export function controlReader(known: readonly string[]): (text: string) => ReadControls {
  const places = new Map(known.map((ref, place) => [ref.toLowerCase(), place]));
  const placeOf = (word: string): number | undefined => {
    const read = readRef(word);
    return (
      places.get(word.toLowerCase()) ??
      (read.kind === "annex" ? places.get(read.ref.toLowerCase()) : undefined)
    );
  };
  return (text) => {
    const found = new Set<number>();
    const unknown = new Set<string>();
    for (const part of text.split(/[,;\n]/)) {
      const word = part.trim();
      if (word === "") continue;
      const place = placeOf(word);
      if (place === undefined) unknown.add(word);
      else found.add(place);
    }
    const inOrder = [...found].sort((one, other) => one - other);
    return { controls: inOrder.flatMap((place) => known[place] ?? []), unknown: [...unknown] };
  };
}

/** How far the treatment is: what an auditor asks first. */
export interface TreatmentCount {
  all: number;
  owned: number;
  accepted: number;
  overdue: number;
}
