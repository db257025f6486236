import { findingStateNames } from "../lifecycle/finding-words";
import { gradeNames } from "../lifecycle/naming";
import type { NonconformityState } from "../lifecycle/nonconformity-states";
import type { Grade } from "../lifecycle/record";
import type { Mark, MarkKind } from "./paper";

/** How each grade is marked; a conformity is nothing to act on, so it is plain. */
export const gradeKinds: Record<Grade, MarkKind> = {
  major: "danger",
  minor: "warning",
  opportunity: "info",
  conformity: "neutral",
};

/** A grade in its word. */
export function markOfGrade(grade: Grade): Mark {
  return { word: gradeNames[grade], kind: gradeKinds[grade] };
}

/** How each state of a finding is marked. */
export const findingStateKinds: Record<NonconformityState, MarkKind> = {
  draft: "neutral",
  recorded: "neutral",
  open: "waiting",
  response_submitted: "info",
  plan_accepted: "success",
  evidence_submitted: "info",
  verified: "success",
  closed: "success",
  superseded: "danger",
  void: "danger",
};

/** The state of a finding in its word. */
export function markOfState(state: NonconformityState): Mark {
  return { word: findingStateNames[state], kind: findingStateKinds[state] };
}

export const WITHDRAWN: Mark = { word: "Withdrawn", kind: "danger" };
