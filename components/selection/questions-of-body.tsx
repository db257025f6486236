import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import type { FormAction } from "@/lib/form-state";
import type { ShownQuestion } from "@/lib/store/request-questions";
import { QuestionList } from "./question-list";

/** Questions on a request as an invited body sees them: every answered one, its own that wait, and room for another. */
export function QuestionsOfBody({
  questions,
  hidden,
  ask,
}: {
  questions: readonly ShownQuestion[];
  hidden: Record<string, string>;
  /** Null once nothing can be asked any more. */
  ask: FormAction | null;
}) {
  if (questions.length === 0 && !ask) return null;
  return (
    <Card title="Questions and answers" id="questions">
      <div className="space-y-4">
        <QuestionList questions={questions} />
        {ask && (
          <ServerForm action={ask} hidden={hidden} submitLabel="Ask question" submitVariant="secondary">
            <TextArea
              name="question"
              label="Ask the client"
              hint="Question and answer are shown to every body that was asked, without your name."
              rows={3}
            />
          </ServerForm>
        )}
      </div>
    </Card>
  );
}
