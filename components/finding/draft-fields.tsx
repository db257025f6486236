import { RadioCards } from "@/components/ui/choice-fields";
import { ComboField } from "@/components/ui/combobox";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import type { ComboOption } from "@/components/ui/match-options";
import { gradeNames } from "@/lib/lifecycle/naming";
import type { Grade } from "@/lib/lifecycle/record";
import { gradeKinds } from "@/lib/papers/marks";

/** What the form starts with: a draft that is edited, or the place of the last finding. */
export interface DraftDefaults {
  grade?: string | null;
  requirementRef?: string | null;
  subRef?: string | null;
  statement?: string | null;
  evidence?: string | null;
  siteId?: string | null;
  process?: string | null;
}

/** The criteria in one line each (NC-1, NC-2, NC-5), in our own words. */
const criteria: Record<Grade, string> = {
  major: "Puts in doubt that the system reaches its intended results.",
  minor: "A requirement is not met; the system still works.",
  opportunity: "Meets the requirement and could be better. No solution is named.",
  conformity: "Meets the requirement; worth keeping on record.",
};

const order: Grade[] = ["major", "minor", "opportunity", "conformity"];

const textOf = (text: string | null | undefined) => text ?? undefined;

/** The fields of a draft finding, in the order in which an auditor thinks (ux S8). All may stay empty until it is issued. */
export function DraftFields({
  requirements,
  sites,
  defaults,
}: {
  requirements: ComboOption[];
  sites: { id: string; name: string }[];
  defaults: DraftDefaults;
}) {
  return (
    <>
      <TextArea
        name="evidence"
        label="What did you see?"
        hint="The objective evidence: what, where, when, how much."
        rows={4}
        defaultValue={textOf(defaults.evidence)}
      />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <ComboField
          name="requirementRef"
          label="Requirement"
          hint="Type a number or words: 8.9, backup."
          options={requirements}
          defaultValue={textOf(defaults.requirementRef)}
        />
        <TextField
          name="subRef"
          label="Sub-reference"
          hint="Such as c)."
          optional
          defaultValue={textOf(defaults.subRef)}
        />
      </div>
      <RadioCards
        name="grade"
        label="Grade"
        columns={2}
        defaultValue={defaults.grade ?? undefined}
        options={order.map((grade) => ({
          value: grade,
          label: gradeNames[grade],
          hint: criteria[grade],
          kind: gradeKinds[grade],
        }))}
      />
      <TextArea
        name="statement"
        label="Statement"
        hint="What is not met, or what was found, in one or two sentences. Name neither cause nor solution (NC-4)."
        rows={3}
        defaultValue={textOf(defaults.statement)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="siteId"
          label="Site"
          optional
          placeholder="Not stated"
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={textOf(defaults.siteId)}
        />
        <TextField name="process" label="Process or team" optional defaultValue={textOf(defaults.process)} />
      </div>
    </>
  );
}
