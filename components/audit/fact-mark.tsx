import { RecordedMark } from "@/components/project/recorded-mark";
import type { AuditDetails } from "@/lib/store/audit-view";

/** "Recorded by Northwind" beside a fact of the body that the client wrote down; nothing beside its own acts. */
export function FactMark({ recorded, act }: { recorded: AuditDetails["recorded"]; act: string }) {
  const mark = recorded[act];
  return mark ? <RecordedMark by={mark.by} standing={mark.standing} /> : null;
}
