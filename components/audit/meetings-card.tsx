import { FactMark } from "@/components/audit/fact-mark";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { type Day, formatDay } from "@/lib/day";
import type { AuditView } from "@/lib/store/audit-view";

/** Opening and closing meeting with who was there, and what stayed open between the two sides (CON-1, CON-3, NC-6). */
export function MeetingsCard({ view }: { view: AuditView }) {
  const { audit, details } = view;
  return (
    <Card title="Meetings" id="meetings">
      <SummaryList
        items={[
          {
            term: "Opening",
            value: (
              <Meeting
                view={view}
                act="audit.holdOpening"
                on={audit.openingHeldOn}
                attendance={details.openingAttendance}
              />
            ),
          },
          {
            term: "Closing",
            value: (
              <Meeting
                view={view}
                act="audit.holdClosing"
                on={audit.closingHeldOn}
                attendance={details.closingAttendance}
              />
            ),
          },
          ...(audit.closingHeldOn
            ? [{ term: "Disagreements", value: details.disagreements ?? "None stayed open" }]
            : []),
        ]}
      />
    </Card>
  );
}

function Meeting({
  view,
  act,
  on,
  attendance,
}: {
  view: AuditView;
  act: string;
  on: Day | null;
  attendance: string | null;
}) {
  if (on === null) return <span className="text-subtle">Not held yet</span>;
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        {formatDay(on)}
        <FactMark recorded={view.details.recorded} act={act} />
      </span>
      <span className="block text-compact text-muted">{attendance?.split("\n").join(", ")}</span>
    </>
  );
}
