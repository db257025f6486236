import { type Day, formatDay } from "../day";

/** The days in force for a finding (CAP-1, DEC-6); null for one that needs no answer. */
export function limitsInWords({
  planDueOn,
  closureDueOn,
}: {
  planDueOn?: Day | null;
  closureDueOn?: Day | null;
}): string | null {
  const said = [
    planDueOn && `Plan due on ${formatDay(planDueOn)}.`,
    closureDueOn && `Closure due on ${formatDay(closureDueOn)}.`,
  ];
  return said.filter(Boolean).join(" ") || null;
}
