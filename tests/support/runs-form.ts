import type { Call } from "./runs-act";

/** A field's value as a page sends it; the rows of a list are sent as "members.0.role". */
export type Field = string | null | undefined | readonly Field[] | { readonly [key: string]: Field };
export type Fields = Record<string, Field>;

/** The server action behind a page's form, and what the form sends beside the ids that every form of its kind sends. */
export interface RunForm {
  file: string;
  name: string;
  fields?: (call: Call) => Fields;
  /** Whether a page has this form for what is tried; else the store is asked directly. */
  isThere?: (call: Call) => boolean;
}

/** The fields of the attempt's own input that the form sends under the same names. */
export function same(...names: string[]): (call: Call) => Fields {
  return ({ input }) => Object.fromEntries(names.map((name) => [name, asField(input[name])]));
}

export function asField(value: unknown): Field {
  return value === undefined || value === null ? undefined : String(value);
}

/** Puts a field into the form; what is not there is not sent. */
export function putField(form: FormData, name: string, value: Field): void {
  if (value === undefined || value === null) return;
  if (typeof value === "string") form.append(name, value);
  else if (Array.isArray(value)) {
    const isTexts = value.every((one) => typeof one === "string");
    for (const [index, one] of value.entries()) putField(form, isTexts ? name : `${name}.${index}`, one);
  } else for (const [key, one] of Object.entries(value)) putField(form, `${name}.${key}`, one);
}
