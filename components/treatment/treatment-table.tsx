import Link from "next/link";
import { OverduePill } from "@/components/ui/overdue-pill";
import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/day";
import type { NamedControl, TreatmentLine } from "@/lib/store/treatment";
import {
  isTreatmentOverdue,
  type TreatmentState,
  treatmentNames,
  treatmentStateNames,
} from "@/lib/treatment/treatment";

const stateKinds: Record<TreatmentState, StatusKind> = {
  planned: "neutral",
  in_progress: "info",
  done: "success",
  accepted: "success",
};

export function TreatmentStatePill({ state }: { state: TreatmentState }) {
  return <Pill kind={stateKinds[state]}>{treatmentStateNames[state]}</Pill>;
}

/** Each risk with its owner, what is done about it, until when, and who accepted what remains. */
export function TreatmentTable({
  lines,
  controls,
  today,
  hrefOf,
}: {
  lines: TreatmentLine[];
  controls: readonly NamedControl[];
  today: Day;
  hrefOf: (line: TreatmentLine) => string;
}) {
  const named = new Map(controls.map((control) => [control.ref, control]));
  return (
    <Table
      caption="Risk treatment"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "ref",
          label: "Risk",
          isRowHeader: true,
          cell: (line) => (
            <>
              <Link href={hrefOf(line)} prefetch={false} className="inline-block py-0.5">
                {line.ref}
              </Link>{" "}
              <span className="block max-w-96 font-normal">{line.risk}</span>
            </>
          ),
        },
        { key: "owner", label: "Owner", cell: ({ owner }) => owner ?? "Nobody yet" },
        { key: "treatment", label: "Treatment", cell: ({ treatment }) => treatmentNames[treatment] },
        {
          key: "controls",
          label: "Controls",
          cell: (line) => <ControlList refs={line.controls} named={named} />,
        },
        {
          key: "state",
          label: "State",
          isOneLine: true,
          cell: ({ state }) => <TreatmentStatePill state={state} />,
        },
        {
          key: "due",
          label: "Due",
          leadsOnCard: true,
          cell: (line) =>
            line.dueOn === null ? (
              "Not stated"
            ) : (
              <span className="inline-flex flex-wrap items-center gap-1.5">
                {formatDay(line.dueOn)}
                {isTreatmentOverdue(line, today) && <OverduePill dueOn={line.dueOn} today={today} />}
              </span>
            ),
        },
        {
          key: "residual",
          label: "Residual risk",
          cell: ({ acceptedBy, acceptedOn }) =>
            acceptedBy && acceptedOn
              ? `Accepted by ${acceptedBy} on ${formatDay(acceptedOn)}`
              : "Not accepted yet",
        },
      ]}
    />
  );
}

/** References with what the statement says against them: a control that is left out there treats nothing. */
function ControlList({ refs, named }: { refs: readonly string[]; named: ReadonlyMap<string, NamedControl> }) {
  if (refs.length === 0) return "None";
  const wrong = refs.filter((ref) => named.get(ref)?.applicable === false);
  const gone = refs.filter((ref) => !named.has(ref));
  return (
    <>
      <span>{refs.join(", ")}</span>
      {wrong.length > 0 && (
        <span className="mt-1 block">
          <Pill kind="warning">{wrong.join(", ")} left out of the statement</Pill>
        </span>
      )}
      {gone.length > 0 && (
        <span className="mt-1 block">
          <Pill kind="warning">{gone.join(", ")} not in the statement</Pill>
        </span>
      )}
    </>
  );
}
