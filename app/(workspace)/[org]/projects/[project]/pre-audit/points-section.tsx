import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice-fields";
import { SelectField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import { planPoints } from "../plan/actions";

/** Makes tasks of what the pre-audit found: each line of it is a point that can be chosen. */
export function PointsSection({
  org,
  project,
  points,
  owners,
}: {
  org: string;
  project: string;
  points: readonly string[];
  owners: readonly { id: string; name: string }[];
}) {
  return (
    <Card title="Make tasks of it" id="points">
      <ServerForm
        action={planPoints}
        hidden={{ org, project }}
        submitLabel="Add to the plan"
        submitVariant="secondary"
      >
        <CheckboxGroup
          name="points"
          label="What becomes a task?"
          hint="Each line of the gaps and recommendations is one."
          columns={1}
          options={points.map((point) => ({ value: point, label: point }))}
        />
        <SelectField
          name="ownerId"
          label="Owner"
          optional
          placeholder="Nobody yet"
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="dueOn" label="Due" />
      </ServerForm>
    </Card>
  );
}
