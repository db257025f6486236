import type { Difference } from "@/lib/selection/letter-differences";

/** Differences in words: what the earlier text says, what the later one says, and by how much where both are figures. */
export function DifferenceList({
  differences,
  before,
  after,
}: {
  differences: readonly Difference[];
  /** "the offer", "version 1" */
  before: string;
  after: string;
}) {
  if (differences.length === 0)
    return (
      <p>
        No difference between {before} and {after}.
      </p>
    );
  return (
    <ul className="space-y-2.5">
      {differences.map((one) => (
        <li key={`${one.where} ${one.before} ${one.after}`}>
          <p className="font-medium">{one.where}</p>
          <p>{say(before, one.before)}</p>
          <p>
            {say(after, one.after)}
            {one.change && ` (${one.change})`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function say(who: string, words: string | null): string {
  const name = `${who.charAt(0).toUpperCase()}${who.slice(1)}`;
  if (words === null) return `${name} does not say it.`;
  return words.includes("\n") ? `${name}: ${words.split("\n").join(" / ")}` : `${name}: ${words}`;
}
