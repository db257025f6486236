import type { StatusKind } from "@/components/ui/status-shape";
import type { AuditState } from "@/lib/lifecycle/audit-states";
import type { AuditKind, TeamRole } from "@/lib/lifecycle/record";

/** How headings and lists name the kinds of audits; sentences take theirs from lib/lifecycle/naming. */
export const auditTitles: Record<AuditKind, string> = {
  stage1: "Stage 1",
  stage2: "Stage 2",
  follow_up: "Follow-up audit",
};

/** "Stage 2", and "Stage 2, second" where it was repeated. */
export function titleOfAudit(kind: AuditKind, no: number): string {
  const ordinals = ["", "", ", second", ", third", ", fourth"];
  return `${auditTitles[kind]}${ordinals[no] ?? `, number ${no}`}`;
}

export const roleNames: Record<TeamRole, string> = {
  lead: "Lead auditor",
  auditor: "Auditor",
  expert: "Technical expert",
  observer: "Observer",
  trainee: "Trainee",
};

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
