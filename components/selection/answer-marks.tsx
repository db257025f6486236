import { Pill } from "@/components/ui/pill";
import type { AnswerMark } from "@/lib/selection/answer-marks";

/** What the days of an answer say against it, each with its day; nothing where they say nothing. */
export function AnswerMarks({ marks }: { marks: readonly AnswerMark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className="space-y-1.5">
      {marks.map(({ kind, word, sentence }) => (
        <li key={kind} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Pill kind="warning">{word}</Pill> <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
