import type { ReactNode } from "react";
import { ActPanel } from "@/components/project/act-panel";
import { ScanWord } from "@/components/project/scan-word";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/choice-fields";
import { TextArea, TextField } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { UploadField } from "@/components/ui/upload-field";
import { DateField } from "@/components/ui/value-fields";
import { type Day, formatDay } from "@/lib/day";
import type { ScanView } from "@/lib/files/scan-state";
import type { FormAction } from "@/lib/form-state";
import type { Refusal } from "@/lib/lifecycle/refusal";

interface Held {
  id: string;
  on: Day;
  coversScope: boolean;
  who: string;
  note: string | null;
  file: { id: string; name: string; scan: ScanView | null } | null;
}

interface Props {
  title: string;
  /** "internal audit": how buttons and empty texts name one. */
  one: string;
  held: readonly Held[];
  files: { upload: string; file: (id: string) => string; timeZone: string };
  /** Null for who only reads. */
  form: {
    hidden: Record<string, string>;
    version: number;
    reasons: readonly Refusal[];
    action: FormAction;
  } | null;
}

/** Internal audits or management reviews: those held, and the form that records the next one (IS-2). */
export function HeldSection({ title, one, held, files, form }: Props) {
  return (
    <Card title={title} id={`${one.replace(" ", "-")}s`} flush>
      <Table
        caption={title}
        rows={[...held]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "on",
            label: "Held on",
            isRowHeader: true,
            isOneLine: true,
            cell: ({ on }) => formatDay(on),
          },
          { key: "who", label: "By", cell: ({ who }) => who },
          {
            key: "scope",
            label: "Scope",
            cell: ({ coversScope }) =>
              coversScope ? (
                <Pill kind="success">Whole scope</Pill>
              ) : (
                <Pill kind="warning">Part of the scope</Pill>
              ),
          },
          { key: "note", label: "Result", cell: ({ note }) => note ?? "Not stated" },
          { key: "file", label: "Document", cell: ({ file }) => fileLink(file, files) },
        ]}
        empty={<p className="px-4 pb-2 text-muted sm:px-5">No {one} recorded yet.</p>}
      />
      {form && (
        <details className="px-4 py-4 sm:px-5" open={held.length === 0}>
          <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
            Record {one === "internal audit" ? "an" : "a"} {one}
          </summary>
          <div className="mt-3">
            <ActPanel {...form} submitLabel={`Record ${one}`} submitVariant="secondary">
              <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
                <DateField name="heldOn" label="Held on" />
                <TextField name="who" label="Carried out by" hint="Names or functions." />
              </div>
              <CheckboxField
                name="coversScope"
                label="It covers the whole scope of the certification"
                hint="Only then does it count for the decision (IS-2)."
              />
              <TextArea name="note" label="Result" optional rows={2} />
              <UploadField name="fileId" label="Report or minutes" optional url={files.upload} />
            </ActPanel>
          </div>
        </details>
      )}
    </Card>
  );
}

function fileLink(file: Held["file"], files: Props["files"]): ReactNode {
  if (!file) return "None";
  return (
    <>
      <a href={files.file(file.id)} className="inline-block break-all py-0.5">
        {file.name}
      </a>{" "}
      {file.scan && <ScanWord scan={file.scan} timeZone={files.timeZone} />}
    </>
  );
}
