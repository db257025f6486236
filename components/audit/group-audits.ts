import { type Day, isAfter, isBefore } from "@/lib/day";
import type { OpenAudit } from "@/lib/store/my-audits";

export type AuditGroup = "today" | "report" | "upcoming" | "planning" | "after";

export const groupTitles: Record<AuditGroup, string> = {
  today: "Today",
  report: "Waiting for the report",
  upcoming: "Upcoming",
  planning: "Being planned",
  after: "Report issued, not concluded",
};

/** In which part of the worklist an audit stands: what runs today first, then what must be written. */
export function groupOfAudit({ audit }: Pick<OpenAudit, "audit">, today: Day): AuditGroup {
  const { state, startsOn, endsOn } = audit;
  if (state === "reported") return "after";
  if (state === "running") return endsOn !== null && isBefore(endsOn, today) ? "report" : "today";
  if (state !== "planned" || startsOn === null) return "planning";
  return isAfter(startsOn, today) ? "upcoming" : "today";
}
