"use client";

import { useState } from "react";
import { type GridColumn, gridColumns } from "@/components/soa/grid-columns";
import { Button } from "@/components/ui/button";

interface Props {
  count: number;
  onWrite: (column: GridColumn, text: string) => void;
  onClear: () => void;
}

/** Writes one value into every chosen line. */
export function BulkBar({ count, onWrite, onClear }: Props) {
  const [key, setKey] = useState<GridColumn["key"]>("applicable");
  const [text, setText] = useState("");
  const column = gridColumns.find((one) => one.key === key);
  if (!column) return null;
  // Emptying many texts at once is never meant by an empty field.
  const isNothing = !column.options && text.trim() === "";
  const value = { "aria-label": "New value", value: text, className: "control min-w-40 flex-1" };
  return (
    <section
      aria-label="Chosen controls"
      className="sticky top-16 z-10 mx-4 flex flex-wrap items-center gap-3 rounded-card border border-border bg-sunken px-4 py-3 sm:mx-5"
    >
      <p className="font-medium">
        {count} {count === 1 ? "control" : "controls"} chosen
      </p>
      <select
        aria-label="What to change"
        value={key}
        onChange={({ currentTarget }) => {
          setKey(currentTarget.value as GridColumn["key"]);
          setText("");
        }}
        className="control w-auto"
      >
        {gridColumns.map((one) => (
          <option key={one.key} value={one.key}>
            {one.label}
          </option>
        ))}
      </select>
      {column.options ? (
        <select {...value} onChange={({ currentTarget }) => setText(currentTarget.value)}>
          {column.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...value} onChange={({ currentTarget }) => setText(currentTarget.value)} />
      )}
      <Button
        variant="primary"
        aria-disabled={isNothing || undefined}
        onClick={() => !isNothing && onWrite(column, text)}
      >
        Write into {count === 1 ? "it" : `all ${count}`}
      </Button>
      <Button variant="quiet" onClick={onClear}>
        Choose none
      </Button>
    </section>
  );
}
