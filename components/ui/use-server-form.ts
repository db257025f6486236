"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useRef, useState, useTransition } from "react";
import { askAction, makeRequestId } from "@/components/ui/ask-action";
import { announceNotice } from "@/components/ui/notices";
import { type FormAction, type FormState, idleForm } from "@/lib/form-state";

/** The button a form was sent with, as it belongs into the form's data. */
export interface Submitter {
  name: string;
  value: string;
}

/** Marks the page's title while the form asks for something. */
function useErrorTitle(state: FormState) {
  useEffect(() => {
    if (state.status === "idle" || state.status === "done" || state.status === "proof") return;
    document.title = `Error: ${document.title}`;
    return () => {
      document.title = document.title.replace(/^Error: /, "");
    };
  }, [state]);
}

/**
 * Which version of the record the form is sent against. While something is typed it stays the one it
 * was typed against: a refresh by another form must not let it overwrite what nobody has seen.
 */
function useVersion(version: string | number | undefined, isDirty: boolean, onFollow: () => void) {
  const [pinned, setPinned] = useState(version);
  const [isLoading, setLoading] = useState(false);
  const [seen, setSeen] = useState<{ version: typeof version } | null>(null);
  if (version !== pinned && !isDirty) {
    setPinned(version);
    setLoading(false);
    setSeen(null);
    onFollow();
  }
  if (isLoading && isDirty && (version !== pinned || version === undefined)) {
    setLoading(false);
    setSeen({ version });
  }
  return {
    sentVersion: seen ? seen.version : pinned,
    isNewerLoaded: seen !== null,
    markLoading: () => setLoading(true),
    forgetSeen: () => setSeen(null),
  };
}

/**
 * The life of one form: sending, the answer, the request id and the version.
 * React empties a form whose `action` has run, also after an error; so with script the form is sent by
 * our own handler, and `postAction` serves only a page without script.
 */
export function useServerForm(action: FormAction, version: string | number | undefined) {
  const router = useRouter();
  const [posted, postAction] = useActionState(action, idleForm);
  const [answer, setAnswer] = useState<FormState | null>(null);
  const [isPending, startTransition] = useTransition();
  const [, startRefresh] = useTransition();
  const [isDirty, setDirty] = useState(false);
  // Bumped to make the fields anew, with the values the server sent last.
  const [generation, setGeneration] = useState(0);
  const requestId = useRef<string | null>(null);
  const isSending = useRef(false);
  const state = answer ?? posted;

  useErrorTitle(state);
  const versions = useVersion(version, isDirty, () => {
    setGeneration((count) => count + 1);
    if (state.status === "changed") setAnswer(idleForm);
  });

  function startAnew() {
    setDirty(false);
    versions.forgetSeen();
    setGeneration((count) => count + 1);
  }

  function receive(next: FormState, onDone: () => void) {
    setAnswer(next);
    if (next.status !== "done") return;
    requestId.current = null;
    onDone();
    // Among the notices, because an act often takes its own form away, or folds it up, with the state it changes.
    if (next.message) announceNotice(next.message);
    if (next.redirectTo) router.push(next.redirectTo);
  }

  return {
    state,
    postAction,
    isPending,
    isDirty,
    generation,
    sentVersion: versions.sentVersion,
    isNewerLoaded: versions.isNewerLoaded,
    markDirty: () => setDirty(true),
    markSaved: () => setDirty(false),
    startAnew,
    /** Sends the form's own fields once; while an answer is awaited it does nothing. */
    send(form: HTMLFormElement, submitter: Submitter | null, onDone: () => void) {
      if (isSending.current) return;
      isSending.current = true;
      const data = new FormData(form);
      for (const name of [...data.keys()]) if (name.startsWith("$ACTION")) data.delete(name);
      if (submitter?.name) data.append(submitter.name, submitter.value);
      requestId.current ??= makeRequestId();
      data.set("requestId", requestId.current);
      startTransition(async () => {
        try {
          const next = await askAction(action, state, data);
          startTransition(() => receive(next, onDone));
        } finally {
          isSending.current = false;
        }
      });
    },
    /** Takes the form back that was asked for more; what was typed stays. */
    withdraw() {
      setAnswer(idleForm);
    },
    loadNewer() {
      versions.markLoading();
      startRefresh(() => router.refresh());
    },
    takeNewer() {
      setAnswer(idleForm);
      startAnew();
    },
  };
}
