import { Pill } from "@/components/ui/pill";
import type { PillCell } from "@/components/ui/table-cell";
import { findingStateNames, gradeInWords } from "@/lib/lifecycle/finding-words";
import { gradeNames } from "@/lib/lifecycle/naming";
import type { NonconformityState } from "@/lib/lifecycle/nonconformity-states";
import type { Grade } from "@/lib/lifecycle/record";
import { findingStateKinds, gradeKinds } from "@/lib/papers/marks";

/** The pills below as cells of a long list. */
export function gradeCell(grade: Grade): PillCell {
  return { pill: gradeKinds[grade], text: gradeNames[grade] };
}

export function stateCell(state: NonconformityState): PillCell {
  return { pill: findingStateKinds[state], text: findingStateNames[state] };
}

/** The grade in shape and word; stands before the state. */
export function GradePill({ grade }: { grade: Grade | null }) {
  return <Pill kind={grade ? gradeKinds[grade] : "neutral"}>{gradeInWords(grade)}</Pill>;
}

export function FindingStatePill({ state }: { state: NonconformityState }) {
  return <Pill kind={findingStateKinds[state]}>{findingStateNames[state]}</Pill>;
}
