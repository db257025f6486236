import { findTeamCapacity } from "@/components/audit/time-card";
import { TextArea, TextField } from "@/components/ui/field";
import { DateField, NumberField } from "@/components/ui/value-fields";
import { formatAuditDays } from "@/lib/audit-time/days";
import type { AuditKind } from "@/lib/lifecycle/record";
import type { AuditView } from "@/lib/store/audit-view";

/** What an audit of a kind is usually for; the planner changes it where this one differs. */
const usualObjectives: Record<AuditKind, string> = {
  stage1:
    "See whether the management system, as documented and as practised, is ready for Stage 2, and plan Stage 2.",
  stage2: "Judge whether the management system meets the standard and reaches what it is meant to reach.",
  follow_up: "Verify that the corrective actions are done and work.",
};

/** The fields of dates, auditor time and objectives. */
export function DatesFields({ view }: { view: AuditView }) {
  const { audit, details } = view;
  const days = (centidays: number | null) => (centidays === null ? "" : formatAuditDays(centidays));
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <DateField name="startsOn" label="First day" defaultValue={audit.startsOn ?? ""} />
        <DateField name="endsOn" label="Last day" defaultValue={audit.endsOn ?? ""} />
        <NumberField
          name="requiredDays"
          label="Required time"
          unit="auditor days"
          optional
          defaultValue={days(audit.requiredCentidays)}
          hint={
            audit.startsOn === null && audit.requiredCentidays !== null
              ? "From the chosen proposal."
              : "As calculated; leave it empty if it is not."
          }
        />
        <NumberField
          name="plannedDays"
          label="Planned time"
          unit="auditor days"
          defaultValue={days(audit.plannedCentidays)}
          hint={findTeamCapacity(view) ?? "Auditors only (TIM-2)."}
        />
      </div>
      <TextArea
        name="objectives"
        label="Objectives"
        rows={2}
        optional
        defaultValue={details.objectives ?? usualObjectives[audit.kind]}
      />
      <TextField
        name="remoteNote"
        label="Remote part"
        optional
        hint="What is audited from a distance, and with which tools."
        defaultValue={details.remoteNote ?? ""}
      />
    </>
  );
}
