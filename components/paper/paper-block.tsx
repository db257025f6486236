import { Pill } from "@/components/ui/pill";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { type Block, NOT_STATED, type PaperCell } from "@/lib/papers/paper";

const looks = {
  strong: "font-medium text-read",
  quiet: "max-w-read text-muted",
  plain: "prose-plain",
} as const;

/** What tells a block from those beside it. */
export function keyOfBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "text":
      return block.title ?? "text";
    case "facts":
      return `facts ${block.items[0]?.term}`;
    case "list":
      return `list ${block.items[0]}`;
    case "table":
      return block.caption;
    case "entry":
      return block.number;
  }
}

/** One block of a paper on a page. */
export function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <p className={looks[block.look ?? "plain"]}>{block.text}</p>;
    case "text":
      return <TitledText {...block} />;
    case "facts":
      return <SummaryList items={[...block.items]} />;
    case "list":
      return (
        <ul className="list-disc space-y-1 ps-5">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <PaperTable {...block} />;
    case "entry":
      return <Entry {...block} />;
  }
}

function TitledText({ title, text }: Block & { kind: "text" }) {
  return (
    <div className="space-y-1">
      {title && <h4 className="font-medium text-muted">{title}</h4>}
      {text ? <p className="prose-plain">{text}</p> : <p className="text-subtle">{NOT_STATED}</p>}
    </div>
  );
}

function PaperTable({ caption, columns, rows }: Block & { kind: "table" }) {
  return (
    <Table
      caption={caption}
      rows={rows.map((cells): Row => ({ cells, key: cells.map(textOfCell).join(" ") }))}
      rowKey={({ key }) => key}
      columns={columns.map(({ label, isOneLine, isRowHeader }, at) => ({
        key: label,
        label,
        isOneLine,
        isRowHeader,
        cell: ({ cells }: Row) => showCell(cells[at] ?? ""),
      }))}
    />
  );
}

interface Row {
  cells: readonly PaperCell[];
  key: string;
}

const textOfCell = (cell: PaperCell) => (typeof cell === "string" ? cell : cell.word);

const showCell = (cell: PaperCell) =>
  typeof cell === "string" ? cell : { pill: cell.kind, text: cell.word };

function Entry({ number, title, marks, blocks }: Block & { kind: "entry" }) {
  const texts = blocks.filter((block) => block.kind === "text");
  const others = blocks.filter((block) => block.kind !== "text");
  return (
    <article className="mt-5 space-y-2 border-border border-s-2 ps-4">
      <h4 className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{number}</span>
        {marks.map(({ word, kind }) => (
          <Pill key={word} kind={kind}>
            {word}
          </Pill>
        ))}
        <span>{title}</span>
      </h4>
      <dl className="space-y-1">
        {texts.map(({ title, text }) => (
          <div key={title} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-muted">{title}</dt>
            <dd className={text ? "prose-plain" : "text-subtle"}>{text || NOT_STATED}</dd>
          </div>
        ))}
      </dl>
      {others.map((block) => (
        <PaperBlock key={keyOfBlock(block)} block={block} />
      ))}
    </article>
  );
}
