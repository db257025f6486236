"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { FormState } from "@/lib/form-state";

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
  ask: NonNullable<FormState["proof"]>;
  isPending: boolean;
  onGoBack: () => void;
}) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.querySelector("input")?.focus(), []);
  return (
    <section
      ref={section}
      aria-labelledby={`${formId}-proof`}
      className="notice space-y-3 rounded-card border-2 border-warning bg-surface px-4 py-3"
    >
      <h2 id={`${formId}-proof`} className="text-read">
        Show that it is you
      </h2>
      <p className="max-w-read">
        This act needs a proof that is not older than five minutes. Nothing was done yet, and what you typed
        is still here.
      </p>
      {ask.problem && (
        <p role="alert" className="font-medium text-danger-fg">
          {ask.problem}
        </p>
      )}
      <TextField {...fields[ask.by]} width="medium" />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" aria-disabled={isPending || undefined}>
          {isPending ? "Checking…" : "Prove and go on"}
        </Button>
        <Button onClick={onGoBack}>Go back</Button>
      </div>
    </section>
  );
}
