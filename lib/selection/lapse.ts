import { type Day, formatDay, isBefore } from "../day";
import { type Accreditation, daysToLapse, findAccreditation } from "./accreditation-gate";

/** When a project for which a body is asked, or chosen, is to be decided. */
export interface PlannedDecision {
  project: string;
  /** The standard without its edition: "ISO/IEC 27001". */
  scheme: string;
  on: Day;
}

/**
 * What has to be known of the end of a body's accreditations, by the id of each: it has ended, ends soon, or ends before a planned
 * decision for its standard. Where one accreditation follows another, only the last one speaks.
 */
export function warnOfLapses<A extends Accreditation & { id: string }>(
  held: readonly A[],
  today: Day,
  planned: readonly PlannedDecision[],
): Map<string, string[]> {
  const warnings = new Map<string, string[]>();
  for (const scheme of new Set(held.map((one) => one.scheme))) {
    const last = findAccreditation(held, scheme);
    if (!last?.validTo || last.scheme !== scheme) continue;
    const { id, validTo } = last;
    const end = formatDay(validTo);
    const left = daysToLapse(validTo, today);
    const said: string[] = [];
    if (isBefore(validTo, today)) said.push(`Ended on ${end}.`);
    else if (left !== null) said.push(`Ends on ${end}, ${left === 0 ? "today" : `in ${inDays(left)}`}.`);
    for (const { project, on } of planned.filter((one) => scheme.includes(one.scheme)))
      if (isBefore(validTo, on))
        said.push(`Ends on ${end}, before the planned decision on ${project} on ${formatDay(on)}.`);
    if (said.length > 0) warnings.set(id, said);
  }
  return warnings;
}

function inDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
