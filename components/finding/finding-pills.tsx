import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import type { PillCell } from "@/components/ui/table-cell";
import { findingStateNames } from "@/lib/lifecycle/finding-words";
import { gradeNames } from "@/lib/lifecycle/naming";
import type { NonconformityState } from "@/lib/lifecycle/nonconformity-states";
import type { Grade } from "@/lib/lifecycle/record";

/** How each grade looks; a conformity is nothing to act on, so it is plain. */
export const gradeKinds: Record<Grade, StatusKind> = {
  major: "danger",
  minor: "warning",
  opportunity: "info",
  conformity: "neutral",
};

const stateKinds: Record<NonconformityState, StatusKind> = {
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

/** The pills below as cells of a long list. */
export function gradeCell(grade: Grade): PillCell {
  return { pill: gradeKinds[grade], text: gradeNames[grade] };
}

export function stateCell(state: NonconformityState): PillCell {
  return { pill: stateKinds[state], text: findingStateNames[state] };
}

/** The grade in shape and word; stands before the state. */
export function GradePill({ grade }: { grade: Grade }) {
  return <Pill kind={gradeKinds[grade]}>{gradeNames[grade]}</Pill>;
}

export function FindingStatePill({ state }: { state: NonconformityState }) {
  return <Pill kind={stateKinds[state]}>{findingStateNames[state]}</Pill>;
}
