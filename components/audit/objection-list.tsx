import { Pill } from "@/components/ui/pill";
import { formatDay } from "@/lib/day";
import type { ObjectionView } from "@/lib/store/audit-view";

/** Every objection to the team with its answer, the latest first (TEAM-5). */
export function ObjectionList({ objections }: { objections: readonly ObjectionView[] }) {
  return (
    <ul className="divide-y divide-border">
      {objections.map((objection) => (
        <li key={objection.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{objection.about ?? "The team as a whole"}</span>
            <ObjectionPill objection={objection} />
          </p>
          <p className="max-w-read">{objection.ground}</p>
          <p className="text-compact text-subtle">
            {objection.raisedBy}, {formatDay(objection.raisedOn)}
          </p>
          {objection.answer && (
            <p className="max-w-read border-border border-s-2 ps-3">
              {objection.answer}
              <span className="block text-compact text-subtle">
                {objection.answeredBy}
                {objection.answeredOn && `, ${formatDay(objection.answeredOn)}`}
              </span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function ObjectionPill({ objection }: { objection: ObjectionView }) {
  if (objection.upheld === null) return <Pill kind="waiting">Waiting for the answer</Pill>;
  return objection.upheld ? <Pill kind="warning">Upheld</Pill> : <Pill kind="neutral">Turned down</Pill>;
}
