import type { ProofAsk } from "./outcome";

/** A refusal as a form shows it: the sentence, the rule and clause behind it, and who can lift it. */
export interface RefusalView {
  code: string;
  /** Rule id of the rule book, for example "DEC-1". */
  rule: string;
  /** Clause of the standard the rule rests on; empty when it is a rule of the product alone. */
  clause: string;
  sentence: string;
  /** "justify" passes when a reason is kept with the act; "block" does not pass. */
  severity: "block" | "justify";
  /** Who can lift it or what lifts it, as a sentence; empty when nobody can. */
  lift: string;
}

/** A text that leaves the server once. */
export interface ShownOnce {
  label: string;
  text: string;
}

/** What an act would do, or why it cannot, line by line; nothing is changed yet. */
export interface Report {
  title: string;
  isProblem: boolean;
  lines: string[];
}

/**
 * What a server action answers to a form.
 * done: saved; error: fields to correct; refused: a rule stands against it; changed: somebody else
 * saved a newer version meanwhile; failed: our fault, logged under `reference`; proof: the person proves who they are,
 * and the same form is sent again with that.
 */
export interface FormState {
  status: "idle" | "done" | "error" | "refused" | "changed" | "failed" | "proof";
  /** Field name as in the form ("actions.0.what") to message. */
  errors: Record<string, string>;
  refusals: RefusalView[];
  /** One sentence for done, changed and failed. */
  message?: string;
  /** Why it failed, for a sender that is no form and tries again by itself. */
  failure?: "signed-out" | "not-there" | "too-many" | "unreadable" | "ours";
  /** The version of the record that the act left. */
  version?: number;
  /** Log id of a failure. */
  reference?: string;
  redirectTo?: string;
  /** What is shown this once and kept nowhere, to be copied: a link, codes. */
  shownOnce?: ShownOnce;
  /** A look ahead that was asked for, with the form as it was sent. */
  report?: Report;
  proof?: ProofAsk;
  /** What the browser needs to sign in with a passkey. */
  useKey?: ProofAsk["useKey"];
  /** Differs for each answer, so that an effect runs for two equal answers too. */
  stamp: number;
}

/** The state of a form nobody has sent yet. */
export const idleForm: FormState = { status: "idle", errors: {}, refusals: [], stamp: 0 };

/** A server action as a form calls it. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** How a refusal begins that comes before a form is read; the form that was sent shows it as it stands. */
export const NOTHING_DONE = "Nothing was done: ";
