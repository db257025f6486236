"use client";

import type { ReactNode } from "react";
import type { Choice } from "@/components/ui/field";
import { FieldError, type FieldProps, OptionalMark } from "@/components/ui/field-shell";
import { useField } from "@/components/ui/form-context";
import { type StatusKind, StatusShape } from "@/components/ui/status-shape";

function ChoiceGroup({
  label,
  hint,
  optional,
  field,
  children,
}: Omit<FieldProps, "name"> & { field: ReturnType<typeof useField>; children: ReactNode }) {
  return (
    <div className={field.error ? "border-danger border-s-4 ps-3" : ""}>
      <fieldset className="min-w-0 space-y-1.5" aria-describedby={field.describedBy}>
        <legend className="font-medium">
          {label}
          {optional && <OptionalMark />}
        </legend>
        {hint && (
          <p id={field.hintId} className="max-w-read text-subtle">
            {hint}
          </p>
        )}
        <FieldError id={field.errorId}>{field.error}</FieldError>
        {children}
      </fieldset>
    </div>
  );
}

const cardLook =
  "flex min-h-(--control-height) items-start gap-2.5 rounded-control border border-control bg-surface px-3 py-2 has-checked:border-primary has-checked:bg-selected has-checked:outline has-checked:outline-primary";

function ChoiceText({ choice, id, kind }: { choice: Choice; id: string; kind?: StatusKind }) {
  return (
    <span className="min-w-0">
      <span className="flex items-center gap-1.5 font-medium">
        {kind && <StatusShape kind={kind} />}
        {choice.label}
      </span>
      {choice.hint && (
        <span id={`${id}-about`} className="block text-compact text-muted">
          {choice.hint}
        </span>
      )}
    </span>
  );
}

/** One of a few options, each a card with its criteria. `columns` holds from 640 px upwards. */
export function RadioCards({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
  columns = 1,
  onChange,
}: FieldProps & {
  options: (Choice & { kind?: StatusKind })[];
  defaultValue?: string;
  columns?: 1 | 2 | 4;
  onChange?: (value: string) => void;
}) {
  const field = useField(name, Boolean(hint));
  const grid = { 1: "", 2: "sm:grid-cols-2", 4: "sm:grid-cols-2 lg:grid-cols-4" }[columns];
  return (
    <ChoiceGroup {...{ label, hint, optional, field }}>
      <div className={`grid gap-2 ${grid}`}>
        {options.map((option, index) => {
          // The error summary goes to the first card.
          const id = index === 0 ? field.id : `${field.id}-${option.value}`;
          return (
            <label key={option.value} htmlFor={id} className={cardLook}>
              <input
                id={id}
                type="radio"
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
                aria-describedby={option.hint ? `${id}-about` : undefined}
                onChange={onChange && (() => onChange(option.value))}
                className="mt-0.5 size-4 shrink-0"
              />
              <ChoiceText choice={option} id={id} kind={option.kind} />
            </label>
          );
        })}
      </div>
    </ChoiceGroup>
  );
}

/** Any of a few options; sent as a repeated name, read on the server with `asList`. `columns` holds from 640 px upwards. */
export function CheckboxGroup({
  name,
  label,
  hint,
  optional,
  options,
  defaultValues = [],
  columns = 2,
}: FieldProps & { options: Choice[]; defaultValues?: string[]; columns?: 1 | 2 }) {
  const field = useField(name, Boolean(hint));
  return (
    <ChoiceGroup {...{ label, hint, optional, field }}>
      <div className={`grid gap-2 ${columns === 2 ? "sm:grid-cols-2" : ""}`}>
        {options.map((option, index) => {
          const id = index === 0 ? field.id : `${field.id}-${option.value}`;
          return (
            <label key={option.value} htmlFor={id} className={cardLook}>
              <input
                id={id}
                type="checkbox"
                name={name}
                value={option.value}
                defaultChecked={defaultValues.includes(option.value)}
                aria-describedby={option.hint ? `${id}-about` : undefined}
                className="mt-0.5 size-4 shrink-0"
              />
              <ChoiceText choice={option} id={id} />
            </label>
          );
        })}
      </div>
    </ChoiceGroup>
  );
}

/** One yes-or-no statement. Ticked it sends "yes", otherwise nothing. */
export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked,
}: Omit<FieldProps, "optional"> & { defaultChecked?: boolean }) {
  const field = useField(name, Boolean(hint));
  return (
    <div className={`space-y-1 ${field.error ? "border-danger border-s-4 ps-3" : ""}`}>
      <FieldError id={field.errorId}>{field.error}</FieldError>
      <label htmlFor={field.id} className="flex min-h-6 items-start gap-2.5 py-0.5">
        <input
          id={field.id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={defaultChecked}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
          className="mt-0.5 size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={field.hintId} className="max-w-read ps-6.5 text-compact text-subtle">
          {hint}
        </p>
      )}
    </div>
  );
}
