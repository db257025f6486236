"use client";

import { type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import { RowList } from "@/components/ui/row-list";
import { NumberField } from "@/components/ui/value-fields";
import type { IdenticalWork } from "@/lib/audit-time/persons";
import type { Factor } from "@/lib/audit-time/profile";
import type { Complexity } from "@/lib/audit-time/tables";
import { columnNames } from "@/lib/audit-time/words";
import { ChosenFields } from "./chosen-fields";

/** Groups of persons with the same work, and as how many each counts (IT-3). */
export function GroupRows({
  groups,
  sites,
}: {
  groups: readonly IdenticalWork[];
  sites: readonly { id: string; name: string }[];
}) {
  const blank = {
    siteId: sites.length === 1 ? (sites[0]?.id ?? "") : "",
    task: "",
    persons: 0,
    countAs: null,
    reason: null,
  };
  return (
    <RowList<IdenticalWork>
      legend="Persons with identical work"
      hint="Simple, directed work with little effect on the system may count as fewer persons: at the lowest as the square root of the group. That is a choice with a reason, nothing automatic (IT-3, IT-4)."
      one="group"
      rows={groups}
      blank={blank}
    >
      {({ siteId, task, persons, countAs, reason }, index) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name={`groups.${index}.task`}
              label="Work"
              hint="For example: taking calls by a script."
              defaultValue={task}
            />
            <SelectField
              name={`groups.${index}.siteId`}
              label="Site"
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={siteId}
            />
            <NumberField
              name={`groups.${index}.persons`}
              label="Persons"
              hint="They are among those above, not part-time."
              defaultValue={persons ? String(persons) : ""}
            />
            <NumberField
              name={`groups.${index}.countAs`}
              label="Count as"
              hint="Empty: all of them."
              optional
              defaultValue={countAs === null ? "" : String(countAs)}
            />
          </div>
          <TextArea
            name={`groups.${index}.reason`}
            label="Why fewer are enough"
            rows={2}
            optional
            defaultValue={reason ?? ""}
          />
        </>
      )}
    </RowList>
  );
}

/** Factors beside the complexity, each with its reason (IT-5). */
export function FactorRows({ factors }: { factors: readonly Factor[] }) {
  return (
    <RowList<Factor | null>
      legend="Further factors"
      hint="For example a recovery site (more) or records of an earlier certification (less). All factors together take off 30 percent at most (IT-5, IT-6)."
      one="factor"
      rows={factors}
      blank={null}
    >
      {(factor, index) => (
        <>
          <TextField name={`factors.${index}.name`} label="Factor" defaultValue={factor?.name} />
          <ChosenFields name={`factors.${index}`} label="By" optional={false} values={factor} />
        </>
      )}
    </RowList>
  );
}

export interface OtherValues {
  standardId: string;
  column: string | null;
  percent: number | null;
  reason: string | null;
  days: string | null;
  daysReason: string | null;
}

/** Other standards that the same audit covers (M11-1). */
export function OtherRows({
  others,
  standards,
  columns,
}: {
  others: readonly OtherValues[];
  standards: Choice[];
  columns: readonly Complexity[];
}) {
  return (
    <RowList<OtherValues | null>
      legend="Other standards in the same audit"
      hint="Over the same persons and sites. Each is calculated by itself, then the integration takes off up to 20 percent of the sum (M11-1)."
      one="standard"
      rows={others}
      blank={null}
    >
      {(other, index) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name={`others.${index}.standardId`}
              label="Standard"
              options={standards}
              defaultValue={other?.standardId ?? ""}
            />
            <ColumnField name={`others.${index}.column`} columns={columns} value={other?.column} optional />
          </div>
          <ChosenFields name={`others.${index}`} label="Its factors together" values={other} />
          <StatedFields at={`others.${index}`} days={other?.days ?? ""} reason={other?.daysReason ?? ""} />
        </>
      )}
    </RowList>
  );
}

/** The column of a table that has several (M5-6). */
export function ColumnField({
  name,
  columns,
  value,
  optional,
}: {
  name: string;
  columns: readonly Complexity[];
  value?: string | null;
  optional?: boolean;
}) {
  return (
    <SelectField
      name={name}
      label="Complexity of the table"
      hint={optional ? "For ISO 14001 alone." : undefined}
      optional={optional}
      options={columns.map((column) => ({ value: column, label: columnNames[column] }))}
      defaultValue={value ?? ""}
    />
  );
}

/** Days stated by hand, where no table gives them (TIM-1). */
export function StatedFields({ at, days, reason }: { at: string; days: string; reason: string }) {
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <NumberField
        name={`${at}.days`}
        label="Days by hand"
        hint="Only where no table gives them."
        optional
        defaultValue={days}
      />
      <TextArea
        name={`${at}.daysReason`}
        label="Reason for these days"
        rows={2}
        optional
        defaultValue={reason}
      />
    </div>
  );
}
