import { z } from "zod";
import { formToObject, UnreadableForm } from "@/lib/form-data";
import { MAX_LINE } from "@/lib/form-fields";
import type { ImportChoices } from "@/lib/imports/soa-file";
import { importColumns } from "@/lib/soa/import-words";
import { implementations } from "@/lib/soa/statement";

/** So many words of a file may need a meaning; more of them are no words but texts. */
export const MAX_WORDS = 60;

const word = z.string().max(MAX_LINE);
/** A column by its index; "" is none; left out it is found by its heading. */
const column = z
  .string()
  .regex(/^\d{0,3}$/)
  .transform((text) => (text === "" ? null : Number(text)));

/** What is chosen on the page of the preview, the same in its address and in the form that imports. */
export const Choices = z.object({
  sheet: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .nullish(),
  columns: z.partialRecord(z.enum(importColumns), column).optional(),
  applicableWords: z
    .array(z.object({ word, means: z.enum(["", "yes", "no", "none"]) }))
    .max(MAX_WORDS)
    .optional(),
  stateWords: z
    .array(z.object({ word, means: z.enum(["", "none", ...implementations]) }))
    .max(MAX_WORDS)
    .optional(),
});

/** The choices as the file is read with them. A word without a meaning stays unknown. */
export function toChoices({
  sheet,
  columns,
  applicableWords = [],
  stateWords = [],
}: z.output<typeof Choices>): ImportChoices {
  const meant = <Means extends string>(words: readonly { word: string; means: Means | "" }[]) =>
    new Map(words.flatMap(({ word: text, means }) => (means === "" ? [] : [[text, means] as const])));
  return {
    sheet: sheet ?? null,
    columns: columns ?? {},
    words: { applicable: meant(applicableWords), implementation: meant(stateWords) },
  };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The choices of the page's address, and the names and values that send them again; nothing is chosen where it cannot be read. */
export function readChoices(query: Query): {
  file: string | null;
  choices: ImportChoices;
  sent: Record<string, string>;
} {
  const sent = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && /^(sheet|columns\.|applicableWords\.|stateWords\.)/.test(name)
      ? [[name, value]]
      : [],
  );
  const file = typeof query.file === "string" ? query.file : null;
  const form = new FormData();
  for (const [name, value] of sent) form.set(name, value);
  const read = Choices.safeParse(objectOf(form));
  if (!read.success) return { file, choices: toChoices({}), sent: {} };
  return { file, choices: toChoices(read.data), sent: Object.fromEntries(sent) };
}

function objectOf(form: FormData): unknown {
  try {
    return formToObject(form);
  } catch (error) {
    if (error instanceof UnreadableForm) return null;
    throw error;
  }
}
