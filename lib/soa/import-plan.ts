import type { Columns, ImportRow, ImportSheet, Layout } from "./import-layout";
import { readRef } from "./import-refs";
import { type Applicability, knownApplicability, knownState, type StateWord } from "./import-words";
import { type SoaField, type SoaLine, textOf } from "./statement";

/** What somebody said that words of the file mean. */
export interface Words {
  applicable: ReadonlyMap<string, Applicability>;
  implementation: ReadonlyMap<string, StateWord>;
}

/** What a file states of a control, as forms write values; a field that it does not state is left out. */
export interface ImportedLine {
  ref: string;
  /** Of an own control that is new. */
  title: string | null;
  values: Partial<Record<SoaField, string>>;
}

export interface ImportProblem {
  /** Of the file; null for what concerns all of it. */
  line: number | null;
  sentence: string;
}

/** What an import would do. With problems nothing is written. */
export interface ImportPlan {
  /** Controls that the file names. */
  lines: ImportedLine[];
  /** What would become another value, field by field. */
  changes: { ref: string; field: SoaField; from: string; to: string }[];
  problems: ImportProblem[];
  /** Words whose meaning is not known. */
  unknown: { applicable: string[]; implementation: string[] };
  /** Rows without a control number, such as titles of themes. */
  passedOver: number;
}

const MAX_LENGTH = 20_000;
/** Of the title of an own control, as the form that adds one has it. */
const MAX_TITLE = 300;
const OLD_EDITION =
  "This file lists controls of the 2013 edition, such as {ref}. ISO/IEC 27001:2022 numbers them anew: give each row its number of 2022, then import it.";

/** Reads the rows into what they state, and compares it with the draft. Pure: nothing is written. */
export function planImport(
  sheet: ImportSheet,
  layout: Layout,
  words: Words,
  draft: readonly SoaLine[],
): ImportPlan {
  const plan: ImportPlan = {
    ...{ lines: [], changes: [], problems: [], passedOver: 0 },
    unknown: { applicable: [], implementation: [] },
  };
  const { ref: column } = layout.columns;
  const rows = sheet.rows.slice(layout.begin);
  if (column === null) {
    plan.problems.push({
      line: null,
      sentence: "No column holds control numbers. Choose the one that does.",
    });
    return plan;
  }
  const old = rows.flatMap(({ cells }) => {
    const ref = readRef(cells[column] ?? "");
    return ref.kind === "old" ? [ref.text] : [];
  });
  const named = rows.filter(({ cells }) => readRef(cells[column] ?? "").kind === "annex").length;
  if (old[0] && old.length >= named) {
    plan.problems.push({ line: null, sentence: OLD_EDITION.replace("{ref}", old[0]) });
    return plan;
  }
  const known = new Map(draft.map((line) => [line.ref, line]));
  const seen = new Map<string, ImportRow>();
  for (const row of rows) readRow(row, { sheet, layout, words, known, seen, plan });
  if (plan.lines.length === 0 && plan.problems.length === 0)
    plan.problems.push({ line: null, sentence: "No row names a control. Choose another sheet or column." });
  for (const line of plan.lines) compareLine(line, known.get(line.ref), plan);
  return plan;
}

interface Reading {
  sheet: ImportSheet;
  layout: Layout;
  words: Words;
  known: ReadonlyMap<string, SoaLine>;
  seen: Map<string, ImportRow>;
  plan: ImportPlan;
}

function readRow(row: ImportRow, reading: Reading): void {
  const { layout, plan, known, seen, sheet } = reading;
  const { columns, headings } = layout;
  const refText = columns.ref === null ? "" : (row.cells[columns.ref] ?? "");
  const read = readRef(refText);
  const say = (sentence: string) => plan.problems.push({ line: row.line, sentence });
  if (read.kind === "none") {
    plan.passedOver += 1;
    return;
  }
  if (read.kind === "old") return void say(`${read.text} is a control of the 2013 edition.`);
  const { ref } = read;
  const filled = row.cells.findLastIndex((cell) => cell !== "") + 1;
  if (sheet.isDelimited && headings.length > 0 && filled > headings.length)
    return void say(
      `It has ${filled} cells under ${headings.length} headings: a separator stands inside a text. Put that text in quotes.`,
    );
  const twin = seen.get(ref);
  if (twin) return void say(sayTwice(ref, twin, row, columns.ref ?? 0));
  seen.set(ref, row);
  const title = read.kind === "own" ? cellOf(row, columns, "title") : "";
  if (read.kind === "annex" && !known.has(ref))
    return void say(`${ref} is no control of ISO/IEC 27001:2022.`);
  if (read.kind === "own" && !known.has(ref) && title === "") {
    plan.passedOver += 1;
    return;
  }
  if (title.length > MAX_TITLE) say(`The title of ${ref} has more than ${MAX_TITLE} characters. Shorten it.`);
  const values = readValues(row, reading, say);
  plan.lines.push({ ref, title: known.has(ref) ? null : title, values });
}

function sayTwice(ref: string, twin: ImportRow, row: ImportRow, column: number): string {
  const lostZero = twin.numbers?.has(column) || row.numbers?.has(column);
  const hint = lostZero ? ` If one of them is ${ref}0, write its number as text.` : " Keep one of the rows.";
  return `${ref} stands in row ${twin.line} already.${hint}`;
}

const cellOf = ({ cells }: ImportRow, columns: Columns, name: keyof Columns) => {
  const column = columns[name];
  return column === null ? "" : (cells[column] ?? "").replace(/\r\n?/g, "\n").trim();
};

function readValues(row: ImportRow, { layout, words, plan }: Reading, say: (sentence: string) => unknown) {
  const values: ImportedLine["values"] = {};
  const cell = (name: keyof Columns) => cellOf(row, layout.columns, name);
  const word = cell("applicable");
  const applicable = word === "" ? undefined : (words.applicable.get(word) ?? knownApplicability(word));
  if (word !== "" && applicable === undefined) addOnce(plan.unknown.applicable, word);
  if (applicable === "yes" || applicable === "no") values.applicable = applicable;
  const stateWord = cell("implementation");
  const state = stateWord === "" ? undefined : (words.implementation.get(stateWord) ?? knownState(stateWord));
  if (stateWord !== "" && state === undefined) addOnce(plan.unknown.implementation, stateWord);
  if (state !== undefined && state !== "none" && applicable !== "no") values.implementation = state;
  const reason = cell("justification");
  // One column of reasons speaks of leaving out where the control is left out.
  const isForExclusion = applicable === "no" && layout.columns.exclusion === null;
  if (reason !== "") values[isForExclusion ? "exclusion" : "justification"] = reason;
  for (const name of ["exclusion", "owner", "notes"] as const)
    if (cell(name) !== "") values[name] = cell(name);
  const long = Object.entries(values).find(([, text]) => text.length > MAX_LENGTH);
  if (long) say(`A text has more than ${MAX_LENGTH} characters. Shorten it.`);
  return values;
}

function addOnce(words: string[], word: string): void {
  if (!words.includes(word)) words.push(word);
}

function compareLine({ ref, values }: ImportedLine, now: SoaLine | undefined, plan: ImportPlan): void {
  for (const [name, to] of Object.entries(values)) {
    const field = name as SoaField;
    const from = now ? textOf(now, field) : "";
    if (from !== to) plan.changes.push({ ref, field, from, to });
  }
}
