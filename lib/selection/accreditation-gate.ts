import { type Day, formatDay, isAfter, isBefore } from "../day";

export const recognitions = ["IAF MLA", "Global ACI MRA", "Other"] as const;

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
  sourceUrl: string | null;
}

/** How a body's accreditation stands for one standard; everything but "covered" needs a written reason. */
export interface Gate<A extends Accreditation = Accreditation> {
  kind: "covered" | "not_covered" | "not_started" | "lapsed" | "ends_early";
  held: A | null;
  sentence: string;
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
    return { kind: "not_covered", held, sentence: `Not eligible: no accreditation for ${scheme} is known.` };
  }
  const { validFrom, validTo } = held;
  if (validFrom && isAfter(validFrom, today)) {
    return { kind: "not_started", held, sentence: `The accreditation starts on ${formatDay(validFrom)}.` };
  }
  if (validTo && isBefore(validTo, today)) {
    return {
      kind: "lapsed",
      held,
      sentence: `Not eligible: the accreditation ended on ${formatDay(validTo)}.`,
    };
  }
  if (validTo && decisionOn && isBefore(validTo, decisionOn)) {
    return {
      kind: "ends_early",
      held,
      sentence: `The accreditation ends on ${formatDay(validTo)}, before the planned decision.`,
    };
  }
  return { kind: "covered", held, sentence: `Accredited for ${scheme}.` };
}

function longer<A extends Held>(longest: A | null, next: A): A {
  if (!longest) return next;
  if (longest.validTo === null || next.validTo === null) return longest.validTo === null ? longest : next;
  return isAfter(next.validTo, longest.validTo) ? next : longest;
}
