import type { Facts } from "./machine";

export const caseStates = [
  "engaged",
  "pre_audit",
  "preparing",
  "stage1_planned",
  "stage1_review",
  "stage2_planned",
  "stage2_running",
  "findings_open",
  "stage2_required_again",
  "review_pending",
  "certified",
  "refused",
  "closed",
] as const;
export type CaseState = (typeof caseStates)[number];
export type CaseFacts = Facts;

/** States in which the client still works towards the decision. */
export const openCaseStates = caseStates.filter(
  (state) => state !== "certified" && state !== "refused" && state !== "closed",
);
