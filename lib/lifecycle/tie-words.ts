import type { TieKind } from "./record";

/** The threats to impartiality that a tie can be (ISO/IEC 17021-1 5.2). */
export const tieThreats = ["self_interest", "self_review", "familiarity", "intimidation"] as const;
export type TieThreat = (typeof tieThreats)[number];

export const tieDecisions = ["barred", "cleared"] as const;
export type TieDecision = (typeof tieDecisions)[number];

/** How the screens call what ties a person to a client. */
export const tieNames: Record<TieKind, string> = {
  consultancy: "Consultancy",
  employment: "Employment or management role",
  internal_audit: "Internal audit",
  financial: "Financial interest",
  family: "Family or close friend",
  other: "Something else",
};

export const threatNames: Record<TieThreat, string> = {
  self_interest: "Self-interest",
  self_review: "Review of own work",
  familiarity: "Familiarity or trust",
  intimidation: "Pressure",
};

export const decisionNames: Record<TieDecision, string> = {
  barred: "Takes no part",
  cleared: "May take part, with safeguards",
};
