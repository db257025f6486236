import type { ReactNode } from "react";

/** One numbered part of a report. */
export function ReportSection({ no, title, children }: { no: number; title: string; children: ReactNode }) {
  return (
    <section className="space-y-3 border-border border-t pt-5">
      <h3>
        {no}. {title}
      </h3>
      {children}
    </section>
  );
}

/** What the team wrote under a heading; a missing text says so. */
export function Written({ title, text }: { title?: string; text: string | null }) {
  return (
    <div className="space-y-1">
      {title && <h4 className="font-medium text-muted">{title}</h4>}
      {text ? <p className="prose-plain">{text}</p> : <p className="text-subtle">Not stated</p>}
    </div>
  );
}
