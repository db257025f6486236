"use client";

import { type ComponentPropsWithoutRef, useEffect, useRef, useState } from "react";
import { type FieldProps, FieldShell } from "@/components/ui/field-shell";
import { useField } from "@/components/ui/form-context";

type Own = "name" | "id" | "className" | "required";

/** One line of text. `width` is the room its value needs, not the room there is. */
export function TextField({
  name,
  label,
  hint,
  optional,
  width = "full",
  ...rest
}: FieldProps & { width?: "short" | "medium" | "full" } & Omit<
    ComponentPropsWithoutRef<"input">,
    Own | "width"
  >) {
  const { id, describedBy, ...field } = useField(name, Boolean(hint));
  const room = { short: "max-w-40", medium: "max-w-80", full: "" }[width];
  return (
    <FieldShell {...{ id, label, hint, optional }} {...field}>
      <input
        id={id}
        name={name}
        className={`control ${room}`}
        aria-required={!optional}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        {...rest}
      />
    </FieldShell>
  );
}

/** Longer text. With `limit` it counts the characters left; it never cuts what was typed. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  limit,
  rows = 4,
  ...rest
}: FieldProps & { limit?: number } & Omit<ComponentPropsWithoutRef<"textarea">, Own>) {
  const { id, describedBy, ...field } = useField(name, Boolean(hint));
  const box = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(String(rest.defaultValue ?? "").length);
  const left = (limit ?? 0) - length;

  // A browser may restore text before the page is alive.
  useEffect(() => setLength(box.current?.value.length ?? 0), []);

  return (
    <FieldShell {...{ id, label, hint, optional }} {...field}>
      <textarea
        ref={box}
        id={id}
        name={name}
        rows={rows}
        className="control"
        aria-required={!optional}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={[describedBy, limit && `${id}-count`].filter(Boolean).join(" ") || undefined}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        {...rest}
      />
      {limit && (
        <p
          id={`${id}-count`}
          className={`text-meta ${left < 0 ? "font-medium text-danger-fg" : "text-subtle"}`}
        >
          {left < 0 ? `${-left} characters too many` : `${left} characters left`}
        </p>
      )}
    </FieldShell>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** A native list for up to about 15 options; it works without script. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  placeholder = "Choose",
  ...rest
}: FieldProps & { options: Choice[]; placeholder?: string } & Omit<ComponentPropsWithoutRef<"select">, Own>) {
  const { id, describedBy, ...field } = useField(name, Boolean(hint));
  return (
    <FieldShell {...{ id, label, hint, optional }} {...field}>
      <select
        id={id}
        name={name}
        className="control max-w-md"
        aria-required={!optional}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy}
        {...rest}
      >
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}
