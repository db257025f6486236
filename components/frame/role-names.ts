import type { Role } from "@/lib/lifecycle/who";

/** How the screens call a role. */
export const roleNames: Record<Role, string> = {
  manager: "Compliance manager",
  executive: "Executive",
  owner: "Action owner",
  consultant: "Consultant",
  admin: "Administrator",
  planner: "Programme planner",
  auditor: "Auditor",
  decider: "Decision maker",
  quality: "Quality manager",
};

/** "Compliance manager, Administrator"; a member without roles is a member. */
export function nameRoles(roles: readonly Role[]): string {
  return roles.length > 0 ? roles.map((role) => roleNames[role]).join(", ") : "Member";
}
