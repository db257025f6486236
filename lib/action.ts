import "server-only";
import { createHash } from "node:crypto";
import { refresh } from "next/cache";
import { z } from "zod";
import { may, type Permission, refusePermission } from "./access";
import type { Actor } from "./actor";
import { now } from "./clock";
import { type Day, parseDay } from "./day";
import { formToObject } from "./form-data";
import { type FormState, idleForm } from "./form-state";
import { sentenceOf } from "./lifecycle/refusal";
import { logFailure } from "./log";
import { Changed, NotThere, Refused, Rejected, SignedOut } from "./outcome";
import { requireActor } from "./session/require-actor";
import type { Submission } from "./store/act";

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
    .union([z.literal("").transform(() => null), dayField(message)])
    .nullish()
    .transform((day) => day ?? null);

/** The longest text a form may send in one field. */
export const MAX_TEXT = 20_000;
export const MAX_LINE = 300;

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

/** What every form sends beside its own fields. */
const Envelope = z.object({
  org: z.string(),
  requestId: z.uuid(),
  version: z.coerce.number().int().optional(),
  justification: z.string().trim().max(MAX_TEXT).optional(),
  recordedOn: z.string().optional(),
  recordedBy: z.string().trim().max(MAX_LINE).optional(),
  recordedProof: z.string().optional(),
});

export interface ActionContext<Input> {
  actor: Actor;
  input: Input;
  submission: Submission;
  /** The version of the record that the page showed. */
  version: number | undefined;
}

/** What a finished act says: a sentence, or the page that comes next. */
export interface Done {
  message?: string;
  redirectTo?: string;
}

/**
 * The only way to make a server action: who asks, then the form, then whether the role may, then the act. Rules that
 * stand against it come back as reasons with clause; anything unexpected is logged under a reference. Nothing a page
 * knew is trusted: the form carries ids, and everything is read again.
 */
export function action<S extends z.ZodType>(
  permission: Permission,
  schema: S,
  run: (context: ActionContext<z.output<S>>) => Promise<Done | undefined>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (_previous, form) => {
    const stamp = now().getTime() + Math.random();
    try {
      const sent = formToObject(form);
      const envelope = Envelope.parse(sent);
      const actor = await requireActor(envelope.org);
      const submission = submissionOf(permission, envelope, form);
      if (!may(actor, permission)) throw new Refused([refusePermission(permission)]);
      const parsed = schema.safeParse(sent);
      if (!parsed.success) return { ...idleForm, status: "error", errors: errorsOf(parsed.error), stamp };
      const done = await run({ actor, input: parsed.data, submission, version: envelope.version });
      if (!done?.redirectTo) refresh();
      return { ...idleForm, status: "done", ...done, stamp };
    } catch (error) {
      return { ...stateOf(error, permission), stamp };
    }
  };
}

function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}

function submissionOf(action: string, envelope: z.output<typeof Envelope>, form: FormData): Submission {
  const { requestId, justification, recordedOn, recordedBy, recordedProof } = envelope;
  const submission: Submission = {
    id: requestId,
    action,
    digest: digestOf(form),
    now: now(),
    justification: justification || undefined,
  };
  if (recordedOn === undefined && recordedBy === undefined && recordedProof === undefined) return submission;
  const on = parseDay(recordedOn ?? "");
  const errors: Record<string, string> = {};
  if (!on) errors.recordedOn = "Enter the day on which the certification body acted.";
  if (!recordedBy) errors.recordedBy = "Enter the name of the person who acted for the certification body.";
  if (!z.uuid().safeParse(recordedProof).success) {
    errors.recordedProof = "Add the document that proves this act.";
  }
  if (!on || Object.keys(errors).length > 0) throw new Rejected(errors);
  return { ...submission, recorded: { on, by: recordedBy ?? "", proofId: recordedProof ?? "" } };
}

function digestOf(form: FormData): string {
  const fields = [...form.entries()]
    .filter(([name]) => name !== "requestId" && !name.startsWith("$ACTION"))
    .map(([name, value]) => [name, typeof value === "string" ? value : value.size]);
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

function stateOf(error: unknown, where: string): FormState {
  if (error instanceof Rejected) return { ...idleForm, status: "error", errors: { ...error.errors } };
  if (error instanceof Refused) {
    const refusals = error.refusals.map((refusal) => ({ ...refusal, sentence: sentenceOf(refusal) }));
    return { ...idleForm, status: "refused", refusals };
  }
  if (error instanceof Changed) return { ...idleForm, status: "changed", message: error.sentence };
  if (error instanceof SignedOut) {
    const message = "You were signed out. Sign in to continue in another tab, then send this again.";
    return { ...idleForm, status: "failed", message };
  }
  if (error instanceof NotThere) {
    return { ...idleForm, status: "failed", message: "This does not exist, or you cannot open it." };
  }
  const reference = logFailure(error, where);
  const message = "We could not save this. Your text is still here. Try again.";
  return { ...idleForm, status: "failed", message, reference };
}
