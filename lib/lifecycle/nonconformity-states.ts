export const nonconformityStates = [
  "draft",
  "recorded",
  "open",
  "response_submitted",
  "plan_accepted",
  "evidence_submitted",
  "verified",
  "closed",
  "superseded",
  "void",
] as const;
export type NonconformityState = (typeof nonconformityStates)[number];
