import "server-only";
import type { z } from "zod";
import { UnreadableForm } from "./form-data";
import { type FormState, idleForm } from "./form-state";
import { logFailure } from "./log";
import {
  Changed,
  FactorMissing,
  NotThere,
  ProofAsked,
  Refused,
  Rejected,
  SignedOut,
  TooMany,
} from "./outcome";
import { viewRefusals } from "./refusal-view";

/** What zod found, by field name as the form writes it. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}

/** What a form is told about an act that was not carried out; anything unexpected is logged under a reference. */
export function stateOf(error: unknown, where: string): FormState {
  if (error instanceof Rejected) return { ...idleForm, status: "error", errors: { ...error.errors } };
  if (error instanceof Refused) {
    return { ...idleForm, status: "refused", refusals: viewRefusals(error.refusals) };
  }
  if (error instanceof Changed) return { ...idleForm, status: "changed", message: error.sentence };
  if (error instanceof ProofAsked) return { ...idleForm, status: "proof", proof: error.ask };
  if (error instanceof FactorMissing) {
    const message = "You work here with a second factor. Set it up in another tab, then send this again.";
    return { ...idleForm, status: "failed", failure: "signed-out", message };
  }
  if (error instanceof TooMany) {
    return { ...idleForm, status: "failed", failure: "too-many", message: error.sentence };
  }
  if (error instanceof SignedOut) {
    const message = "You were signed out. Sign in to continue in another tab, then send this again.";
    return { ...idleForm, status: "failed", failure: "signed-out", message };
  }
  if (error instanceof NotThere) {
    return {
      ...idleForm,
      status: "failed",
      failure: "not-there",
      message: "This does not exist, or you cannot open it.",
    };
  }
  if (error instanceof UnreadableForm) {
    // No page of ours sends such a form, so it is no failure of ours: the log stays free of what anybody can make up.
    const message = "This form was changed on its way. Load the page again, then fill it in and send it.";
    return { ...idleForm, status: "failed", failure: "unreadable", message };
  }
  const reference = logFailure(error, where);
  const message = "We could not save this. Your text is still here. Try again.";
  return { ...idleForm, status: "failed", failure: "ours", message, reference };
}
