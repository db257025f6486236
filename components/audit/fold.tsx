import type { ReactNode } from "react";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import type { CommandOf } from "@/lib/lifecycle/ask";

/** Folds away the less common of two acts; nothing where this person is not offered it. */
export function Fold({
  room,
  command,
  title,
  children,
}: {
  room: AuditRoom;
  command: CommandOf<"audit">;
  title: string;
  children: ReactNode;
}) {
  if (!offerAuditAct(room, command)) return null;
  return (
    <details>
      <summary className="w-fit py-1 text-link underline underline-offset-3">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
