import type { ReactNode } from "react";
import { type StatusKind, StatusShape } from "@/components/ui/status-shape";

const looks: Record<StatusKind, string> = {
  danger: "bg-danger-bg text-danger-fg",
  warning: "bg-warning-bg text-warning-fg",
  info: "bg-info-bg text-info-fg",
  success: "bg-success-bg text-success-fg",
  neutral: "bg-neutral-bg text-neutral-fg",
  waiting: "border border-dashed border-control text-neutral-fg",
  locked: "ps-0 text-muted",
  overdue: "bg-overdue-bg text-overdue-fg",
  local: "bg-text text-bg",
};

/** One state in shape, word and colour. Severity and state are two pills, severity first. */
export function Pill({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span
      className={`pill inline-flex max-w-full items-center gap-1.5 rounded-[0.625rem] px-2 py-0.5 align-middle font-medium text-meta ${looks[kind]}`}
    >
      <StatusShape kind={kind} />
      <span>{children}</span>
    </span>
  );
}
