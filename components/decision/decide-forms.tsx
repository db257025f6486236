import type { ReactNode } from "react";
import { ActPanel } from "@/components/project/act-panel";
import { RecordedActFields } from "@/components/project/recorded-act";
import { TextArea } from "@/components/ui/field";
import type { FormAction } from "@/lib/form-state";
import type { Refusal } from "@/lib/lifecycle/refusal";

export interface DecideForm {
  org: string;
  project: string;
  version: number;
  /** Hash of the dossier that the page shows. */
  seen: string;
  bodyName: string;
  /** Whether the client's manager writes the body's decision down. */
  records: boolean;
}

interface Act {
  form: DecideForm;
  action: FormAction;
  reasons: readonly Refusal[];
}

function formOf({ org, project, version, seen }: DecideForm) {
  return { hidden: { org, project, seen }, version };
}

function Recorded({ form }: { form: DecideForm }) {
  if (!form.records) return null;
  return <RecordedActFields org={form.org} project={form.project} bodyName={form.bodyName} />;
}

/** Grant: the grounds, then a check that shows the certificate word for word. */
export function GrantForm({
  form,
  action,
  reasons,
  organisationName,
  preview,
}: Act & { organisationName: string; preview: ReactNode }) {
  return (
    <ActPanel
      {...formOf(form)}
      reasons={reasons}
      action={action}
      submitLabel={form.records ? "Record grant" : "Grant certification"}
      confirm={{
        title: "Check your decision",
        text: (
          <div className="space-y-3">
            <p>
              {form.records ? `You will record that ${form.bodyName} granted` : "You will grant"}{" "}
              certification to {organisationName}. You cannot undo this. Changes need a new decision. The
              certificate will say:
            </p>
            {preview}
          </div>
        ),
        label: form.records ? "Record grant" : "Grant certification",
      }}
    >
      <TextArea
        name="grounds"
        label="What does the decision rest on?"
        hint="The file, and further information or clarification obtained. It is kept with the decision (DEC-3)."
      />
      <TextArea
        name="conditions"
        label="Conditions"
        hint="For example what the first surveillance must look at."
        rows={2}
        optional
      />
      <Recorded form={form} />
    </ActPanel>
  );
}

/** Ask for more: the case goes back to the audit team with a reason. */
export function AskForMoreForm({ form, action, reasons }: Act) {
  return (
    <ActPanel
      {...formOf(form)}
      reasons={reasons}
      action={action}
      submitLabel={form.records ? "Record request" : "Ask for more"}
      submitVariant="secondary"
    >
      <TextArea
        name="reason"
        label="What is missing?"
        hint="The audit team and the client read it. The case opens again until it is handed over anew."
        rows={3}
      />
      <Recorded form={form} />
    </ActPanel>
  );
}

/** Refuse: an outcome of its own, with reasons and the right to appeal (DEC-8). */
export function RefuseForm({ form, action, reasons, organisationName }: Act & { organisationName: string }) {
  return (
    <ActPanel
      {...formOf(form)}
      reasons={reasons}
      action={action}
      submitLabel={form.records ? "Record refusal" : "Refuse certification"}
      submitVariant="danger"
      confirm={{
        title: "Check your decision",
        text: `${form.records ? `You will record that ${form.bodyName} refused` : "You will refuse"} certification to ${organisationName}. You cannot undo this. The client can appeal; somebody who neither audited nor decided handles the appeal.`,
        label: form.records ? "Record refusal" : "Refuse certification",
      }}
    >
      <TextArea name="reason" label="Reasons" hint="The client reads them and can appeal." rows={3} />
      <Recorded form={form} />
    </ActPanel>
  );
}
