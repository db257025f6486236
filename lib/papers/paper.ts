import type { Day } from "../day";

/** What a state means to the reader; each place that shows it gives the word a shape, never a colour alone. */
export type MarkKind = "danger" | "warning" | "info" | "success" | "neutral" | "waiting";

/** One state in a word. */
export interface Mark {
  word: string;
  kind: MarkKind;
}

export interface Fact {
  term: string;
  /** A missing value is said in words, never left out. */
  value: string | null;
}

export interface PaperColumn {
  label: string;
  /** Share of the width, beside those of the other columns. */
  share: number;
  /** Never breaks its line: a number, a day. */
  isOneLine?: boolean;
  /** Names the row; one column of a table. */
  isRowHeader?: boolean;
}

export type PaperCell = string | Mark;

export type Block =
  | { kind: "paragraph"; text: string; look?: "strong" | "quiet" }
  /** A text under its own small heading; without the text it says so. */
  | { kind: "text"; title: string | null; text: string | null }
  | { kind: "facts"; items: readonly Fact[] }
  | { kind: "list"; items: readonly string[] }
  | {
      kind: "table";
      caption: string;
      columns: readonly PaperColumn[];
      rows: readonly (readonly PaperCell[])[];
    }
  /** One numbered thing, such as a finding, with what is said of it. */
  | {
      kind: "entry";
      number: string;
      title: string;
      marks: readonly Mark[];
      blocks: readonly PlainBlock[];
    };

/** What may stand inside an entry: entries hold no entries. */
export type PlainBlock = Exclude<Block, { kind: "entry" }>;

export interface Section {
  title: string;
  blocks: readonly Block[];
}

/**
 * A paper as data, before anybody decides how it looks: a page, a PDF and a Word file are all made of this, so they say
 * the same. Its sections are numbered in their order.
 */
export interface Paper {
  /** Whose paper it is. */
  issuer: string;
  title: string;
  /** Whom and what it is about. */
  subject: string;
  /** "Version 1, issued on 15 Mar 2027 by Paul Adler": how far what is said can be relied on. */
  standing: string;
  isDraft: boolean;
  /** SHA-256 of the content it was made of, in hexadecimal digits; null where none is kept. */
  sha256: string | null;
  /** The day it speaks of. Nothing in a paper asks the clock, so that the same version gives the same bytes. */
  day: Day;
  sections: readonly Section[];
}

/** Said where a fact was not given. */
export const NOT_STATED = "Not stated";

/** The rows of a list as a table, each column with how it reads a row. */
export function tableOf<Row>(
  caption: string,
  rows: readonly Row[],
  columns: readonly (PaperColumn & { cell: (row: Row) => PaperCell })[],
): Block & { kind: "table" } {
  return {
    kind: "table",
    caption,
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}
