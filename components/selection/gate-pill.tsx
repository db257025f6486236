import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { formatDay } from "@/lib/day";
import type { Gate } from "@/lib/selection/accreditation-gate";

const looks: Record<Gate["kind"], { kind: StatusKind; word: string }> = {
  covered: { kind: "success", word: "Accredited" },
  not_covered: { kind: "danger", word: "Not accredited" },
  not_started: { kind: "warning", word: "Not accredited yet" },
  lapsed: { kind: "danger", word: "Accreditation ended" },
  ends_early: { kind: "warning", word: "Accreditation ends early" },
};

/** How a body's accreditation stands for the standard of the project, with its number. */
export function GateLine({ gate }: { gate: Gate }) {
  const { kind, word } = looks[gate.kind];
  return (
    <span className="inline-flex flex-col items-start gap-0.5">
      <Pill kind={kind}>{word}</Pill>
      {gate.endsInDays !== null && (
        <Pill kind="warning">Ends in {gate.endsInDays === 1 ? "1 day" : `${gate.endsInDays} days`}</Pill>
      )}
      {gate.held && (
        <span className="text-meta text-subtle">
          {gate.held.accreditationBody} {gate.held.number}
          {gate.held.validTo && `, to ${formatDay(gate.held.validTo)}`}
        </span>
      )}
    </span>
  );
}
