"use client";

import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { RowList } from "@/components/ui/row-list";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";

export interface ActionValues {
  id: string | null;
  what: string;
  ownerId: string | null;
  dueOn: Day | null;
  proof: string | null;
}

export interface ActionRowsProps {
  actions: ActionValues[];
  owners: { id: string; name: string }[];
  /** Days worth one press, such as the day by which the finding must be closed. */
  chips: { label: string; value: Day }[];
}

const blank: ActionValues = { id: null, what: "", ownerId: null, dueOn: null, proof: null };

/** The corrective actions: what, who, by when, and what will prove it. */
export function ActionRows({ actions, owners, chips }: ActionRowsProps) {
  return (
    <RowList
      legend="Corrective actions"
      hint="What removes the cause, so that it does not happen again. Each action has one owner and one day."
      one="action"
      rows={actions.length > 0 ? actions : [blank]}
      blank={blank}
    >
      {(values, index) => (
        <>
          {values.id && <input type="hidden" name={`actions.${index}.id`} value={values.id} />}
          <TextArea
            name={`actions.${index}.what`}
            label="What will be done?"
            rows={2}
            defaultValue={values.what}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name={`actions.${index}.ownerId`}
              label="Owner"
              placeholder="Choose a person"
              options={owners.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={values.ownerId ?? ""}
            />
            <DateField
              name={`actions.${index}.dueOn`}
              label="Due"
              defaultValue={values.dueOn ?? ""}
              chips={chips}
            />
          </div>
          <TextField
            name={`actions.${index}.proof`}
            label="Proof that it is done"
            hint="For example: a protocol, a changed procedure, a record."
            optional
            defaultValue={values.proof ?? ""}
          />
        </>
      )}
    </RowList>
  );
}
