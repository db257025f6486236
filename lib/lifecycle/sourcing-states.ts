export const sourcingStates = [
  "planning",
  "rfp_open",
  "evaluating",
  "cb_selected",
  "contracted_pending",
  "engaged",
  "closed",
] as const;
export type SourcingState = (typeof sourcingStates)[number];
