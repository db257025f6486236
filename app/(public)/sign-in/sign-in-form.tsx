"use client";

import { signIn } from "next-auth/react";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { type FormState, idleForm, NOTHING_DONE } from "@/lib/form-state";

/** E-mail and password; wrong and unknown are answered alike. */
export function SignInForm({ next }: { next: string }) {
  async function submit(previous: FormState, form: FormData): Promise<FormState> {
    const email = String(form.get("email") ?? "").trim();
    const password = String(form.get("password") ?? "");
    const stamp = previous.stamp + 1;
    const errors: Record<string, string> = {};
    if (!email) errors.email = "Enter your e-mail address";
    if (!password) errors.password = "Enter your password";
    if (Object.keys(errors).length > 0) return { ...idleForm, status: "error", errors, stamp };
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.error?.startsWith(NOTHING_DONE)) {
      return { ...idleForm, status: "failed", message: answer.error, stamp };
    }
    if (!answer?.ok) {
      const wrong = { email: "E-mail address or password is not right. Check both and try again." };
      return { ...idleForm, status: "error", errors: wrong, stamp };
    }
    return { ...idleForm, status: "done", redirectTo: next, stamp };
  }
  return (
    <ServerForm action={submit} submitLabel="Sign in" pendingLabel="Signing in…" keepsFields>
      <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
    </ServerForm>
  );
}
