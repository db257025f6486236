import { CheckboxField } from "@/components/ui/choice-fields";
import { TextArea } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { UploadField } from "@/components/ui/upload-field";
import { DateField } from "@/components/ui/value-fields";
import type { FormAction } from "@/lib/form-state";
import { paths } from "@/lib/paths";

/** Adds proof to one action and marks it as done, together or each alone. */
export function ProveForm({
  action,
  org,
  project,
  finding,
  actionId,
  version,
  isDone,
  isMain = false,
}: {
  action: FormAction;
  org: string;
  project: string;
  finding: string;
  actionId: string;
  version: number;
  isDone: boolean;
  /** On a page that is about this action alone. */
  isMain?: boolean;
}) {
  return (
    <ServerForm
      action={action}
      hidden={{ org, project, finding, actionId }}
      version={version}
      submitLabel="Save proof"
      submitVariant={isMain ? "primary" : "secondary"}
    >
      <UploadField name="files" label="Files" url={paths.project(org, project).upload} multiple optional />
      <DateField
        name="datedOn"
        label="Day of the proof"
        hint="When the files were made or what they show took place, if it is not today."
        optional
      />
      <TextArea name="note" label="Note" hint="What the files show, or what was done." rows={2} optional />
      {!isDone && <CheckboxField name="done" label="This action is done" />}
    </ServerForm>
  );
}
