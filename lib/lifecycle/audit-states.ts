export const auditStates = [
  "draft",
  "team_proposed",
  "team_confirmed",
  "planned",
  "running",
  "reported",
  "concluded",
  "cancelled",
  "terminated",
] as const;
export type AuditState = (typeof auditStates)[number];
