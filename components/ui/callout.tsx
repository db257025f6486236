import type { ReactNode } from "react";
import { StatusShape } from "@/components/ui/status-shape";

export type CalloutTone = "info" | "warning" | "danger" | "success";

const looks: Record<CalloutTone, string> = {
  info: "bg-info-bg text-info-fg",
  warning: "bg-warning-bg text-warning-fg",
  danger: "bg-danger-bg text-danger-fg",
  success: "bg-success-bg text-success-fg",
};

/** A notice in the flow of the page: what is the case, and what to do. `actions` stand below the text. */
export function Callout({
  tone = "info",
  title,
  children,
  actions,
}: {
  tone?: CalloutTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`notice rounded-card px-4 py-3 ${looks[tone]}`}>
      <div className="flex gap-2.5">
        <span className="pt-1">
          <StatusShape kind={tone} />
        </span>
        <div className="min-w-0 max-w-read space-y-1">
          {title && <p className="font-bold">{title}</p>}
          {children && <div className="space-y-2 text-text">{children}</div>}
          {actions && <div className="flex flex-wrap gap-2 pt-1.5">{actions}</div>}
        </div>
      </div>
    </div>
  );
}
