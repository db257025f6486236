import { RadioCards } from "@/components/ui/choice-fields";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import {
  type TreatmentEntry,
  treatmentHints,
  treatmentNames,
  treatmentStateNames,
  treatmentStates,
  treatments,
} from "@/lib/treatment/treatment";

/** What is asked about one risk and its treatment. */
export function TreatmentFields({ entry, today }: { entry?: TreatmentEntry; today: Day }) {
  return (
    <>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <TextField
          name="ref"
          label="Reference"
          hint="What you call this risk, such as R-12."
          width="short"
          defaultValue={entry?.ref}
        />
        <TextField
          name="owner"
          label="Risk owner"
          hint="The name of the person who answers for it."
          optional
          defaultValue={entry?.owner ?? ""}
        />
      </div>
      <TextArea
        name="risk"
        label="Risk"
        hint="What could happen, and what it would mean."
        rows={2}
        defaultValue={entry?.risk}
      />
      <RadioCards
        name="treatment"
        label="Treatment"
        columns={4}
        options={treatments.map((one) => ({
          value: one,
          label: treatmentNames[one],
          hint: treatmentHints[one],
        }))}
        defaultValue={entry?.treatment}
      />
      <TextField
        name="controls"
        label="Controls"
        hint="References of your Statement of Applicability, separated by commas: A.5.15, A.8.13."
        optional
        defaultValue={entry?.controls.join(", ")}
      />
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <SelectField
          name="state"
          label="State"
          options={treatmentStates.map((value) => ({ value, label: treatmentStateNames[value] }))}
          defaultValue={entry?.state ?? "planned"}
        />
        <DateField name="dueOn" label="Due" optional defaultValue={entry?.dueOn ?? ""} />
        <TextField
          name="acceptedBy"
          label="Residual risk accepted by"
          hint="The risk owner accepts what remains (6.1.3 f)."
          optional
          defaultValue={entry?.acceptedBy ?? ""}
        />
        <DateField
          name="acceptedOn"
          label="Accepted on"
          hint="Empty: nobody has accepted it yet."
          optional
          defaultValue={entry?.acceptedOn ?? ""}
          max={today}
        />
      </div>
    </>
  );
}
