"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { type FormState, idleForm, NOTHING_DONE } from "@/lib/form-state";
import { throughProvider } from "./through-provider";

/** What the sign-in says besides yes and no, once the password is right. */
const sentences: Record<string, string> = {
  "code-wrong": "This code is not right, or it was used. Wait for the next one.",
  "code-locked": "Too many wrong codes. Wait 15 minutes, then sign in again.",
};

/** E-mail and password, then the code where the account has a second factor; wrong and unknown are answered alike. */
export function SignInForm({ next }: { next: string }) {
  const [asksCode, setAsksCode] = useState(false);

  async function submit(previous: FormState, form: FormData): Promise<FormState> {
    const email = String(form.get("email") ?? "").trim();
    const password = String(form.get("password") ?? "");
    const code = String(form.get("code") ?? "").trim();
    const stamp = previous.stamp + 1;
    const errors: Record<string, string> = {};
    if (!email) errors.email = "Enter your e-mail address";
    if (!password) errors.password = "Enter your password";
    if (asksCode && !code) errors.code = "Enter the code";
    if (Object.keys(errors).length > 0) return { ...idleForm, status: "error", errors, stamp };
    const answer = await signIn("credentials", { email, password, code, redirect: false });
    if (answer?.ok) return { ...idleForm, status: "done", redirectTo: next, stamp };
    if (answer?.error?.startsWith(NOTHING_DONE)) {
      return { ...idleForm, status: "failed", message: answer.error, stamp };
    }
    if (answer?.error === "code-needed") {
      setAsksCode(true);
      return { ...idleForm, stamp };
    }
    return { ...idleForm, status: "error", errors: errorsOf(answer?.error), stamp };
  }

  return (
    <ServerForm action={submit} submitLabel="Sign in" pendingLabel="Signing in…" keepsFields>
      <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      {asksCode && (
        <TextField
          name="code"
          label="Code"
          hint="The six digits your authenticator app shows now, or one of your recovery codes."
          autoComplete="one-time-code"
          width="medium"
          autoFocus
        />
      )}
    </ServerForm>
  );
}

function errorsOf(error: string | null | undefined): Record<string, string> {
  if (error === "provider-needed") return { email: throughProvider };
  const ofCode = sentences[error ?? ""];
  if (ofCode) return { code: ofCode };
  const [, reference] = error?.match(/^failed-(\w+)$/) ?? [];
  return {
    email: reference
      ? `We could not sign you in. Try again. Reference ${reference}.`
      : "E-mail address or password is not right. Check both and try again.",
  };
}
