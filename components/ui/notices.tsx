"use client";

import { useEffect, useState } from "react";

const EVENT = "app:notice";
/** How long a notice stands, in milliseconds; it can be closed before. It never carries an error. */
const NOTICE_STANDS_MS = 12_000;

/** Shows a sentence in the notices region of the frame; it outlives the page that announces it. */
export function announceNotice(sentence: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: sentence }));
}

/** The notices region: one sentence at a time, read out when it appears. */
export function Notices() {
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const show = (event: Event) => setSentence(String((event as CustomEvent).detail));
    window.addEventListener(EVENT, show);
    return () => window.removeEventListener(EVENT, show);
  }, []);
  useEffect(() => {
    if (!sentence) return;
    const timer = setTimeout(() => setSentence(""), NOTICE_STANDS_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <div
      role="status"
      data-noprint
      className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex justify-center p-4"
    >
      {sentence && (
        <p className="notice pointer-events-auto flex items-center gap-4 rounded-card bg-text px-4 py-3 text-bg">
          {sentence}
          <button type="button" className="min-h-6 font-medium underline" onClick={() => setSentence("")}>
            Close
          </button>
        </p>
      )}
    </div>
  );
}
