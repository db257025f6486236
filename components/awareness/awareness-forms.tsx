import { TextArea, TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { UploadField } from "@/components/ui/upload-field";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";

interface Props {
  action: FormAction;
  hidden: Record<string, string>;
  upload: string;
  today: Day;
}

/** One person who was trained. */
export function TraineeForm({ action, hidden, upload, today }: Props) {
  return (
    <ServerForm action={action} hidden={hidden} submitLabel="Add person" submitVariant="secondary">
      <TextField name="trainee" label="Name" />
      <TextField name="topic" label="Topic" hint="Such as: phishing, or induction." />
      <DateField name="heldOn" label="Held on" max={today} />
      <Proof upload={upload} />
    </ServerForm>
  );
}

/** Many at once: pasted, or from a file. */
export function ListForm({ action, hidden, upload, today }: Props) {
  return (
    <ServerForm action={action} hidden={hidden} submitLabel="Add list" submitVariant="secondary">
      <TextArea
        name="list"
        label="List"
        hint="One person a row: name, topic, day, proof. What is the same for all can stand below."
        optional
        rows={6}
      />
      <UploadField name="listId" label="Or a csv or xlsx file" optional url={upload} />
      <TextField name="topic" label="Topic of all rows" optional />
      <DateField name="heldOn" label="Day of all rows" optional max={today} />
      <Proof upload={upload} />
    </ServerForm>
  );
}

function Proof({ upload }: { upload: string }) {
  return (
    <>
      <TextField
        name="words"
        label="Proof in words"
        hint="Such as: signed list in the staff room."
        optional
      />
      <UploadField name="fileId" label="Proof as a file" optional url={upload} />
    </>
  );
}
