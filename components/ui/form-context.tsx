"use client";

import { createContext, useContext, useId } from "react";

interface FormContextValue {
  formId: string;
  errors: Record<string, string>;
  /** Counts work a submit must wait for, such as a file on its way: +1 when it starts, -1 when it ends. */
  holdSubmit: (change: 1 | -1) => void;
}

const FormContext = createContext<FormContextValue | null>(null);

/** Gives the fields below it their ids and their errors by name. */
export const FormContextProvider = FormContext.Provider;

/** The id of a field's control, as the error summary links to it. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(".", "-")}`;
}

/** What a field needs from the form around it; it also works without one. */
export function useField(name: string, hasHint: boolean) {
  const form = useContext(FormContext);
  const ownId = useId();
  const id = fieldId(form?.formId ?? ownId, name);
  const error = form?.errors[name];
  const hintId = hasHint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return { id, error, hintId, errorId, describedBy, holdSubmit: form?.holdSubmit };
}
