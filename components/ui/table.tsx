import Link from "next/link";
import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
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

// A region that scrolls must be reachable by keyboard, so it takes the focus although it does nothing.
const scrollRegion = { tabIndex: 0 };

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const arrow = column.sort?.now === "ascending" ? " ↑" : column.sort?.now === "descending" ? " ↓" : "";
  return (
    <th scope="col" aria-sort={column.sort?.now} className={column.isNumber ? "is-number" : undefined}>
      {column.sort ? (
        <Link href={column.sort.href} prefetch={false} className="text-muted no-underline hover:underline">
          {column.label}
          <span aria-hidden="true">{arrow}</span>
        </Link>
      ) : column.isLabelHidden ? (
        <span className="sr-only">{column.label}</span>
      ) : (
        column.label
      )}
    </th>
  );
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
  return (
    <section className="scroll-region overflow-x-auto" aria-label={`${caption}, table`} {...scrollRegion}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row>
              {columns.map((column) => {
                const look = [
                  column.isNumber && "is-number",
                  column.isOneLine && "whitespace-nowrap",
                  column.leadsOnCard && "leads",
                  column.isLabelHidden && "is-bare",
                ]
                  .filter(Boolean)
                  .join(" ");
                const cell = column.cell(row);
                const label = column.isLabelHidden ? undefined : column.label;
                return column.isRowHeader ? (
                  <th key={column.key} scope="row" data-label={label} className={look || undefined}>
                    {cell}
                  </th>
                ) : (
                  <td key={column.key} data-label={label} className={look || undefined}>
                    {cell}
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
