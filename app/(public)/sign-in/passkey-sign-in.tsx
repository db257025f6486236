"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { idleForm } from "@/lib/form-state";
import { beginPasskeySignIn } from "./actions";
import { throughProvider } from "./through-provider";

const notUsed = "No passkey of an account here was used. Try again, or sign in with your password.";

/** Signs in with whichever passkey the person has on this device, without typing an address. */
export function PasskeySignIn({ next }: { next: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const [isPending, startTransition] = useTransition();

  async function use() {
    const { useKey, message = notUsed } = await beginPasskeySignIn(idleForm, new FormData());
    if (!useKey) return setProblem(message);
    try {
      const answer = JSON.stringify(await startAuthentication({ optionsJSON: useKey }));
      const signed = await signIn("passkey", { answer, redirect: false });
      if (signed?.error === "provider-needed") return setProblem(throughProvider);
      if (!signed?.ok) return setProblem(notUsed);
    } catch {
      // The person turned it down, or the browser has no passkey for this address; it does not say which.
      return setProblem(notUsed);
    }
    router.push(next);
  }

  return (
    <div className="mt-6 space-y-3 border-border border-t pt-6">
      <Button onClick={() => startTransition(use)} aria-disabled={isPending || undefined}>
        {isPending ? "Signing in…" : "Use a passkey"}
      </Button>
      {problem && (
        <p role="alert" className="max-w-read font-medium text-danger-fg">
          {problem}
        </p>
      )}
    </div>
  );
}
