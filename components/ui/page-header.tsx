import type { ReactNode } from "react";

/** The head of a page: where it is, what it is (or the answer), its states, and its acts. */
export function PageHeader({
  title,
  breadcrumbs,
  pills,
  lead,
  actions,
}: {
  title: ReactNode;
  breadcrumbs?: ReactNode;
  pills?: ReactNode;
  /** The verdict in one or two sentences. */
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="space-y-2">
      {breadcrumbs}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 space-y-1.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1>{title}</h1>
            {pills && <div className="flex flex-wrap gap-1.5">{pills}</div>}
          </div>
          {lead && <div className="max-w-read text-muted text-read">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
