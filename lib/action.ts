import "server-only";
import { createHash } from "node:crypto";
import { refresh } from "next/cache";
import { z } from "zod";
import { may, type Permission, refusePermission } from "./access";
import type { Actor } from "./actor";
import { now } from "./clock";
import { parseDay } from "./day";
import { errorsOf, stateOf } from "./form-answer";
import { formToObject, UnreadableForm } from "./form-data";
import { MAX_LINE, MAX_TEXT } from "./form-fields";
import { type FormState, idleForm, type Report, type ShownOnce } from "./form-state";
import { Refused, Rejected } from "./outcome";
import { requireAsker, requireMember } from "./session/require-actor";
import { requireProof } from "./session/require-proof";
import { changesAccount, isOpenWithoutFactor, needsStepUp } from "./step-up";
import type { Submission } from "./store/act";
import type { SignedIn } from "./store/sessions";
import { requireOwnAccount } from "./store/whereabouts";

/** What every form sends beside its own fields. */
const Envelope = z.object({
  org: z.string(),
  requestId: z.uuid(),
  version: z.coerce.number().int().optional(),
  justification: z.string().trim().max(MAX_TEXT).optional(),
  recordedOn: z.string().optional(),
  recordedBy: z.string().trim().max(MAX_LINE).optional(),
  recordedProof: z.string().optional(),
  /** A document that proved an earlier act and proves this one too; a new one goes first. */
  knownProof: z.string().optional(),
  proofPassword: z.string().max(MAX_LINE).optional(),
  proofCode: z.string().max(MAX_LINE).optional(),
  proofPasskey: z.string().max(MAX_TEXT).optional(),
});

export interface ActionContext<Input> {
  actor: Actor;
  /** In which the actor asks. */
  session: SignedIn;
  input: Input;
  submission: Submission;
  /** The version of the record that the page showed. */
  version: number | undefined;
}

/** What a finished act says: a sentence, or the page that comes next. */
export interface Done {
  message?: string;
  /** The version of the record that the act left, for a sender that goes on from it. */
  version?: number;
  redirectTo?: string;
  /** Shown in the form this once, to be copied. */
  shownOnce?: ShownOnce;
  /** A look ahead: what the same form would do. */
  report?: Report;
  /** What the browser needs to sign in with a passkey. */
  useKey?: FormState["useKey"];
  /** The page is not drawn anew, because what the form shows once would go with it. */
  keepsPage?: true;
}

/**
 * The only way to make a server action: who asks, then whether the role may, then the form, then a fresh proof of who
 * asks where the act needs one, then the act. Rules that
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
      const envelope = readEnvelope(sent);
      const requireWho = isOpenWithoutFactor(permission) ? requireMember : requireAsker;
      const { actor, session } = await requireWho(envelope.org);
      const submission = submissionOf(permission, envelope, form);
      if (!may(actor, permission)) throw new Refused([refusePermission(permission)]);
      const parsed = schema.safeParse(sent);
      if (!parsed.success) return { ...idleForm, status: "error", errors: errorsOf(parsed.error), stamp };
      if (changesAccount(permission)) await requireOwnAccount(actor, session);
      if (needsStepUp(permission)) await requireProof(session, envelope, submission.now);
      const done = await run({ actor, session, input: parsed.data, submission, version: envelope.version });
      const { keepsPage, ...answer } = done ?? {};
      if (!answer.redirectTo && !keepsPage) refresh();
      return { ...idleForm, status: "done", ...answer, stamp };
    } catch (error) {
      return { ...stateOf(error, permission), stamp };
    }
  };
}

function readEnvelope(sent: unknown): z.output<typeof Envelope> {
  const read = Envelope.safeParse(sent);
  if (!read.success) throw new UnreadableForm(z.prettifyError(read.error));
  return read.data;
}

function submissionOf(action: string, envelope: z.output<typeof Envelope>, form: FormData): Submission {
  const { requestId, justification, recordedOn, recordedBy } = envelope;
  const recordedProof = envelope.recordedProof || envelope.knownProof;
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

/** The same form sent with a proof of who asks is still the same form. */
const NOT_CONTENT = /^(requestId|proofPassword|proofCode|proofPasskey|\$ACTION.*)$/;

/** Hash of what a form says, without what is no content of it: the same form sent again has the same. */
export function digestOf(form: FormData): string {
  const fields = [...form.entries()]
    .filter(([name]) => !NOT_CONTENT.test(name))
    .map(([name, value]) => [name, typeof value === "string" ? value : value.size]);
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
