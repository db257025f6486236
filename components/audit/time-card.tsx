import { wordsForDates } from "@/components/audit/date-words";
import { FactMark } from "@/components/audit/fact-mark";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { CENTIDAYS_PER_DAY, formatAuditDays } from "@/lib/audit-time/days";
import { daysBetween } from "@/lib/day";
import { isAuditorOf } from "@/lib/lifecycle/reading";
import type { AuditView } from "@/lib/store/audit-view";

/** Dates, auditor time against what is required, and what the audit is for (PLAN-1, TIM-1). */
export function TimeCard({ view }: { view: AuditView }) {
  const { audit, details } = view;
  return (
    <Card title="Dates and time" id="time">
      <SummaryList
        items={[
          {
            term: "Dates",
            value: (
              <span className="flex flex-wrap items-center gap-2">
                {wordsForDates(audit.startsOn, audit.endsOn)}
                <FactMark recorded={details.recorded} act="audit.setDates" />
              </span>
            ),
          },
          { term: "Required", value: wordsForDays(audit.requiredCentidays) },
          { term: "Planned", value: wordsForDays(audit.plannedCentidays) },
          ...(details.timeJustification ? [{ term: "Justification", value: details.timeJustification }] : []),
          { term: "Objectives", value: details.objectives },
          { term: "Remote part", value: details.remoteNote ?? "None stated" },
        ]}
      />
    </Card>
  );
}

function wordsForDays(centidays: number | null): string | null {
  return centidays === null ? null : `${formatAuditDays(centidays)} auditor days`;
}

/** What the team could work in the dates that are set: auditors only, whole days (TIM-2, TIM-5). Null before both are known. */
export function findTeamCapacity({ audit }: AuditView): string | null {
  const auditors = audit.team.filter(({ personId }) => isAuditorOf(audit, personId)).length;
  if (audit.startsOn === null || audit.endsOn === null || auditors === 0) return null;
  const days = daysBetween(audit.startsOn, audit.endsOn) + 1;
  const people = auditors === 1 ? "1 auditor" : `${auditors} auditors`;
  const total = formatAuditDays(auditors * days * CENTIDAYS_PER_DAY);
  return `${people} on ${days} calendar ${days === 1 ? "day" : "days"}: at most ${total} auditor days.`;
}
