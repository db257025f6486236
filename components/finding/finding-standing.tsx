import { Card } from "@/components/ui/card";
import { OverduePill } from "@/components/ui/overdue-pill";
import { type Day, formatDay, relativeDay } from "@/lib/day";
import type { Limit } from "@/lib/lifecycle/finding-limits";
import type { OwedItem } from "@/lib/lifecycle/owed-item";
import type { Side } from "@/lib/lifecycle/who";

/** Whose turn it is and until when; and the limits as full sentences, each with its rule. */
export function FindingStanding({
  owed,
  limits,
  names,
  today,
}: {
  owed: readonly OwedItem[];
  limits: readonly Limit[];
  names: Record<Side, string>;
  today: Day;
}) {
  return (
    <Card title="Whose turn it is" id="standing">
      <div className="space-y-4">
        {owed.length === 0 ? (
          <p>Nobody has anything to do on this finding.</p>
        ) : (
          <ul className="space-y-2">
            {owed.map((item) => (
              <li key={`${item.command} ${item.what} ${item.personId} ${item.dueOn}`} className="space-y-1">
                <p>
                  <span className="font-medium">Waiting for {names[item.side]}:</span> {item.what}
                  {item.dueOn && ` by ${formatDay(item.dueOn)} (${relativeDay(item.dueOn, today)})`}
                </p>
                {item.overdue && item.dueOn && <OverduePill dueOn={item.dueOn} today={today} />}
              </li>
            ))}
          </ul>
        )}
        {limits.length > 0 && (
          <div className="space-y-2 border-border border-t pt-3">
            <h3 className="text-compact text-muted">Limits</h3>
            {limits.map(({ sentence, rule, clause }) => (
              <div key={sentence}>
                <p>{sentence}</p>
                <p className="text-meta text-subtle">
                  {[`Rule ${rule}`, clause].filter(Boolean).join(" · ")}
                </p>
              </div>
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
