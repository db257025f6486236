"use client";

import { FieldShell } from "@/components/ui/field-shell";
import { useField } from "@/components/ui/form-context";

/** The csv file of a register; it is sent with the form and kept nowhere. */
export function RegisterFileField() {
  const { id, describedBy, ...field } = useField("register", true);
  return (
    <FieldShell
      id={id}
      label="Register as csv"
      hint="Up to 512 KB. An export of this register is one."
      {...field}
    >
      <input
        id={id}
        name="register"
        type="file"
        accept=".csv,text/csv"
        className="control max-w-field-medium"
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldShell>
  );
}
