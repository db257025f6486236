import type { ReactNode } from "react";

/** Folds away the less common of two acts; nothing where this person is not offered it. */
export function Fold({ when, title, children }: { when: boolean; title: string; children: ReactNode }) {
  if (!when) return null;
  return (
    <details>
      <summary className="w-fit py-1 text-link underline underline-offset-3">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
