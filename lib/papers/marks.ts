import { gradeNames } from "../lifecycle/naming";
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

export const WITHDRAWN: Mark = { word: "Withdrawn", kind: "danger" };
