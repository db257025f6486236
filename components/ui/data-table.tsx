"use client";

import { type Cell, isShortCell } from "@/components/ui/table-cell";

export interface Head {
  key: string;
  label: string;
  /** Class of the column's cells. */
  look?: string;
  isNumber?: boolean;
  isRowHeader?: boolean;
  isLabelHidden?: boolean;
  sort?: { href: string; now?: "ascending" | "descending" };
}

/** A row's key, then its cells in the order of the heads. As JSON where every cell is plain. */
export type CompactRow = [key: string, ...cells: Cell[]];

/** More columns than these stand closer together, so that a desk shows all of them. */
const MOST_AT_EASE = 8;

// A region that scrolls must be reachable by keyboard, so it takes the focus although it does nothing.
const scrollRegion = { tabIndex: 0 };

function showHead({ key, label, isNumber, isLabelHidden, sort }: Head) {
  const arrow = sort?.now === "ascending" ? " ↑" : sort?.now === "descending" ? " ↓" : "";
  return (
    <th key={key} scope="col" aria-sort={sort?.now} className={isNumber ? "is-number" : undefined}>
      {sort ? (
        <a href={sort.href} className="sorter">
          {label}
          <span aria-hidden="true">{arrow}</span>
        </a>
      ) : isLabelHidden ? (
        <span className="sr-only">{label}</span>
      ) : (
        label
      )}
    </th>
  );
}

function show(cell: Cell) {
  if (!isShortCell(cell)) return cell;
  if ("href" in cell) return <a href={cell.href}>{cell.text}</a>;
  if ("pill" in cell) return <span className={`pill is-${cell.pill}`}>{cell.text}</span>;
  return <p className="clamped">{cell.text}</p>;
}

/** Draws the table of `Table` from data alone; plain functions, because each component of a cell would cost again. */
export function DataTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: Head[];
  rows: CompactRow[] | string;
}) {
  const drawn: CompactRow[] = typeof rows === "string" ? JSON.parse(rows) : rows;
  return (
    <section data-soft className="scroll-region" aria-label={`${caption}, table`} {...scrollRegion}>
      <table className={heads.length > MOST_AT_EASE ? "data-table is-close" : "data-table"}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{heads.map(showHead)}</tr>
        </thead>
        <tbody>
          {drawn.map(([key, ...cells]) => (
            <tr key={key} data-row>
              {heads.map((head, index) => {
                const content = show(cells[index]);
                const label = head.isLabelHidden ? undefined : head.label;
                return head.isRowHeader ? (
                  <th key={head.key} scope="row" data-label={label} className={head.look}>
                    {content}
                  </th>
                ) : (
                  <td key={head.key} data-label={label} className={head.look}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
