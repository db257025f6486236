import type { ReactNode } from "react";

export interface SummaryItem {
  term: string;
  /** A missing value reads "Not stated"; it is never shown as zero. */
  value: ReactNode;
  /** For example a "Change" link. */
  action?: ReactNode;
}

/** Facts of one record as terms and values. */
export function SummaryList({ items, columns = 1 }: { items: SummaryItem[]; columns?: 1 | 2 }) {
  return (
    <dl className={`grid gap-x-8 ${columns === 2 ? "md:grid-cols-2" : ""}`}>
      {items.map((item) => (
        <div
          key={item.term}
          className="grid gap-x-4 border-border border-b py-2 last:border-b-0 sm:grid-cols-[10rem_1fr_auto] sm:items-baseline"
        >
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0">
            {item.value === null || item.value === undefined || item.value === "" ? (
              <span className="text-subtle">Not stated</span>
            ) : (
              item.value
            )}
          </dd>
          {item.action && <dd>{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
