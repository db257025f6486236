import { ActPanel } from "@/components/project/act-panel";
import { RecordedActFields } from "@/components/project/recorded-act";
import { Card } from "@/components/ui/card";
import { TextArea, TextField } from "@/components/ui/field";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import { type Day, formatDay, parseDay } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import type { Refusal } from "@/lib/lifecycle/refusal";
import type { DecideForm } from "./decide-forms";

interface Forward {
  to: string;
  on: string;
  answeredOn: string | null;
  answer: string | null;
}

/**
 * The optional step of a scheme whose accreditation body wants to see the file first. The certification body decides
 * alone all the same (17021-1 9.5.1).
 */
export function Forwarding({
  form,
  forward,
  suggestedTo,
  today,
  forwardReasons,
  answerReasons,
  forwardFile,
  recordAnswer,
}: {
  form: DecideForm;
  forward: Forward | null;
  /** The accreditation body of the certification body, to start from. */
  suggestedTo: string;
  today: Day;
  forwardReasons: readonly Refusal[];
  answerReasons: readonly Refusal[];
  forwardFile: FormAction;
  recordAnswer: FormAction;
}) {
  const shared = { hidden: { org: form.org, project: form.project }, version: form.version };
  const recorded = form.records && (
    <RecordedActFields org={form.org} project={form.project} bodyName={form.bodyName} />
  );
  return (
    <Card title="Accreditation body" id="forwarding">
      <p className="mb-3 max-w-read text-muted">
        {form.bodyName} forwards its files before a decision. It still decides alone.
      </p>
      {forward && (
        <SummaryList
          items={[
            { term: "Forwarded to", value: forward.to },
            { term: "Forwarded on", value: dayText(forward.on) },
            {
              term: "Answered on",
              value: forward.answeredOn ? dayText(forward.answeredOn) : "No answer yet",
            },
            ...(forward.answer ? [{ term: "Answer", value: forward.answer }] : []),
          ]}
        />
      )}
      {!forward && (
        <ActPanel
          {...shared}
          reasons={forwardReasons}
          action={forwardFile}
          submitLabel="Forward file"
          submitVariant="secondary"
        >
          <TextField name="to" label="Accreditation body" defaultValue={suggestedTo} />
          {recorded}
        </ActPanel>
      )}
      {forward && !forward.answeredOn && (
        <div className="mt-4">
          <ActPanel
            {...shared}
            reasons={answerReasons}
            action={recordAnswer}
            submitLabel="Record answer"
            submitVariant="secondary"
          >
            <DateField name="answeredOn" label="Day of the answer" defaultValue={today} />
            <TextArea name="answer" label="Answer" rows={3} />
            {recorded}
          </ActPanel>
        </div>
      )}
    </Card>
  );
}

function dayText(text: string): string {
  const day = parseDay(text);
  return day ? formatDay(day) : text;
}
