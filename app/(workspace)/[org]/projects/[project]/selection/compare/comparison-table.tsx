import Link from "next/link";
import { Fragment } from "react";
import type { OfferColumn } from "./columns";
import type { Criterion } from "./criteria";

// A region that scrolls must be reachable by keyboard, so it takes the focus although it does nothing.
const scrollRegion = { tabIndex: 0 };

/** The criterion and, for each offer, room for an amount with its reckoning. */
const widths: Record<number, string> = {
  2: "sm:min-w-[33rem]",
  3: "sm:min-w-[43rem]",
  4: "sm:min-w-[53rem]",
  5: "sm:min-w-[63rem]",
};

/**
 * Criteria down, bodies across. Below 640 px each criterion is a card that lists the bodies, so that their values
 * still stand beside each other.
 */
export function ComparisonTable({
  columns,
  criteria,
  hrefOf,
}: {
  columns: OfferColumn[];
  criteria: Criterion[];
  hrefOf: (bodyId: string) => string;
}) {
  return (
    <section
      className="scroll-region overflow-x-auto rounded-card border border-border bg-surface"
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
            {columns.map(({ body }) => (
              <th key={body.id} scope="col">
                <Link href={hrefOf(body.id)} prefetch={false}>
                  {body.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <Fragment key={criterion.key}>
              {criterion.cell ? (
                <tr className={criterion.isTotal ? "is-total" : undefined}>
                  <th scope="row">
                    {criterion.label}
                    {criterion.hint && (
                      <span className="block font-normal text-meta text-subtle">{criterion.hint}</span>
                    )}
                  </th>
                  {columns.map((column) => (
                    <td
                      key={column.body.id}
                      data-label={column.body.name}
                      className={column.isOut ? "is-out" : undefined}
                    >
                      <div className="min-w-0">{criterion.cell?.(column)}</div>
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
