/**
 * The clauses and Annex A controls of each standard: references and short titles only (domain section 4). Annex A
 * references carry "A.", because the controls of ISO/IEC 27001 share their numbers with its clauses.
 */
import iso9001 from "./data/iso9001-2015.json";
import iso14001 from "./data/iso14001-2015.json";
import iso22301 from "./data/iso22301-2019.json";
import iso27001 from "./data/iso27001-2022.json";
import iso42001 from "./data/iso42001-2023.json";

/** Something a finding can be raised against. */
export interface Requirement {
  /** "9.2.2" or "A.5.23" */
  readonly ref: string;
  readonly title: string;
  readonly kind: "clause" | "control";
  /** The number of the control's theme in Annex A; clauses have none. */
  readonly theme?: number;
  /** The heading it stands under: "9 Performance evaluation" or "A.5 Organizational controls". */
  readonly group: string;
}

interface Row {
  ref: string;
  title: string;
  kind: string;
  theme?: number;
}

const CHAPTERS: Readonly<Record<string, string>> = {
  "4": "Context of the organization",
  "5": "Leadership",
  "6": "Planning",
  "7": "Support",
  "8": "Operation",
  "9": "Performance evaluation",
  "10": "Improvement",
};

const ISO_27001_THEMES: Readonly<Record<string, string>> = {
  "5": "Organizational controls",
  "6": "People controls",
  "7": "Physical controls",
  "8": "Technological controls",
};

const ISO_42001_THEMES: Readonly<Record<string, string>> = {
  "2": "Policies",
  "3": "Internal organization",
  "4": "Resources",
  "5": "Impact assessment",
  "6": "Life cycle",
  "7": "Data",
  "8": "Information for interested parties",
  "9": "Use of AI systems",
  "10": "Third parties and customers",
};

const requirementsByStandard = new Map([
  ["iso-27001-2022", readRequirements(iso27001, ISO_27001_THEMES)],
  ["iso-9001-2015", readRequirements(iso9001)],
  ["iso-14001-2015", readRequirements(iso14001)],
  ["iso-22301-2019", readRequirements(iso22301)],
  ["iso-42001-2023", readRequirements(iso42001, ISO_42001_THEMES)],
]);

/** Clauses, then controls, in the order of the standard; empty for a standard that is not held. */
export function listRequirements(standardId: string): readonly Requirement[] {
  return [...(requirementsByStandard.get(standardId)?.values() ?? [])];
}

/** The requirement with exactly that reference, or undefined. A paragraph such as "c)" belongs in a sub-reference. */
export function findRequirement(standardId: string, ref: string): Requirement | undefined {
  return requirementsByStandard.get(standardId)?.get(ref);
}

function readRequirements(rows: readonly Row[], themes: Readonly<Record<string, string>> = {}) {
  return new Map(rows.map((row) => [row.ref, readRequirement(row, themes)]));
}

function readRequirement(row: Row, themes: Readonly<Record<string, string>>): Requirement {
  const { ref, title, theme } = row;
  if (theme !== undefined)
    return { ref, title, kind: "control", theme, group: `A.${theme} ${themes[theme]}` };
  const [chapter = ""] = ref.split(".");
  return { ref, title, kind: "clause", group: `${chapter} ${CHAPTERS[chapter]}` };
}

/** "A.8.9 c) Configuration management"; the bare reference where no title is held. */
export function requirementInWords(standardId: string, ref: string | null, subRef?: string | null): string {
  if (!ref) return "Not stated";
  const title = findRequirement(standardId, ref)?.title;
  return [ref, subRef, title].filter(Boolean).join(" ");
}
