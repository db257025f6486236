import type { CompetenceKind } from "@/lib/lifecycle/team-competence";

/** How the screens call what somebody is competent in. */
export const competenceNames: Record<CompetenceKind, string> = {
  standard: "Standard",
  area: "Technical area",
  language: "Language",
};
