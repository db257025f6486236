import { SummaryList } from "@/components/ui/summary-list";
import { formatDay } from "@/lib/day";
import { sayConflict, sayOutsideWork } from "@/lib/selection/choice-words";
import type { Choice } from "@/lib/store/choices";

/** The recommendation as it was made: reason, people, conflicts of interest, earlier work. Shown to the client alone. */
export function ChoiceFacts({ choice, override }: { choice: Choice; override: string | null }) {
  const { reason, involved, others, conflicts, work, madeBy, madeOn } = choice;
  return (
    <SummaryList
      items={[
        { term: "Reason", value: <span className="prose-plain">{reason}</span> },
        ...(override
          ? [{ term: "Written override", value: <span className="prose-plain">{override}</span> }]
          : []),
        { term: "Recommended by", value: `${madeBy} on ${formatDay(madeOn)}` },
        { term: "Took part", value: [...involved, ...(others ? [others] : [])].join(", ") },
        { term: "Conflicts of interest", value: <Lines lines={conflicts.map(sayConflict)} /> },
        { term: "Work on the system", value: <Lines lines={work.map(sayOutsideWork)} /> },
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return "None declared";
  return (
    <ul className="space-y-0.5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
