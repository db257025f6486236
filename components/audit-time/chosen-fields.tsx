"use client";

import type { ReactNode } from "react";
import { TextArea } from "@/components/ui/field";
import { NumberField } from "@/components/ui/value-fields";

/** A percentage that somebody chooses, and the reason beside it. */
export function ChosenFields({
  name,
  label,
  hint,
  values,
  optional = true,
}: {
  /** The group of both fields, such as "integration". */
  name: string;
  label: string;
  hint?: ReactNode;
  values?: { percent: number | null; reason: string | null } | null;
  optional?: boolean;
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <NumberField
        name={`${name}.percent`}
        label={label}
        unit="percent"
        hint={hint}
        optional={optional}
        defaultValue={String(values?.percent ?? "")}
      />
      <TextArea
        name={`${name}.reason`}
        label="Reason"
        rows={2}
        optional={optional}
        defaultValue={values?.reason ?? ""}
      />
    </div>
  );
}
