import { ActionRows, type ActionRowsProps } from "@/components/plan/action-rows";
import { CauseFields } from "@/components/plan/cause-fields";
import { TextArea } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import type { FormAction } from "@/lib/form-state";
import type { PlanWords } from "@/lib/store/corrective-actions";

/** The client's answer to a nonconformity, in the order in which it is worked out. */
export function PlanForm({
  action,
  hidden,
  version,
  number,
  bodyName,
  plan,
  ...rows
}: {
  action: FormAction;
  hidden: Record<string, string>;
  version: number;
  number: string;
  bodyName: string;
  plan: PlanWords | null;
} & ActionRowsProps) {
  return (
    <ServerForm
      action={action}
      hidden={hidden}
      version={version}
      submitLabel="Submit plan"
      extraSubmits={[{ name: "intent", value: "draft", label: "Save draft", skipsConfirm: true }]}
      confirm={{
        title: "Check your plan",
        text: `You submit the plan for ${number} to ${bodyName}. It is kept word for word, and you can change it only if ${bodyName} returns it.`,
        label: "Submit plan",
      }}
    >
      <TextArea
        name="correction"
        label="Correction"
        hint="What fixes this one case: what you did at once, or will do."
        defaultValue={plan?.correction ?? ""}
      />
      <TextArea
        name="extent"
        label="How far does the problem reach?"
        hint="Where else you looked for it, at all sites, and what you found."
        defaultValue={plan?.extent ?? ""}
      />
      <CauseFields cause={plan?.cause ?? null} method={plan?.causeMethod ?? "free_text"} />
      <ActionRows {...rows} />
      <TextArea
        name="effectivenessCheck"
        label="How will you know that it worked?"
        hint="What you will look at, and when."
        optional
        rows={3}
        defaultValue={plan?.effectivenessCheck ?? ""}
      />
    </ServerForm>
  );
}
