/** The days of a plan that the record itself knows: reviews that were held, audits that are booked or over, the decision. */

import { type Day, minDay } from "../day";
import type { AuditKind, ProjectRecord } from "../lifecycle/record";
import type { KnownDays } from "./forecast";

export function knownDays({ certificationCase, audits, decisions }: ProjectRecord): KnownDays {
  const { internalAudits = [], managementReviews = [], soa = null } = certificationCase ?? {};
  return {
    ...over("soa", soa ? [soa.approvedOn] : []),
    ...over("internal-audit", daysOverScope(internalAudits)),
    ...over("management-review", daysOverScope(managementReviews)),
    ...booked("stage1", "stage1", audits),
    ...booked("stage2", "stage2", audits),
    ...over(
      "decision",
      decisions.flatMap(({ kind, decidedOn }) => (kind === "grant" ? [decidedOn] : [])),
    ),
  };
}

/** Only what covers the whole scope counts (IS-2). */
function daysOverScope(held: readonly { on: Day; coversScope: boolean }[]): Day[] {
  return held.flatMap(({ on, coversScope }) => (coversScope ? [on] : []));
}

function over(key: keyof KnownDays, days: readonly Day[]): KnownDays {
  const [first, ...others] = days;
  return first ? { [key]: { on: minDay(first, ...others), isOver: true } } : {};
}

function booked(key: keyof KnownDays, kind: AuditKind, audits: ProjectRecord["audits"]): KnownDays {
  // The last one counts: an earlier Stage 1 that was cancelled, or ended without success, is followed by another.
  const audit = audits
    .filter((one) => one.kind === kind && !["cancelled", "terminated"].includes(one.state))
    .at(-1);
  if (!audit?.endsOn) return {};
  const isOver = audit.state === "reported" || audit.state === "concluded";
  return { [key]: { on: audit.endsOn, isOver } };
}
