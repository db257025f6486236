import type { ReactNode } from "react";

/** A sheet of paper on the desk: one subject, with its heading and, at the right, its acts. */
export function Card({
  title,
  id,
  actions,
  flush = false,
  children,
}: {
  title?: ReactNode;
  id?: string;
  actions?: ReactNode;
  /** Lets a table or list reach the edges. */
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={title && id ? `${id}-title` : undefined}
      className={`card min-w-0 rounded-card border border-border bg-surface ${flush ? "overflow-clip" : ""}`}
    >
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 pb-3 sm:px-5">
          {title && (
            <h2 id={id && `${id}-title`} className="text-read">
              {title}
            </h2>
          )}
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      <div className={flush ? "" : `px-4 pb-4 sm:px-5 sm:pb-5 ${title ? "" : "pt-4 sm:pt-5"}`}>
        {children}
      </div>
    </section>
  );
}
