import { cloneElement, isValidElement, type ReactNode } from "react";
import { type CompactRow, DataTable, type Head } from "@/components/ui/data-table";
import { type Cell, isPlainCell } from "@/components/ui/table-cell";

export interface Column<Row> {
  key: string;
  label: string;
  /** What stands there; long lists give it in the short forms of `Cell`. */
  cell: (row: Row) => Cell;
  /** Right-aligned with even digits, for amounts and counts. */
  isNumber?: boolean;
  /** Never breaks its line, for a number such as NC-014. */
  isOneLine?: boolean;
  /** Names the row; one column of a table. Its link, if it has one, is where Enter goes. */
  isRowHeader?: boolean;
  /** Stands first on the card a row becomes on a narrow screen, for example what is due. */
  leadsOnCard?: boolean;
  /** Address that sorts by this column, and the order now in force. */
  sort?: { href: string; now?: "ascending" | "descending" };
  /** True hides the column's name on screen; it is still read out. */
  isLabelHidden?: boolean;
}

/**
 * Rows to compare. The table stands in a named region that scrolls sideways on its own; below 640 px each
 * row is a card. Rows carry `data-row`, which the list keys (j, k, x, Enter) move through.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
}: {
  /** Names table and region; not shown. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
}) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const heads = columns.map(({ cell: _cell, isOneLine, leadsOnCard, ...head }): Head => {
    const look = [
      head.isNumber && "is-number",
      isOneLine && "is-line",
      leadsOnCard && "leads",
      head.isLabelHidden && "is-bare",
    ];
    return { ...head, look: look.filter(Boolean).join(" ") || undefined };
  });
  // The cells travel as a list: an element in it needs a key, which is its column's.
  const cellsOf = (row: Row): CompactRow => [
    rowKey(row),
    ...columns.map(({ key, cell }) => {
      const content = cell(row);
      return isValidElement(content) ? cloneElement(content, { key }) : content;
    }),
  ];
  const compact = rows.map(cellsOf);
  // One text is written and read in one go, where each cell of an array would pass through React's encoder and back.
  const isPlain = compact.every((row) => row.every(isPlainCell));
  return <DataTable caption={caption} heads={heads} rows={isPlain ? JSON.stringify(compact) : compact} />;
}
