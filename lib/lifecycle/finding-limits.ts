import { type Day, formatDay } from "@/lib/day";
import { closureDueOn, type Deadline, planDueOn } from "./deadlines";
import type { Policy } from "./policy";
import type { FindingRecord } from "./record";

/** A limit of a finding as a full sentence, with the rule it rests on. */
export interface Limit {
  sentence: string;
  rule: string;
  clause: string;
}

/**
 * The limits of an issued nonconformity in words (CAP-1, DEC-6): the day in force, what it was counted from, and that it
 * was extended where it is a later one. `lastDay` is the audit's last day. Other findings have no limit.
 */
export function limitsOf(finding: FindingRecord, lastDay: Day, policy: Policy): Limit[] {
  if (finding.grade !== "minor" && finding.grade !== "major") return [];
  return [
    sayLimit("Plan", finding.planDueOn, planDueOn(finding.grade, lastDay, policy, finding.issuedOn)),
    sayLimit("Closure", finding.closureDueOn, closureDueOn(finding.grade, lastDay, policy, finding.issuedOn)),
  ];
}

function sayLimit(
  what: "Plan" | "Closure",
  inForce: Day | null,
  { on, because, rule, clause }: Deadline<Day | null>,
): Limit {
  if (inForce === null) return { sentence: because, rule, clause };
  if (inForce === on)
    return { sentence: `${what} due ${formatDay(inForce)}: ${lowerFirst(because)}`, rule, clause };
  const first = on ? `; first counted as ${formatDay(on)}` : "";
  return { sentence: `${what} due ${formatDay(inForce)}, set by the audit team${first}.`, rule, clause };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
