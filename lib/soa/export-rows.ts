import type { ApprovedLine } from "./approved";
import { proofText } from "./proofs";
import { implementationNames, type SoaLine } from "./statement";

/** One control as a row of a file: what stands in a cell is text, null is an empty cell. */
export type ExportRow = readonly (string | null)[];

/** The headings of an exported statement, with the width that a spreadsheet gives them. An import knows them again. */
export const exportColumns = [
  { label: "Control", width: 10 },
  { label: "Title", width: 40 },
  { label: "Theme", width: 26 },
  { label: "Applicable", width: 11 },
  { label: "Justification for inclusion", width: 48 },
  { label: "Justification for exclusion", width: 48 },
  { label: "State", width: 18 },
  { label: "Owner", width: 20 },
  { label: "Notes", width: 40 },
  // Last: an import that knows this heading takes it for notes only where there are none.
  { label: "Evidence", width: 48 },
] as const;

const yesOrNo = (applicable: boolean | null) => (applicable === null ? null : applicable ? "Yes" : "No");

/** The draft, one control a row. */
export function draftRows(lines: readonly SoaLine[]): ExportRow[] {
  return lines.map(
    ({
      ref,
      title,
      group,
      applicable,
      justification,
      exclusion,
      implementation,
      owner,
      notes,
      proofs = [],
    }) => [
      ...[ref, title, group, yesOrNo(applicable), justification, exclusion],
      ...[implementation && applicable !== false ? implementationNames[implementation] : null, owner, notes],
      proofs.map(proofText).join("\n") || null,
    ],
  );
}

/** An approved version, one control a row; it has no notes. */
export function approvedRows(
  lines: readonly ApprovedLine[],
  groups: ReadonlyMap<string, string>,
): ExportRow[] {
  return lines.map(({ ref, title, applicable, justification, implementation, owner, evidence = [] }) => [
    ...[ref, title, groups.get(ref) ?? null, yesOrNo(applicable)],
    ...(applicable ? [justification, null] : [null, justification]),
    ...[implementation && implementationNames[implementation], owner, null],
    evidence.join("\n") || null,
  ]);
}
