import { SummaryList } from "@/components/ui/summary-list";
import { formatDay, today } from "@/lib/day";
import type { ScopeChange } from "@/lib/store/scope-versions";

/** On which version of the scope profile something stands, and what is another fact since, field by field. */
export function ScopeBasis({
  what,
  change,
  timeZone,
}: {
  /** "This proposal". */
  what: string;
  change: ScopeChange;
  timeZone: string;
}) {
  const { basedOn, current, differences } = change;
  const dayOf = (at: Date) => formatDay(today(timeZone, at));
  return (
    <div className="space-y-3">
      <p>
        {what} is based on version {basedOn.no} of the scope profile, of {dayOf(basedOn.savedAt)}.
        {basedOn.no !== current.no &&
          (differences.length === 0
            ? ` Version ${current.no} of ${dayOf(current.savedAt)} states the same facts.`
            : ` Version ${current.no} of ${dayOf(current.savedAt)} states these facts in another way:`)}
      </p>
      {differences.length > 0 && (
        <SummaryList
          items={differences.map(({ what: fact, before, after }) => ({
            term: fact,
            value: (
              <span className="prose-plain">
                {before} <span className="text-muted">is now</span> {after}
              </span>
            ),
          }))}
        />
      )}
    </div>
  );
}
