import { type Day, isBefore, parseDay } from "../day";
import { listStandards } from "../standards/editions";
import { type Accreditation, recognitionNames, recognitions, schemeOf } from "./accreditation-gate";
import {
  type BodyEntry,
  keyOfAccreditation,
  keyOfBody,
  type RegisterColumn,
  type RegisteredBody,
  registerColumns,
} from "./register-file";

/** So many rows a register has at most; more bodies than that are no list to choose from. */
export const MAX_REGISTER_ROWS = 500;
/** The longest text of one cell, as in the form of an entry. */
const MAX_CELL = 300;
const MAX_WORDS = 30;

export interface FileRow {
  line: number;
  cells: readonly string[];
}

export interface RowError {
  line: number;
  text: string;
}

/** What the register holds already of a body. */
export interface KnownBody extends RegisteredBody {
  id: string;
  /** A body on CertTrail keeps its own entry. */
  isKept: boolean;
}

/** One body of the file: added, or the entry that is known of it changed; what the file does not name stays. */
export interface PlannedBody extends BodyEntry {
  id: string | null;
  accreditations: readonly Accreditation[];
  /** What the file adds or changes, in words; empty when the register says the same already. */
  changes: readonly string[];
}

export interface RegisterPlan {
  bodies: readonly PlannedBody[];
  errors: readonly RowError[];
}

const schemes = listStandards().map(({ name }) => schemeOf(name));

/** What a file would make of the register. With any error nothing is imported. */
export function planRegister(rows: readonly FileRow[], known: readonly KnownBody[]): RegisterPlan {
  const [head, ...body] = rows;
  const errors: RowError[] = [];
  const complain = (line: number, text: string) => errors.push({ line, text });
  const columns = readHead(head, complain);
  if (columns === null || head === undefined) return { bodies: [], errors };
  if (body.length === 0) complain(head.line, "No rows follow the headings.");
  if (body.length > MAX_REGISTER_ROWS)
    complain(head.line, `A register file has up to ${MAX_REGISTER_ROWS} rows. Split it.`);
  if (errors.length > 0) return { bodies: [], errors };
  const found = new Map<string, { line: number; entry: BodyEntry; held: Map<string, Accreditation> }>();
  for (const { line, cells } of body) {
    const row = readRow(cells, columns, (text) => complain(line, text));
    if (row === null) continue;
    const key = keyOfBody(row.entry);
    const before = found.get(key);
    if (before && JSON.stringify(before.entry) !== JSON.stringify(row.entry))
      complain(line, `${row.entry.name} has another entry in line ${before.line}. Say the same in both.`);
    const one = before ?? { line, entry: row.entry, held: new Map<string, Accreditation>() };
    found.set(key, one);
    if (row.held === null) continue;
    if (one.held.has(keyOfAccreditation(row.held)))
      complain(line, `The accreditation ${row.held.number} of ${row.entry.name} stands here twice.`);
    one.held.set(keyOfAccreditation(row.held), row.held);
  }
  const bodies = [...found].flatMap(([key, { line, entry, held }]) => {
    const same = known.filter((one) => keyOfBody(one) === key);
    if (same.some(({ isKept }) => !isKept)) {
      complain(line, `${entry.name} is on CertTrail and keeps its own entry. Take its rows out.`);
      return [];
    }
    if (same.length > 1) {
      complain(line, `Your register has ${entry.name} more than once. Rename one of them first.`);
      return [];
    }
    return [compareToKnown(entry, [...held.values()], same[0])];
  });
  errors.sort((one, other) => one.line - other.line);
  return { bodies: errors.length > 0 ? [] : bodies, errors };
}

function readHead(head: FileRow | undefined, complain: (line: number, text: string) => void) {
  if (head === undefined) return null;
  const names = head.cells.map((cell) => cell.trim());
  const columns = new Map<RegisterColumn, number>();
  for (const [index, name] of names.entries()) {
    const column = registerColumns.find((one) => one.toLowerCase() === name.toLowerCase());
    if (name === "") continue;
    if (!column)
      complain(head.line, `The column “${name}” is not known. Take it out, or name it as in an export.`);
    else if (columns.has(column)) complain(head.line, `The column ${column} is there twice.`);
    else columns.set(column, index);
  }
  if (columns.has("Name")) return columns;
  complain(head.line, "The first row names the columns. The column Name is missing.");
  return null;
}

type Columns = ReadonlyMap<RegisterColumn, number>;

/** One row as entry and accreditation; null once something is wrong with it that was complained of. */
function readRow(
  cells: readonly string[],
  columns: Columns,
  complain: (text: string) => void,
): { entry: BodyEntry; held: Accreditation | null } | null {
  let isWrong = false;
  const wrong = (text: string) => {
    isWrong = true;
    complain(text);
  };
  const cell = (column: RegisterColumn) => {
    const text = cells[columns.get(column) ?? -1]?.trim() ?? "";
    if (text.length > MAX_CELL) wrong(`${column} is longer than ${MAX_CELL} characters.`);
    return text;
  };
  const words = (column: RegisterColumn) => {
    const all = [
      ...new Set(
        cell(column)
          .split(",")
          .map((word) => word.trim()),
      ),
    ].filter(Boolean);
    if (all.length > MAX_WORDS) wrong(`${column} names more than ${MAX_WORDS}.`);
    return all;
  };
  const date = (column: RegisterColumn): Day | null => {
    const text = cell(column);
    if (text === "") return null;
    const day = parseDay(text);
    if (day === null) wrong(`${column} “${text}” is no day. Write it as 2027-03-31.`);
    return day;
  };
  const name = cell("Name");
  if (name === "") wrong("The name of the body is missing.");
  const entry: BodyEntry = {
    ...{ name, legalName: cell("Legal name") || name, country: cell("Country") || null },
    ...{ languages: words("Languages"), sectors: words("Sectors") },
  };
  const scheme = schemes.find((one) => one.toLowerCase() === cell("Standard").toLowerCase()) ?? null;
  const held = {
    ...{ accreditationBody: cell("Accreditation body"), number: cell("Number") },
    ...{
      validFrom: date("Valid from"),
      validTo: date("Valid to"),
      recognition: recognitionIn(cell("Recognition")),
    },
    ...{
      checkedOn: date("Checked on"),
      checkedBy: cell("Checked by") || null,
      sourceUrl: cell("Source") || null,
    },
  };
  const isAny =
    cell("Standard") !== "" || Object.values(held).some((value) => value !== null && value !== "");
  if (isAny) {
    if (scheme === null) wrong(`Standard “${cell("Standard")}” is not one of ${schemes.join(", ")}.`);
    if (held.accreditationBody === "") wrong("The accreditation body is missing.");
    if (held.number === "") wrong("The number of the accreditation is missing.");
    if (held.recognition === undefined) wrong(`Recognition is one of ${recognitions.join(", ")}, or empty.`);
    if (held.validFrom && held.validTo && isBefore(held.validTo, held.validFrom))
      wrong("Valid to lies before Valid from.");
    if (held.checkedBy !== null && held.checkedOn === null) wrong("Checked by stands there without a day.");
    if (held.sourceUrl !== null && !isWebAddress(held.sourceUrl))
      wrong("Source is a web address that starts with https:// or http://.");
  }
  if (isWrong) return null;
  const { recognition = null, ...rest } = held;
  return { entry, held: isAny && scheme !== null ? { scheme, recognition, ...rest } : null };
}

/** By its code or its words; null for an empty cell, undefined for what is neither. */
function recognitionIn(text: string): string | null | undefined {
  if (text === "") return null;
  return recognitions.find((one) =>
    [one, recognitionNames[one]].some((word) => word.toLowerCase() === text.toLowerCase()),
  );
}

/** Only web addresses become links: any other scheme could run something. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);
}

function compareToKnown(
  entry: BodyEntry,
  held: readonly Accreditation[],
  known: KnownBody | undefined,
): PlannedBody {
  if (!known) {
    const with_ = held.length === 1 ? "1 accreditation" : `${held.length} accreditations`;
    return { id: null, ...entry, accreditations: held, changes: [`added with ${with_}`] };
  }
  const entryOf = ({ name, legalName, country, languages, sectors }: BodyEntry) =>
    JSON.stringify([name, legalName, country, languages, sectors]);
  const before = new Map(known.accreditations.map((one) => [keyOfAccreditation(one), one]));
  const changes = entryOf(known) === entryOf(entry) ? [] : ["entry changed"];
  const changed = held.filter((one) => {
    const same = before.get(keyOfAccreditation(one));
    if (same && columnsOf(same) === columnsOf(one)) return false;
    changes.push(`accreditation ${one.number} ${same ? "changed" : "added"}`);
    return true;
  });
  return { id: known.id, ...entry, accreditations: changed, changes };
}

function columnsOf(one: Accreditation): string {
  const { scheme, accreditationBody, number, validFrom, validTo, recognition } = one;
  const checked = [one.checkedOn, one.checkedBy, one.sourceUrl];
  return JSON.stringify([scheme, accreditationBody, number, validFrom, validTo, recognition, ...checked]);
}
