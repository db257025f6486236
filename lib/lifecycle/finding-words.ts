import { gradeNames } from "./naming";
import type { NonconformityState } from "./nonconformity-states";
import type { Grade } from "./record";
import type { Side } from "./who";

/** The grade of a finding that has one, as each issued finding has (the database keeps this). Throws for a draft without. */
export function gradeOf({ grade }: { grade: Grade | null }): Grade {
  if (!grade) throw new Error("A draft without a grade was asked for its grade.");
  return grade;
}

/** "Major nonconformity", or that a draft has none yet. */
export function gradeInWords(grade: Grade | null): string {
  return grade ? gradeNames[grade] : "No grade yet";
}

/** The grades, the gravest first. */
export const grades: readonly Grade[] = ["major", "minor", "opportunity", "conformity"];

/** What a finding's state is called on every screen. */
export const findingStateNames: Record<NonconformityState, string> = {
  draft: "Draft",
  recorded: "Recorded",
  open: "Waiting for plan",
  response_submitted: "Plan submitted",
  plan_accepted: "Plan accepted",
  evidence_submitted: "Evidence submitted",
  verified: "Verified",
  closed: "Closed",
  superseded: "Not effective",
  void: "Withdrawn",
};

/** Nonconformities on which somebody still has something to do. */
export const liveStates: readonly NonconformityState[] = [
  "open",
  "response_submitted",
  "plan_accepted",
  "evidence_submitted",
  "verified",
];

/** Nonconformities that stand open for the decision: raised and not verified (DEC-4). The overview counts the same. */
export const openStates: readonly NonconformityState[] = liveStates.filter((state) => state !== "verified");

/** Findings that stand in nobody's way any more: verified, closed, replaced by a major, or withdrawn. */
export const endedStates: readonly NonconformityState[] = ["verified", "closed", "superseded", "void"];

/** Whose turn it is in a state; null where nobody has to do anything (6.4). */
export function waitsFor(state: NonconformityState): Side | null {
  if (state === "open" || state === "plan_accepted") return "client";
  return liveStates.includes(state) ? "body" : null;
}
