import type { SoaDifference } from "@/lib/soa/approved";

/** What became of each control, in words. */
export function DifferenceList({ differences }: { differences: readonly SoaDifference[] }) {
  if (differences.length === 0) return <p className="text-muted">The two state the same of every control.</p>;
  return (
    <dl className="divide-y divide-border">
      {differences.map(({ ref, title, sentences }) => (
        <div key={ref} className="grid gap-x-5 gap-y-1 py-2 sm:grid-cols-[16rem_1fr]">
          <dt className="font-medium">
            {ref} {title}
          </dt>
          <dd>
            {sentences.map((sentence) => (
              <p key={sentence} className="prose-plain">
                {sentence}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
