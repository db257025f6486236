import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import {
  type Block,
  type Fact,
  type Mark,
  type MarkKind,
  NOT_STATED,
  type PaperCell,
  type Section,
} from "../../papers/paper";
import { plainText } from "../../papers/plain-text";

/** Width of the text between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 9746;
const TERM_WIDTH = 2400;
const MUTED = "4A5362";
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "D9DEE6" } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const LINES_ONLY = {
  top: NONE,
  left: NONE,
  right: NONE,
  insideVertical: NONE,
  bottom: RULE,
  insideHorizontal: RULE,
};

const markColors: Record<MarkKind, string> = {
  danger: "7F1524",
  warning: "744600",
  info: "0B468F",
  success: "15603F",
  neutral: "454C57",
  waiting: "454C57",
};

type Look = Pick<ConstructorParameters<typeof TextRun>[0] & object, "bold" | "color" | "size">;

/** A text as runs, its own line ends kept. */
export function runsOf(text: string, look: Look = {}): TextRun[] {
  return plainText(text)
    .split("\n")
    .map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }), ...look }));
}

/** A paragraph of one text. */
export function paragraphOf(text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: runsOf(text, look) });
}

/** A numbered section with everything in it. */
export function writeSection({ title, blocks }: Section, no: number): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(`${no}. ${title}`) }),
    ...blocks.flatMap(writeBlock),
  ];
}

function writeBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
      return [
        paragraphOf(block.text, {
          bold: block.look === "strong",
          ...(block.look === "quiet" && { color: MUTED }),
        }),
      ];
    case "text":
      return writeTitledText(block.title, block.text);
    case "facts":
      return [writeFacts(block.items), gap()];
    case "list":
      return block.items.map((item) => paragraphOf(item, {}, { bullet: { level: 0 } }));
    case "table":
      return [writeTable(block), gap()];
    case "entry":
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_2, children: headingOf(block) }),
        ...block.blocks.flatMap(writeBlock),
      ];
  }
}

function headingOf({ number, title, marks }: Block & { kind: "entry" }): TextRun[] {
  const words = marks.flatMap((mark) => [new TextRun("  "), runOfMark(mark)]);
  return [...runsOf(number), ...words, new TextRun({ text: plainText(title), break: 1 })];
}

const runOfMark = ({ word, kind }: Mark, look: Look = {}) =>
  new TextRun({ ...look, text: plainText(word), bold: true, color: markColors[kind] });

function writeTitledText(title: string | null, text: string | null): Paragraph[] {
  const words = paragraphOf(text || NOT_STATED, text ? {} : { color: MUTED });
  if (!title) return [words];
  const look = { bold: true, color: MUTED, size: 17 };
  return [paragraphOf(title, look, { keepNext: true, spacing: { after: 0 } }), words];
}

/** Keeps what follows a table apart from it. */
const gap = () => new Paragraph({ spacing: { after: 60 } });

/** Terms and what is said of each. */
export function writeFacts(items: readonly Fact[]): Table {
  const rows = items.map(
    ({ term, value }) =>
      new TableRow({ children: [cellOf(term, { color: MUTED }), cellOf(value || NOT_STATED, {})] }),
  );
  return tableOfRows([TERM_WIDTH, TEXT_WIDTH - TERM_WIDTH], rows);
}

function writeTable({ columns, rows }: Block & { kind: "table" }): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / shares));
  const heads = columns.map(({ label }) => cellOf(label, { bold: true, color: MUTED, size: 16 }, true));
  const bodies = rows.map(
    (row) =>
      new TableRow({
        children: row.map((cell, at) => cellOf(cell, { bold: columns[at]?.isRowHeader ?? false })),
      }),
  );
  return tableOfRows(widths, [new TableRow({ tableHeader: true, children: heads }), ...bodies]);
}

function tableOfRows(columnWidths: number[], rows: TableRow[]): Table {
  return new Table({
    rows,
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: LINES_ONLY,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
  });
}

function cellOf(cell: PaperCell, look: Look, isHead = false): TableCell {
  const children =
    typeof cell === "string" ? runsOf(cell, { size: 18, ...look }) : [runOfMark(cell, { size: 18 })];
  return new TableCell({
    children: [new Paragraph({ children, spacing: { after: 0 } })],
    ...(isHead && { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EEF1F5" } }),
  });
}
