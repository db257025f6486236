import type { ReactNode } from "react";
import type { StatusKind } from "@/components/ui/status-shape";

/** One state in shape, word and colour (app/pills.css). Severity and state are two pills, severity first. */
export function Pill({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={`pill is-${kind}`}>
      {typeof children === "string" ? children : <span>{children}</span>}
    </span>
  );
}
