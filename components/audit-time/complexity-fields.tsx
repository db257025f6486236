"use client";

import { useState } from "react";
import { SelectField } from "@/components/ui/field";
import {
  businessQuestions,
  type ComplexityAnswers,
  type ComplexityQuestion,
  complexityQuestions,
  judgeComplexity,
  type Points,
  technologyQuestions,
} from "@/lib/audit-time/complexity";
import type { Chosen } from "@/lib/audit-time/profile";
import { levelNames, questionWords } from "@/lib/audit-time/words";
import { ChosenFields } from "./chosen-fields";

type Typed = Partial<Record<ComplexityQuestion, Points>>;

/** The six answers, the range they lead to at once, and the factor chosen inside it. */
export function ComplexityFields({
  answers,
  chosen,
}: {
  answers: ComplexityAnswers | null;
  chosen: Chosen | null;
}) {
  const [typed, setTyped] = useState<Typed>(answers ?? {});
  const field = (question: ComplexityQuestion) => (
    <SelectField
      key={question}
      name={`answers.${question}`}
      label={questionWords[question].label}
      options={questionWords[question].answers.map((label, index) => ({
        value: String(index + 1),
        label: `${index + 1}: ${label}`,
      }))}
      defaultValue={answers ? String(answers[question]) : ""}
      onChange={(event) => {
        const points = Number(event.currentTarget.value) as Points | 0;
        setTyped((before) => ({ ...before, [question]: points === 0 ? undefined : points }));
      }}
    />
  );
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="font-medium">Complexity</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="space-y-4">{businessQuestions.map(field)}</div>
        <div className="space-y-4">{technologyQuestions.map(field)}</div>
      </div>
      <p role="status" className="max-w-read font-medium">
        {sayRange(typed)}
      </p>
      <ChosenFields name="complexity" label="Factor" optional={false} values={chosen} />
    </fieldset>
  );
}

function sayRange(typed: Typed): string {
  const open = complexityQuestions.filter((question) => !typed[question]).length;
  if (open > 0) return "The six answers say in which range the factor lies (IT-5).";
  const { business, technology, range } = judgeComplexity(typed as ComplexityAnswers);
  const levels = `Business ${business.points} points, ${levelNames[business.level]}; technology ${technology.points} points, ${levelNames[technology.level]}.`;
  const { min, max } = range;
  return min === max
    ? `${levels} The factor is exactly ${min} %.`
    : `${levels} Choose a factor from ${min} to ${max} %.`;
}
