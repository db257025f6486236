import { SelectField, TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import type { FormAction } from "@/lib/form-state";
import type { SoaLine } from "@/lib/soa/statement";

interface Props {
  hidden: Record<string, string>;
  own: readonly SoaLine[];
  add: FormAction;
  remove: FormAction;
}

/** Adds controls that do not stand in Annex A, and takes them away again (IS-7). */
export function OwnControls({ hidden, own, add, remove }: Props) {
  return (
    <div className="space-y-6">
      <ServerForm action={add} hidden={hidden} submitLabel="Add own control" submitVariant="secondary">
        <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
          <TextField name="controlRef" label="Reference" hint="Such as OC-1." width="medium" />
          <TextField name="controlTitle" label="Title" />
        </div>
      </ServerForm>
      {own.length > 0 && (
        <ServerForm
          action={remove}
          hidden={hidden}
          submitLabel="Remove own control"
          submitVariant="secondary"
          confirm={{
            title: "Remove this control?",
            text: "What was stated of it goes with it. Approved versions keep it.",
            label: "Remove it",
          }}
        >
          <SelectField
            name="controlRef"
            label="Own control"
            options={own.map(({ ref, title }) => ({ value: ref, label: `${ref} ${title}` }))}
          />
        </ServerForm>
      )}
    </div>
  );
}
