import { z } from "zod";
import { type Day, parseDay } from "./day";

/** A calendar day of a form, as the branded type. */
export const dayField = (message: string) =>
  z.string({ error: message }).transform((text, context): Day => {
    const day = parseDay(text.trim());
    if (day) return day;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** A day that may be left out: an empty field is null. */
export const optionalDayField = (message: string) =>
  z
    .string({ error: message })
    .nullish()
    .transform((text, context): Day | null => {
      const typed = text?.trim() ?? "";
      const day = typed === "" ? null : parseDay(typed);
      if (typed !== "" && !day) context.addIssue({ code: "custom", message });
      return day;
    });

/** The longest text a form may send in one field. */
export const MAX_TEXT = 20_000;
export const MAX_LINE = 300;

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** A password somebody chooses. Its length is counted in characters as people see them, and no kind of character is asked for. */
export const newPasswordField = z
  .string({ error: `Use at least ${MIN_PASSWORD} characters` })
  .transform((text) => text.normalize("NFKC"))
  .refine((text) => [...text].length >= MIN_PASSWORD, {
    error: `Use at least ${MIN_PASSWORD} characters`,
    abort: true,
  })
  .refine((text) => [...text].length <= MAX_PASSWORD, { error: `Use at most ${MAX_PASSWORD} characters` });

/** A text that has to be there; the message says what to enter. */
export const textField = (message: string, longest = MAX_TEXT) =>
  z
    .string({ error: message })
    .trim()
    .min(1, { error: message })
    .max(longest, { error: `Use ${longest} characters or fewer.` });

/** A text that may be left out: blank is null, never "". */
export const optionalTextField = (longest = MAX_TEXT) =>
  z
    .string()
    .trim()
    .max(longest, { error: `Use ${longest} characters or fewer.` })
    .nullish()
    .transform((text) => text || null);

/** A whole number from `least` to `most`; the message says what to enter. */
export const wholeNumberField = (message: string, least: number, most: number) =>
  z.string({ error: message }).transform((text, context): number => {
    const typed = text.trim().replaceAll(",", "");
    const number = Number(typed);
    if (/^\d+$/.test(typed) && number >= least && number <= most) return number;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Words separated by commas as a list; blank is an empty list. */
export const wordsField = (most: number) =>
  z
    .string()
    .transform((text) => [
      ...new Set(
        text
          .split(",")
          .map((word) => word.trim())
          .filter(Boolean),
      ),
    ])
    .refine((words) => words.length <= most, { error: `Enter ${most} or fewer, separated by commas.` });
