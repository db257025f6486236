"use client";

import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { FormState } from "@/lib/form-state";

type Ask = NonNullable<FormState["proof"]>;

const fields = {
  password: {
    name: "proofPassword",
    label: "Your password",
    hint: undefined,
    type: "password",
    autoComplete: "current-password",
  },
  code: {
    name: "proofCode",
    label: "Code",
    hint: "The six digits your authenticator app shows now, or one of your recovery codes.",
    type: "text",
    autoComplete: "one-time-code",
  },
} as const;

/** Asks who is there before an act that weighs much. What was typed stays, and goes along with the proof. */
export function ProofSection({
  formId,
  ask,
  isPending,
  onGoBack,
}: {
  formId: string;
  ask: Ask;
  isPending: boolean;
  onGoBack: () => void;
}) {
  const section = useRef<HTMLElement>(null);
  useEffect(
    () => section.current?.querySelector<HTMLElement>("input:not([type=hidden]), a, button")?.focus(),
    [],
  );
  return (
    <section
      ref={section}
      aria-labelledby={`${formId}-proof`}
      className="notice space-y-3 rounded-card border-2 border-warning bg-surface px-4 py-3"
    >
      <h2 id={`${formId}-proof`} className="text-read">
        {ask.makeKey ? "Make the passkey" : "Show that it is you"}
      </h2>
      <p className="max-w-read">
        {ask.makeKey
          ? "Your browser asks where to keep it, and for your finger, your face or a PIN."
          : "This act needs a proof that is not older than five minutes. Nothing was done yet, and what you typed is still here."}
      </p>
      {ask.problem && (
        <p role="alert" className="font-medium text-danger-fg">
          {ask.problem}
        </p>
      )}
      {ask.by && <TextField {...fields[ask.by]} width="medium" />}
      {ask.provider && (
        <p className="max-w-read">
          <a href={ask.provider} target="_blank" rel="noreferrer">
            Sign in at your organisation's provider again
          </a>{" "}
          (opens a new tab). Then come back here and go on.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {(ask.by || ask.provider) && (
          <Button type="submit" variant="primary" aria-disabled={isPending || undefined}>
            {isPending ? "Checking…" : ask.by ? "Prove and go on" : "Go on"}
          </Button>
        )}
        {(ask.useKey || ask.makeKey) && <PasskeyButton ask={ask} />}
        <Button onClick={onGoBack}>Go back</Button>
      </div>
    </section>
  );
}

/** Lets the browser use or make a passkey, and sends the form with what it answers. */
function PasskeyButton({ ask: { by, useKey, makeKey } }: { ask: Ask }) {
  const answer = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");

  async function carryOut() {
    const field = answer.current;
    if (!field) return;
    try {
      if (makeKey) field.value = JSON.stringify(await startRegistration({ optionsJSON: makeKey }));
      if (useKey) field.value = JSON.stringify(await startAuthentication({ optionsJSON: useKey }));
    } catch {
      // The person turned it down, or the browser cannot; it does not say which.
      return setProblem("The browser gave no passkey. Try again, or choose another device.");
    }
    field.form?.requestSubmit();
  }

  return (
    <>
      <input ref={answer} type="hidden" name={makeKey ? "madeKey" : "proofPasskey"} />
      <Button variant={by ? "secondary" : "primary"} onClick={carryOut}>
        {makeKey ? "Make passkey" : "Use your passkey"}
      </Button>
      {problem && (
        <p role="alert" className="w-full font-medium text-danger-fg">
          {problem}
        </p>
      )}
    </>
  );
}
