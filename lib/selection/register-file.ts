import type { Accreditation } from "./accreditation-gate";

/** The columns of a register as a file, in their order; one row an accreditation, and one a body that has none. */
export const registerColumns = [
  "Name",
  "Legal name",
  "Country",
  "Languages",
  "Sectors",
  "Standard",
  "Accreditation body",
  "Number",
  "Valid from",
  "Valid to",
  "Recognition",
  "Checked on",
  "Checked by",
  "Source",
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** The entry of a body off CertTrail. */
export interface BodyEntry {
  name: string;
  legalName: string;
  country: string | null;
  languages: readonly string[];
  sectors: readonly string[];
}

export interface RegisteredBody extends BodyEntry {
  accreditations: readonly Accreditation[];
}

/** The rows of a register, which read back make the same entries. */
export function registerRows(bodies: readonly RegisteredBody[]): (string | null)[][] {
  return bodies.flatMap(({ accreditations, ...body }) => {
    const entry = [
      ...[body.name, body.legalName, body.country],
      ...[body.languages.join(", "), body.sectors.join(", ")],
    ];
    if (accreditations.length === 0)
      return [[...entry, ...Array<null>(registerColumns.length - entry.length)]];
    return accreditations.map((held) => [
      ...entry,
      ...[held.scheme, held.accreditationBody, held.number, held.validFrom, held.validTo],
      ...[held.recognition, held.checkedOn, held.checkedBy, held.sourceUrl],
    ]);
  });
}

/** By what a body is known again: its name and country, however they are written. */
export function keyOfBody({ name, country }: Pick<BodyEntry, "name" | "country">): string {
  return JSON.stringify([name, country ?? ""].map((text) => text.trim().toLowerCase()));
}

/** By what an accreditation of a body is known again. */
export function keyOfAccreditation(
  held: Pick<Accreditation, "scheme" | "accreditationBody" | "number">,
): string {
  const words = [held.scheme, held.accreditationBody, held.number];
  return JSON.stringify(words.map((text) => text.trim().toLowerCase()));
}
