import type { Day } from "@/lib/day";
import { listOwed } from "@/lib/lifecycle/owed";
import { owedInAudit } from "@/lib/lifecycle/owed-audit";
import type { OwedItem } from "@/lib/lifecycle/owed-item";
import type { Policy } from "@/lib/lifecycle/policy";
import { findAudit, isReported } from "@/lib/lifecycle/reading";
import type { AuditRecord, ProjectRecord } from "@/lib/lifecycle/record";
import type { Side } from "@/lib/lifecycle/who";

/**
 * What is owed next on an audit, the reader's own side first; after its report, what the case owes because of it. Null
 * when nothing is open.
 */
export function findNextInAudit(
  record: ProjectRecord,
  audit: AuditRecord,
  today: Day,
  policy: Policy,
  side: Side,
): OwedItem | null {
  const owed = owedInAudit(audit, today, policy);
  const next = owed.find((item) => item.side === side) ?? owed[0];
  if (next) return next;
  const isLatest = isReported(audit) && findAudit(record, audit.kind)?.id === audit.id;
  const isStage2Under = audit.kind === "stage1" && findAudit(record, "stage2") !== null;
  if (!isLatest || isStage2Under) return null;
  return (
    listOwed(record, today, policy).find(({ subject, blocks }) => subject.kind === "case" && blocks) ?? null
  );
}
