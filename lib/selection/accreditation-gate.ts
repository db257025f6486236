import { addDays, type Day, daysBetween, formatDay, isAfter, isBefore } from "../day";

export const recognitions = ["Global ACI MRA", "IAF MLA", "ILAC MRA", "Other", "None"] as const;
type Recognition = (typeof recognitions)[number];

/** The arrangement that took over on 1 Jan 2026, the two marks that may still be shown until its own is there, and what is none. */
export const recognitionNames: Record<Recognition, string> = {
  "Global ACI MRA": "Global Accreditation Cooperation arrangement",
  "IAF MLA": "IAF MLA mark, in transition",
  "ILAC MRA": "ILAC MRA mark, in transition",
  Other: "Another arrangement",
  None: "None",
};

/** In words; null, and what is not in the list, is not known. */
export function sayRecognition(recognition: string | null): string {
  return recognitionNames[recognition as Recognition] ?? recognition ?? "Not known";
}

/** An accreditation as the register keeps it. Null means not stated. */
export interface Accreditation {
  accreditationBody: string;
  /** The standard it covers, without year: "ISO/IEC 27001". */
  scheme: string;
  number: string;
  validFrom: Day | null;
  validTo: Day | null;
  recognition: string | null;
  checkedOn: Day | null;
  /** The person who looked it up; never without the day. */
  checkedBy: string | null;
  sourceUrl: string | null;
}

/** How a body's accreditation stands for one standard; everything but "covered" needs a written reason. */
export interface Gate<A extends Accreditation = Accreditation> {
  kind: "covered" | "not_covered" | "not_started" | "lapsed" | "ends_early";
  held: A | null;
  /** Days until it ends, where that has to be known ahead (LAPSE_WARNING_DAYS). */
  endsInDays: number | null;
  sentence: string;
}

/** An accreditation that ends within so many days is named, so that there is time to ask for its renewal. */
export const LAPSE_WARNING_DAYS = 90;

/** "Ends in 35 days", today included as 0; null for one that has ended, never ends or lasts longer than the warning. */
export function daysToLapse(validTo: Day | null, today: Day): number | null {
  if (validTo === null || isBefore(validTo, today)) return null;
  return isBefore(addDays(today, LAPSE_WARNING_DAYS), validTo) ? null : daysBetween(today, validTo);
}

/** "ISO/IEC 27001" for "ISO/IEC 27001:2022": accreditation is for a standard, not for one edition. */
export function schemeOf(standardName: string): string {
  return standardName.split(":")[0] ?? standardName;
}

type Held = Pick<Accreditation, "scheme" | "validFrom" | "validTo">;

/** Of the accreditations for a standard the one that lasts longest; one without an end lasts for ever. */
export function findAccreditation<A extends Held>(accreditations: readonly A[], scheme: string): A | null {
  return accreditations.filter((one) => one.scheme.includes(scheme)).reduce<A | null>(longer, null);
}

/**
 * Whether one of the accreditations covers the standard today and until the planned decision. Of several the one that
 * lasts longest speaks.
 */
export function checkAccreditation<A extends Accreditation>(
  accreditations: readonly A[],
  scheme: string,
  today: Day,
  decisionOn: Day | null,
): Gate<A> {
  const held = findAccreditation(accreditations, scheme);
  if (!held) {
    const sentence = `Not eligible: no accreditation for ${scheme} is known.`;
    return { kind: "not_covered", held, endsInDays: null, sentence };
  }
  const { validFrom, validTo } = held;
  const found = { held, endsInDays: daysToLapse(validTo, today) };
  if (validFrom && isAfter(validFrom, today)) {
    return {
      kind: "not_started",
      ...found,
      sentence: `The accreditation starts on ${formatDay(validFrom)}.`,
    };
  }
  if (validTo && isBefore(validTo, today)) {
    return {
      kind: "lapsed",
      ...found,
      sentence: `Not eligible: the accreditation ended on ${formatDay(validTo)}.`,
    };
  }
  if (validTo && decisionOn && isBefore(validTo, decisionOn)) {
    return {
      kind: "ends_early",
      ...found,
      sentence: `The accreditation ends on ${formatDay(validTo)}, before the planned decision.`,
    };
  }
  return { kind: "covered", ...found, sentence: `Accredited for ${scheme}.` };
}

function longer<A extends Held>(longest: A | null, next: A): A {
  if (!longest) return next;
  if (longest.validTo === null || next.validTo === null) return longest.validTo === null ? longest : next;
  return isAfter(next.validTo, longest.validTo) ? next : longest;
}
