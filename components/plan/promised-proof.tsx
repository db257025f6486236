import type { ReactNode } from "react";
import { EvidenceFiles } from "@/components/plan/evidence-files";
import { OverduePill } from "@/components/ui/overdue-pill";
import { Pill } from "@/components/ui/pill";
import { type Day, formatDay, isAfter } from "@/lib/day";
import type { ShownAction, ShownEvidence } from "@/lib/store/corrective-actions";

/** What was promised on the left, what proves it on the right: one row an action, and one for the finding as a whole. */
export function PromisedAndProof({
  org,
  project,
  timeZone,
  today,
  actions,
  evidence,
  children,
}: {
  org: string;
  project: string;
  timeZone: string;
  today: Day;
  actions: ShownAction[];
  evidence: ShownEvidence[];
  /** Stands below the proof of an action, for example the form that adds to it. */
  children?: (action: ShownAction) => ReactNode;
}) {
  const list = { org, project, timeZone };
  const rest = evidence.filter(({ actionId }) => !actions.some(({ id }) => id === actionId));
  return (
    <div className="space-y-4">
      {actions.map((action) => (
        <section
          key={action.id}
          id={`action-${action.no}`}
          aria-label={`Action ${action.no}`}
          className="grid gap-x-8 gap-y-4 rounded-card border border-border p-4 md:grid-cols-2"
        >
          <Promised action={action} today={today} />
          <div className="min-w-0 space-y-3">
            <h3 className="text-muted text-ui">Proof</h3>
            {action.doneOn && (
              <p>
                <Pill kind="success">Done on {formatDay(action.doneOn)}</Pill> {action.doneBy}
              </p>
            )}
            {action.doneNote && <p className="prose-plain">{action.doneNote}</p>}
            <EvidenceFiles {...list} files={evidence.filter(({ actionId }) => actionId === action.id)} />
            {children?.(action)}
          </div>
        </section>
      ))}
      {rest.length > 0 && (
        <section
          aria-label="Proof of the finding as a whole"
          className="rounded-card border border-border p-4"
        >
          <h3 className="mb-2 text-muted text-ui">Proof of the finding as a whole</h3>
          <EvidenceFiles {...list} files={rest} />
        </section>
      )}
    </div>
  );
}

function Promised({ action, today }: { action: ShownAction; today: Day }) {
  const { dueOn, doneOn } = action;
  const isLate = dueOn !== null && doneOn === null && isAfter(today, dueOn);
  return (
    <div className="min-w-0 space-y-2">
      <h3 className="text-muted text-ui">Action {action.no}</h3>
      <p className="prose-plain font-medium">{action.what}</p>
      <p className="text-compact text-muted">
        {action.owner ?? "No owner yet"}
        {dueOn && `, due ${formatDay(dueOn)}`} {isLate && <OverduePill dueOn={dueOn} today={today} />}
      </p>
      <p className="text-compact">
        <span className="text-muted">Expected proof: </span>
        {action.proof ?? "Not stated"}
      </p>
    </div>
  );
}
