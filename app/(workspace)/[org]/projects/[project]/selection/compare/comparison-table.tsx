import Link from "next/link";
import { Fragment } from "react";
import type { OfferColumn } from "./columns";
import { type Criterion, Words } from "./criterion";

// A region that scrolls must be reachable by keyboard, so it takes the focus although it does nothing.
const scrollRegion = { tabIndex: 0 };

/** The criterion and, for each offer, room for an amount with its reckoning. */
const widths: Record<number, string> = {
  2: "md:min-w-[33rem]",
  3: "md:min-w-[43rem]",
  4: "md:min-w-[53rem]",
  5: "md:min-w-[63rem]",
};

/**
 * Criteria down, bodies across; the first column and the names stay in sight. A narrow screen shows the two bodies of `pair`, below
 * 640 px each criterion as a card that lists them, so that their values still stand beside each other.
 */
export function ComparisonTable({
  columns,
  pair,
  criteria,
  hrefOf,
}: {
  columns: OfferColumn[];
  pair: readonly string[];
  criteria: Criterion[];
  hrefOf: (bodyId: string) => string;
}) {
  const markOf = ({ id }: OfferColumn) => (pair.includes(id) ? undefined : "off");
  return (
    <section
      className="scroll-region comparison-region rounded-card border border-border bg-surface"
      aria-label="Comparison of the proposals, table"
      {...scrollRegion}
    >
      <table className={`data-table comparison ${widths[columns.length] ?? ""}`}>
        <caption className="sr-only">Comparison of the proposals</caption>
        <colgroup>
          <col className="w-52" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-pair={markOf(column)}>
                <Link href={hrefOf(column.id)} prefetch={false}>
                  {column.body.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <Fragment key={criterion.key}>
              {criterion.text ? (
                <tr className={criterion.isTotal ? "is-total" : undefined}>
                  <th scope="row">
                    {criterion.label}
                    {criterion.hint && (
                      <span className="block font-normal text-meta text-subtle">{criterion.hint}</span>
                    )}
                  </th>
                  {columns.map((column) => (
                    <td
                      key={column.id}
                      data-label={column.body.name}
                      data-pair={markOf(column)}
                      className={column.isOut ? "is-out" : undefined}
                    >
                      <div className="min-w-0">
                        {criterion.cell?.(column) ?? <Words>{criterion.text?.(column) ?? null}</Words>}
                      </div>
                    </td>
                  ))}
                </tr>
              ) : (
                <tr className="is-group">
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {criterion.label}
                  </th>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
