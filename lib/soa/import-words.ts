/** How other files name what we read: headings and words in several languages, in small letters. */
import type { Implementation } from "./statement";

/** The columns that can be read from a file. */
export const importColumns = [
  "ref",
  "title",
  "applicable",
  "justification",
  "exclusion",
  "implementation",
  "owner",
  "notes",
] as const;
export type ImportColumn = (typeof importColumns)[number];

export const importColumnNames: Record<ImportColumn, string> = {
  ref: "Control number",
  title: "Title of own controls",
  applicable: "Applicable",
  justification: "Justification",
  exclusion: "Justification for exclusion",
  implementation: "State",
  owner: "Owner",
  notes: "Notes",
};

/** Beginnings of words in headings, the surest first. */
const HEADINGS: Record<Exclude<ImportColumn, "ref">, RegExp> = {
  title:
    /\b(title|control name|control description|name|titel|kontrollname|bezeichnung|titre|titolo|título)\b/,
  exclusion: /^(?!.*inclu).*(exclu|left out|ausschlu|esclusion)/,
  applicable: /applicab|applies|anwendbar|in scope|aplicab|applicabil|relevan/,
  justification: /justif|reason|rationale|begründ|grund|motiv|giustific/,
  implementation: /status|state|implementation|umsetzung|implement|état|stato|estado/,
  owner: /owner|responsib|verantwort|eigner|propri|resp\b/,
  notes: /note|comment|remark|description|beschreib|bemerk|kommentar|comment|reference|referenz/,
};

/** The column that a heading speaks of; null where it speaks of none. */
export function columnOfHeading(heading: string): Exclude<ImportColumn, "ref"> | null {
  const text = heading.toLowerCase();
  // "Implementation description" tells how, not how far.
  if (/(implementation description|umsetzungsbeschreibung|evidence|nachweis)/.test(text)) return "notes";
  for (const column of Object.keys(HEADINGS) as (keyof typeof HEADINGS)[])
    if (HEADINGS[column].test(text)) return column;
  return null;
}

export type Applicability = "yes" | "no" | "none";
export type StateWord = Implementation | "none";

const APPLICABILITY: Record<Applicability, string> = {
  yes: "yes y true x 1 ✓ ✔ ja j oui o si sí sim applicable anwendbar aplicable applicabile included ναι",
  no: "no n false 0 ✗ ✘ nein non não excluded ausgeschlossen na n/a not-applicable nicht-anwendbar óχι",
  none: "tbd ? undecided offen",
};

const STATES: Record<StateWord, string> = {
  implemented:
    "implemented yes complete completed done in-place umgesetzt vollständig-umgesetzt ja implementado implementato 100% ✓ ✔",
  partial:
    "partial partially partially-implemented partly-implemented partly in-progress teilweise teilweise-umgesetzt partiel parcial",
  planned: "planned geplant planifié planificado pianificato",
  not_started: "not-started not-implemented open pending nicht-umgesetzt nicht-begonnen offen no nein 0%",
  none: "n/a na not-applicable left-out - – not-stated",
};

/** Which value each word stands for: words are divided by spaces, a hyphen in one is a space. */
export function dictionary<Value extends string>(words: Record<Value, string>): ReadonlyMap<string, Value> {
  const values = Object.keys(words) as Value[];
  return new Map(
    values.flatMap((value) =>
      words[value].split(" ").map((word) => [word.replaceAll("-", " ").trim() || word, value] as const),
    ),
  );
}

const applicability = dictionary(APPLICABILITY);
const states = dictionary(STATES);

/** A word as it is compared: small letters, single spaces, no full stop. */
export const bareWord = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .replace(/\.$/, "")
    .trim() || text;

export const knownApplicability = (word: string) => applicability.get(bareWord(word));
export const knownState = (word: string) => states.get(bareWord(word));
