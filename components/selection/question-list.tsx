import type { ReactNode } from "react";
import type { ShownQuestion } from "@/lib/store/request-questions";

/** Questions with their answers; `answerForm` is drawn below one that waits. */
export function QuestionList({
  questions,
  answerForm,
}: {
  questions: readonly ShownQuestion[];
  answerForm?: (question: ShownQuestion) => ReactNode;
}) {
  if (questions.length === 0) return <p className="text-muted">No questions yet.</p>;
  return (
    <ol className="divide-y divide-border">
      {questions.map((one) => (
        <li key={one.id} className="space-y-2 py-3">
          <p className="prose-plain font-medium">{one.question}</p>
          {one.by && <p className="text-muted">Asked by {one.by === "You" ? "you" : one.by}</p>}
          {one.answer ? (
            <p className="prose-plain max-w-read border-border border-s-2 ps-3">{one.answer}</p>
          ) : (
            <p className="text-muted">Not answered yet.</p>
          )}
          {!one.answer && answerForm?.(one)}
        </li>
      ))}
    </ol>
  );
}
