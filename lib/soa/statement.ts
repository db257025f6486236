/**
 * The Statement of Applicability (ISO/IEC 27001 6.1.3 d): for each reference control, and each of the organisation's own,
 * whether it is applicable, why or why not, and how far it is (IS-7, IS-8). Pure: lines in, gaps and counts out.
 */
import { listRequirements } from "../standards/requirements";

export const implementations = ["not_started", "planned", "partial", "implemented"] as const;
export type Implementation = (typeof implementations)[number];

export const implementationNames: Record<Implementation, string> = {
  not_started: "Not started",
  planned: "Planned",
  partial: "Partly implemented",
  implemented: "Implemented",
};

/** Own controls of one statement; more belong into a catalogue of their own. */
export const MAX_OWN_CONTROLS = 100;

/** What somebody states of a control; null is not stated yet. */
export interface Stated {
  applicable: boolean | null;
  /** Why it is applicable. */
  justification: string | null;
  /** Why it is not. Kept beside the other, so that a changed mind loses no text. */
  exclusion: string | null;
  implementation: Implementation | null;
  owner: string | null;
  /** Working notes: never part of an approved version. */
  notes: string | null;
}

export type SoaField = keyof Stated;
export const soaFields = [
  "applicable",
  "justification",
  "exclusion",
  "implementation",
  "owner",
  "notes",
] as const satisfies readonly SoaField[];

/** A control as the standard lists it, or as the organisation added it. */
export interface Control {
  ref: string;
  title: string;
  /** The heading it stands under: "A.5 Organizational controls", "Own controls". */
  group: string;
  /** The number of the theme in Annex A; null for an own control. */
  theme: number | null;
}

/** What shows that a control is there: a document of the register, a file of the project, or an address. */
export interface ControlProof {
  id: string;
  /** As people read it: "Security policy, version 1.2", "backup-log.pdf", "Access review of March". */
  label: string;
  kind: "document" | "file" | "link";
  /** Of the document, the file's bytes, or the address: with the label it says exactly what was shown. */
  source: string;
}

export interface SoaLine extends Control, Stated {
  /** What shows it; read with the line where it is asked for. */
  proofs?: readonly ControlProof[];
}

/** Pieces of evidence of one control; more belong into a document that names them. */
export const MAX_PROOFS = 20;

export const OWN_GROUP = "Own controls";

/** The reference controls of a standard in its order; none for a standard without Annex A. */
export function listControls(standardId: string): Control[] {
  return listRequirements(standardId).flatMap(({ kind, ref, title, group, theme }) =>
    kind === "control" && theme !== undefined ? [{ ref, title, group, theme }] : [],
  );
}

/** Whether files of this standard can be read: what a number in a file means is known for ISO/IEC 27001 alone. */
export const canImport = (standardId: string): boolean => standardId === "iso-27001-2022";

export const nothingStated: Stated = {
  applicable: null,
  justification: null,
  exclusion: null,
  implementation: null,
  owner: null,
  notes: null,
};

/** What is missing from a line before the statement can be approved (6.1.3 d). */
export type Gap = "applicable" | "justification" | "implementation" | "exclusion";

export const gapNames: Record<Gap, string> = {
  applicable: "not decided",
  justification: "no justification",
  implementation: "no state of implementation",
  exclusion: "no justification for leaving it out",
};

export function gapsOf({ applicable, justification, exclusion, implementation }: Stated): Gap[] {
  if (applicable === null) return ["applicable"];
  if (!applicable) return exclusion ? [] : ["exclusion"];
  return [
    ...(justification ? [] : (["justification"] as const)),
    ...(implementation ? [] : (["implementation"] as const)),
  ];
}

/** How far the statement is; "decided" is applicable or not, "complete" is without gaps. */
export function countLines(lines: readonly Stated[]) {
  const count = (holds: (line: Stated) => boolean) => lines.filter(holds).length;
  return {
    all: lines.length,
    decided: count(({ applicable }) => applicable !== null),
    applicable: count(({ applicable }) => applicable === true),
    excluded: count(({ applicable }) => applicable === false),
    complete: count((line) => gapsOf(line).length === 0),
  };
}

/** A value as a form sends it: "yes", "no", a code, a text; "" is not stated. */
export function textOf(line: Stated, field: SoaField): string {
  if (field !== "applicable") return line[field] ?? "";
  return line.applicable === null ? "" : line.applicable ? "yes" : "no";
}

/** The value that a form's text stands for; undefined where it stands for none. */
export function valueFrom(field: SoaField, text: string): boolean | string | null | undefined {
  if (text === "") return null;
  if (field === "applicable") return text === "yes" ? true : text === "no" ? false : undefined;
  if (field === "implementation") return implementations.find((one) => one === text);
  return text;
}

/** Orders "5.2" before "5.10". */
export function compareRefs(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true }) || (one < other ? -1 : one > other ? 1 : 0);
}
