"use client";

import { useEffect, useReducer, useRef } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
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

interface Row {
  key: number;
  values: ActionValues;
}

const blank: ActionValues = { id: null, what: "", ownerId: null, dueOn: null, proof: null };
type Step = { do: "add" } | { do: "remove"; key: number };

/** Rows in the form: the fields keep what is typed themselves, this only counts the rows. */
function countRows(rows: Row[], step: Step): Row[] {
  if (step.do === "remove") return rows.filter(({ key }) => key !== step.key);
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, { key, values: blank }];
}

/** The corrective actions: what, who, by when, and what will prove it. */
export function ActionRows({ actions, owners, chips }: ActionRowsProps) {
  const start = actions.length > 0 ? actions : [blank];
  const [rows, change] = useReducer(
    countRows,
    start.map((values, key) => ({ key, values })),
  );
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const count = useRef(rows.length);

  // A new row takes the focus; after a row is gone the focus goes to the button that brings one back.
  useEffect(() => {
    if (rows.length > count.current) list.current?.lastElementChild?.querySelector("textarea")?.focus();
    if (rows.length < count.current) addButton.current?.focus();
    count.current = rows.length;
  }, [rows.length]);

  return (
    <fieldset className="space-y-3">
      <legend className="font-medium">Corrective actions</legend>
      <p className="max-w-read text-subtle">
        What removes the cause, so that it does not happen again. Each action has one owner and one day.
      </p>
      <ol ref={list} className="space-y-4">
        {rows.map(({ key, values }, index) => (
          <li key={key} className="space-y-4 rounded-card border border-border bg-sunken p-4">
            <div className="flex items-center justify-between gap-3">
              <h3 className="text-ui">Action {index + 1}</h3>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove action ${index + 1}`}
                onClick={() => change({ do: "remove", key })}
              >
                Remove
              </Button>
            </div>
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
          </li>
        ))}
      </ol>
      <Button ref={addButton} onClick={() => change({ do: "add" })}>
        Add action
      </Button>
    </fieldset>
  );
}
