import type { StatusKind } from "@/components/ui/status-shape";
import type { AuditState } from "@/lib/lifecycle/audit-states";

/** The word and the look of each state of an audit (one vocabulary on every screen). */
export const auditStateViews: Record<AuditState, { word: string; kind: StatusKind }> = {
  draft: { word: "Draft", kind: "neutral" },
  team_proposed: { word: "Team proposed", kind: "info" },
  team_confirmed: { word: "Team confirmed", kind: "info" },
  planned: { word: "Scheduled", kind: "info" },
  running: { word: "In progress", kind: "info" },
  reported: { word: "Report issued", kind: "success" },
  concluded: { word: "Concluded", kind: "success" },
  cancelled: { word: "Cancelled", kind: "neutral" },
  terminated: { word: "Terminated", kind: "danger" },
};
