import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Facts in a narrow column: each value below its term. */
export function StackedFacts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="space-y-3">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-meta text-subtle">{term}</dt>
          <dd className="prose-plain">
            {value === null || value === "" ? <span className="text-subtle">Not stated</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
