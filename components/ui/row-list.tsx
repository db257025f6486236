"use client";

import { type ReactNode, useEffect, useReducer, useRef } from "react";
import { Button } from "@/components/ui/button";

interface Row<T> {
  key: number;
  values: T;
}

type Step<T> = { do: "add"; blank: T } | { do: "remove"; key: number };

/** Rows in the form: the fields keep what is typed themselves, this only counts the rows. */
function countRows<T>(rows: Row<T>[], step: Step<T>): Row<T>[] {
  if (step.do === "remove") return rows.filter(({ key }) => key !== step.key);
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, { key, values: step.blank }];
}

/** A list of rows in a form, each of a few fields, which somebody adds to and removes from. */
export function RowList<T>({
  legend,
  hint,
  one,
  rows: start,
  blank,
  children,
}: {
  legend: ReactNode;
  hint: ReactNode;
  /** What one row is: "action". */
  one: string;
  rows: readonly T[];
  blank: T;
  /** The fields of a row; their names carry its index. */
  children: (values: T, index: number) => ReactNode;
}) {
  const [rows, change] = useReducer(
    countRows<T>,
    start.map((values, key) => ({ key, values })),
  );
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const count = useRef(rows.length);

  // A new row takes the focus; after a row is gone the focus goes to the button that brings one back.
  useEffect(() => {
    if (rows.length > count.current) {
      const fields = "textarea, select, input:not([type=hidden])";
      list.current?.lastElementChild?.querySelector<HTMLElement>(fields)?.focus();
    }
    if (rows.length < count.current) addButton.current?.focus();
    count.current = rows.length;
  }, [rows.length]);

  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="font-medium">{legend}</legend>
      <p className="max-w-read text-subtle">{hint}</p>
      {rows.length > 0 && (
        <ol ref={list} className="space-y-4">
          {rows.map(({ key, values }, index) => (
            <li key={key} className="space-y-4 rounded-card border border-border bg-sunken p-4">
              <div className="flex items-center justify-between gap-3">
                <h3 className="text-ui first-letter:uppercase">
                  {one} {index + 1}
                </h3>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Remove ${one} ${index + 1}`}
                  onClick={() => change({ do: "remove", key })}
                >
                  Remove
                </Button>
              </div>
              {children(values, index)}
            </li>
          ))}
        </ol>
      )}
      <Button ref={addButton} onClick={() => change({ do: "add", blank })}>
        Add {one}
      </Button>
    </fieldset>
  );
}
