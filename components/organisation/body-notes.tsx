import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import { type Day, formatDay } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import {
  type BodyNoteKind,
  bodyNoteKinds,
  bodyNoteNames,
  formatGrade,
  grades,
  isGraded,
  MIN_REFERENCES,
  reputationOf,
} from "@/lib/selection/body-notes";
import type { ShownBodyNote } from "@/lib/store/body-notes";

interface Acts {
  add: FormAction;
  remove: FormAction;
  hidden: Record<string, string>;
}

const asked: Record<
  BodyNoteKind,
  { add: string; day: string; source?: string; hint?: string; words: string }
> = {
  experience: { add: "Add an own experience", day: "When", words: "What was it like?" },
  reference: {
    add: "Add the answer of a reference",
    day: "Asked on",
    source: "Who was asked",
    hint: "Person and company.",
    words: "What was answered",
  },
  complaint: {
    add: "Add a public complaint or suspension",
    day: "Published on",
    source: "Where it stands",
    hint: "A web address, or the name of the source.",
    words: "What was found",
  },
  check: {
    add: "Add an own check of the accreditation",
    day: "Checked on",
    source: "Where it was looked up",
    hint: "The entry of the accreditation body, as an address or by name.",
    words: "What it says",
  },
};

const gradeWords: Record<number, string> = {
  1: "1, would not work with it again",
  3: "3, neither good nor bad",
  5: "5, would at once",
};

/** What the client knows of a body, in sum and one by one; the client alone sees it. */
export function BodyNotes({
  notes,
  today,
  acts,
}: {
  notes: readonly ShownBodyNote[];
  today: Day;
  acts?: Acts;
}) {
  return (
    <Card title="What you know of it" id="notes">
      <div className="space-y-5">
        <p className="max-w-read text-muted">
          Only your organisation sees this, never the body. The comparison of proposals shows it.
        </p>
        <ReputationSummary notes={notes} />
        {notes.length > 0 && (
          <ul className="divide-y divide-border border-border border-y">
            {notes.map((note) => (
              <NoteItem key={note.id} note={note} acts={acts} />
            ))}
          </ul>
        )}
        {acts && (
          <div className="space-y-3">
            {bodyNoteKinds.map((kind) => (
              <NoteForm key={kind} kind={kind} today={today} acts={acts} />
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}

function ReputationSummary({ notes }: { notes: readonly ShownBodyNote[] }) {
  const { experience, references, complaints, points } = reputationOf(notes);
  const mean = ({ count, mean: hundredths }: typeof references): ReactNode =>
    hundredths === null ? null : `${formatGrade(hundredths)} of 5, from ${count}`;
  return (
    <SummaryList
      columns={2}
      items={[
        { term: "Own experience", value: mean(experience) },
        { term: "References", value: mean(references) },
        { term: "Public complaints and suspensions", value: String(complaints) },
        {
          term: "Reputation",
          value:
            points === null
              ? `Too little information: ${references.count} of ${MIN_REFERENCES} references`
              : `${points} of 100 points`,
        },
      ]}
    />
  );
}

function NoteItem({ note, acts }: { note: ShownBodyNote; acts?: Acts }) {
  const { kind, notedOn, source, words, grade, by } = note;
  return (
    <li className="space-y-1 py-3">
      <p className="font-medium">
        {bodyNoteNames[kind]}
        {grade !== null && `: ${grade} of 5`}
      </p>
      <p className="prose-plain max-w-read">{words}</p>
      <p className="break-words text-meta text-subtle">
        {[formatDay(notedOn), source, `noted by ${by}`].filter(Boolean).join(" · ")}
      </p>
      {acts && (
        <ServerForm
          action={acts.remove}
          hidden={{ ...acts.hidden, bodyNote: note.id }}
          submitLabel="Remove note"
          submitVariant="quiet"
          confirm={{
            title: "Remove this note?",
            text: "Remove it only if it was a mistake: it counts in the comparison no longer.",
            label: "Remove note",
          }}
        />
      )}
    </li>
  );
}

function NoteForm({ kind, today, acts }: { kind: BodyNoteKind; today: Day; acts: Acts }) {
  const { add, day, source, hint, words } = asked[kind];
  return (
    <details>
      <summary className="w-fit py-0.5 text-link underline underline-offset-3">{add}</summary>
      <div className="pt-4">
        <ServerForm
          action={acts.add}
          hidden={{ ...acts.hidden, noteKind: kind }}
          submitLabel="Save note"
          submitVariant="secondary"
        >
          {source && <TextField name="source" label={source} hint={hint} />}
          <DateField name="notedOn" label={day} defaultValue={today} max={today} />
          <TextArea name="words" label={words} rows={3} />
          {isGraded(kind) && (
            <SelectField
              name="bodyGrade"
              label="Grade"
              options={grades.map((grade) => ({
                value: String(grade),
                label: gradeWords[grade] ?? String(grade),
              }))}
            />
          )}
        </ServerForm>
      </div>
    </details>
  );
}
