import { holderOf } from "@/components/journey/holder-of";
import { DayText } from "@/components/ui/day-text";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import type { Condition } from "@/lib/lifecycle/conditions";

/** What a gate still needs; what is met already is folded away. Every line names its rule and clause. */
export function ConditionsTable({ caption, conditions }: { caption: string; conditions: Condition[] }) {
  const open = conditions.filter(({ met }) => !met);
  const met = conditions.filter((condition) => condition.met);
  return (
    <div className="space-y-3">
      {open.length > 0 ? (
        <Table
          caption={caption}
          rows={open}
          rowKey={({ code }) => code}
          columns={[
            {
              key: "label",
              label: "Condition",
              isRowHeader: true,
              cell: ({ label, why }) => (
                <>
                  {label}
                  {why && <span className="block font-normal text-compact text-muted">{why}</span>}
                </>
              ),
            },
            { key: "state", label: "State", cell: () => <Pill kind="waiting">Open</Pill> },
            { key: "owedBy", label: "Owed by", cell: ({ owedBy }) => holderOf(owedBy) },
            {
              key: "due",
              label: "Due",
              isOneLine: true,
              cell: ({ dueOn }) => (dueOn ? <DayText day={dueOn} /> : "No fixed day"),
            },
            {
              key: "why",
              label: "Rule",
              cell: ({ rule, clause }) => <span className="text-compact text-subtle">{clause || rule}</span>,
            },
          ]}
        />
      ) : (
        <p>Every condition is met.</p>
      )}
      {met.length > 0 && (
        <details>
          <summary className="w-fit py-1 text-link underline underline-offset-3">
            {met.length} of {conditions.length} met
          </summary>
          <ul className="mt-1 space-y-1">
            {met.map(({ code, label }) => (
              <li key={code} className="flex items-center gap-2">
                <Pill kind="success">Met</Pill> {label}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
