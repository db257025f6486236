/** How a risk treatment stands in a file: the columns that are written, and the words by which other files name the same. */
import { bareWord, dictionary } from "../soa/import-words";
import {
  type Treatment,
  type TreatmentEntry,
  type TreatmentState,
  treatmentNames,
  treatmentStateNames,
} from "./treatment";

export type TreatmentColumn = keyof TreatmentEntry;

/** The columns of an exported treatment in their order, with the width that a spreadsheet gives them. An import knows them again. */
export const treatmentColumns: readonly { key: TreatmentColumn; label: string; width: number }[] = [
  { key: "ref", label: "Reference", width: 12 },
  { key: "risk", label: "Risk", width: 60 },
  { key: "owner", label: "Owner", width: 22 },
  { key: "treatment", label: "Treatment", width: 12 },
  { key: "controls", label: "Controls", width: 24 },
  { key: "dueOn", label: "Due", width: 12 },
  { key: "state", label: "State", width: 12 },
  { key: "acceptedBy", label: "Residual risk accepted by", width: 24 },
  { key: "acceptedOn", label: "Residual risk accepted on", width: 24 },
];

export const columnLabels = Object.fromEntries(
  treatmentColumns.map(({ key, label }) => [key, label]),
) as Record<TreatmentColumn, string>;

/** One value as a file and a preview show it; "" is not stated. Days are written as 2027-03-31, which no country reads otherwise. */
export function cellText(entry: TreatmentEntry, column: TreatmentColumn): string {
  if (column === "treatment") return treatmentNames[entry.treatment];
  if (column === "state") return treatmentStateNames[entry.state];
  if (column === "controls") return entry.controls.join(", ");
  return entry[column] ?? "";
}

/** The lines as rows of a file: every cell is text, null is an empty cell. */
export function treatmentRows(lines: readonly TreatmentEntry[]): (string | null)[][] {
  return lines.map((line) => treatmentColumns.map(({ key }) => cellText(line, key) || null));
}

/** Headings in several languages, the surest first: "risk owner" is an owner before it is a risk. */
const HEADINGS: readonly (readonly [TreatmentColumn, RegExp])[] = [
  ["acceptedOn", /(accept|akzept).*\b(on|date|day|am|datum)\b|\b(date|day|datum).*(accept|akzept)/],
  ["acceptedBy", /accept|akzept|residual|restrisiko/],
  ["owner", /owner|eigner|eigentümer|verantwort|responsib|propri|responsab/],
  ["ref", /\b(ref|reference|id|no|nr|number|nummer|kennung|référence|referencia)\b|risk-id|risiko-(id|nr)/],
  ["controls", /control|maßnahme|massnahme|mesure|annex/],
  ["treatment", /treat|response|option|strategy|behandl|traitement|tratamiento/],
  ["dueOn", /\bdue\b|deadline|target|frist|fällig|termin|échéance|until|\bdate\b/],
  ["state", /stat(e|us)\b|zustand|progress|état|estado/],
  ["risk", /risk|risiko|risque|riesgo|rischio|threat|scenario|description|beschreibung/],
];

/** The column that a heading speaks of; null where it speaks of none. */
export function columnOf(heading: string): TreatmentColumn | null {
  const text = heading.toLowerCase().trim();
  return HEADINGS.find(([, words]) => words.test(text))?.[0] ?? null;
}

const TREATMENT_WORDS: Record<Treatment, string> = {
  modify: "modify mitigate reduce treat control lower reduzieren mindern behandeln réduire mitigar",
  avoid: "avoid eliminate terminate vermeiden éviter evitar",
  share: "share transfer insure teilen übertragen versichern transférer partager transferir",
  retain: "retain accept tolerate keep tragen akzeptieren beibehalten accepter aceptar",
};

const STATE_WORDS: Record<TreatmentState, string> = {
  planned: "planned open new not-started geplant offen planifié planificado",
  in_progress: "in-progress ongoing started in-arbeit in-bearbeitung laufend en-cours en-curso",
  done: "done complete completed closed implemented erledigt umgesetzt abgeschlossen terminé hecho",
  accepted: "accepted akzeptiert accepté aceptado",
};

const treatmentWords = dictionary(TREATMENT_WORDS);
const stateWords = dictionary(STATE_WORDS);

export const treatmentOfWord = (word: string): Treatment | undefined => treatmentWords.get(bareWord(word));
export const stateOfWord = (word: string): TreatmentState | undefined => stateWords.get(bareWord(word));
