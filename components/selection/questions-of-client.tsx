import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import type { FormAction } from "@/lib/form-state";
import type { ShownQuestion } from "@/lib/store/request-questions";
import { QuestionList } from "./question-list";

/** What the invited bodies asked, for the client, who answers each question once for all of them. */
export function QuestionsOfClient({
  questions,
  hidden,
  answer,
}: {
  questions: readonly ShownQuestion[];
  hidden: Record<string, string>;
  /** Null for who may not answer, and once answers are no longer taken. */
  answer: FormAction | null;
}) {
  if (questions.length === 0) return null;
  const waiting = questions.filter((one) => !one.answer).length;
  return (
    <Card
      title="Questions of the bodies"
      id="questions"
      actions={waiting > 0 && <p className="text-muted">{waiting} not answered</p>}
    >
      <QuestionList
        questions={questions}
        answerForm={
          answer
            ? ({ id }) => (
                <ServerForm
                  action={answer}
                  hidden={{ ...hidden, questionId: id }}
                  submitLabel="Answer all bodies"
                  submitVariant="secondary"
                >
                  <TextArea
                    name="answer"
                    label="Answer"
                    hint="Every invited body reads the question and this answer, not who asked."
                    rows={3}
                  />
                </ServerForm>
              )
            : undefined
        }
      />
    </Card>
  );
}
