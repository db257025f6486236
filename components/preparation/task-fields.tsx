import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";

export interface TaskValues {
  title: string;
  note: string | null;
  ownerId: string | null;
  startsOn: Day | null;
  dueOn: Day;
}

/** What is asked about a task of the plan. */
export function TaskFields({
  owners,
  task,
}: {
  owners: readonly { id: string; name: string }[];
  task?: TaskValues;
}) {
  return (
    <>
      <TextField name="title" label="What has to be done" defaultValue={task?.title} />
      <SelectField
        name="ownerId"
        label="Owner"
        hint="Sees this task and marks it as done."
        optional
        placeholder="Nobody yet"
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={task?.ownerId ?? ""}
      />
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <DateField name="startsOn" label="Starts" optional defaultValue={task?.startsOn ?? ""} />
        <DateField name="dueOn" label="Due" defaultValue={task?.dueOn ?? ""} />
      </div>
      <TextArea
        name="note"
        label="Note"
        hint="What counts as done, where things are. The owner reads it; the certification body does not."
        optional
        rows={3}
        defaultValue={task?.note ?? ""}
      />
    </>
  );
}
