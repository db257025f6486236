import Link from "next/link";
import type { ReactNode } from "react";
import { type StatusKind, StatusShape } from "@/components/ui/status-shape";

/** One figure: what it counts, its comparison in words, and the rows it was counted from. */
export function Stat({
  label,
  figure,
  comparison,
  kind,
  href,
}: {
  label: string;
  figure: ReactNode;
  comparison?: ReactNode;
  kind?: StatusKind;
  /** The list behind the figure. */
  href?: string;
}) {
  const tone = { danger: "text-danger", warning: "text-warning", success: "text-success", info: "text-info" };
  const color = kind && kind in tone ? tone[kind as keyof typeof tone] : "text-muted";
  return (
    <div className="card relative flex flex-col gap-1 rounded-card border border-border bg-surface px-4 py-3 has-[a:hover]:border-control">
      <p className="flex items-center justify-between gap-2 text-muted">
        {href ? (
          <Link
            href={href}
            prefetch={false}
            className="no-underline after:absolute after:inset-0 hover:underline"
          >
            {label}
          </Link>
        ) : (
          label
        )}
        {kind && <StatusShape kind={kind} className={color} />}
      </p>
      <p className="figures font-bold text-h2 tracking-tight sm:text-h1">{figure}</p>
      {comparison && <p className="text-compact text-subtle">{comparison}</p>}
    </div>
  );
}

/** Figures side by side. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.5rem),1fr))] gap-3">{children}</div>
  );
}
