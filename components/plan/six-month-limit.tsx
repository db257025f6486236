import { Callout } from "@/components/ui/callout";
import { type Day, formatDay, isAfter, relativeDay } from "@/lib/day";
import { findSixMonthLimit, isVerified } from "@/lib/lifecycle/reading";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** DEC-6: until when a major can be verified without another Stage 2. */
export function SixMonthLimit({ view, today }: { view: CorrectiveView; today: Day }) {
  const { finding, record } = view;
  const limit = findSixMonthLimit(record, finding);
  const isDone = isVerified(finding) || ["superseded", "void"].includes(finding.state);
  if (finding.grade !== "major" || limit === null || isDone) return null;
  const rule = <span className="text-meta text-muted">Rule DEC-6 · ISO/IEC 17021-1 9.5.3.2</span>;
  if (isAfter(today, limit)) {
    return (
      <Callout tone="danger" title={`The six months ended on ${formatDay(limit)}`}>
        <p>This major was not verified in time. Another Stage 2 is needed before a decision.</p>
        <p>{rule}</p>
      </Callout>
    );
  }
  return (
    <Callout title={`Verify this major by ${formatDay(limit)} (${relativeDay(limit, today)})`}>
      <p>That is six months after the last day of Stage 2. After it, another Stage 2 is needed.</p>
      <p>{rule}</p>
    </Callout>
  );
}
