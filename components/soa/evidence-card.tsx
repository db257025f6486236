import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { UploadField } from "@/components/ui/upload-field";
import type { FormAction } from "@/lib/form-state";
import type { SoaLine } from "@/lib/soa/statement";

interface Props {
  line: SoaLine;
  documents: readonly { id: string; title: string; versionLabel: string }[];
  hidden: Record<string, string>;
  upload: string;
  /** The statement without this card. */
  back: string;
  /** Null for who only reads. */
  acts: { add: FormAction; remove: FormAction } | null;
}

/** What shows one control, and the form that adds to it. */
export function EvidenceCard({ line, documents, hidden, upload, back, acts }: Props) {
  const proofs = line.proofs ?? [];
  return (
    <Card
      title={`Evidence of ${line.ref} ${line.title}`}
      id="evidence"
      actions={<LinkButton href={`${back}#control-${line.ref}`}>Back to the table</LinkButton>}
    >
      <div className="space-y-5">
        {proofs.length === 0 ? (
          <p className="text-muted">Nothing shows yet that this control is there.</p>
        ) : (
          <ul className="divide-y divide-border">
            {proofs.map((proof) => (
              <li key={proof.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span className="min-w-0 break-words">
                  {proof.label}
                  <span className="block break-all text-meta text-subtle">{proof.source}</span>
                </span>
                {acts && (
                  <ServerForm
                    action={acts.remove}
                    hidden={{ ...hidden, evidenceId: proof.id }}
                    submitLabel={`Remove ${proof.label}`}
                    submitVariant="secondary"
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {acts && (
          <ServerForm
            action={acts.add}
            hidden={{ ...hidden, control: line.ref }}
            submitLabel="Add evidence"
            submitVariant="secondary"
          >
            <SelectField
              name="documentId"
              label="Document of the register"
              optional
              placeholder="None"
              options={documents.map(({ id, title, versionLabel }) => ({
                value: id,
                label: `${title}, version ${versionLabel}`,
              }))}
            />
            <UploadField name="fileId" label="Or a file" optional url={upload} />
            <TextField
              name="link"
              label="Or a link"
              hint="Where it can be seen, starting with https://"
              optional
              inputMode="url"
            />
            <TextField
              name="words"
              label="What it shows"
              hint="Such as: access review of March. A link needs it."
              optional
            />
          </ServerForm>
        )}
      </div>
    </Card>
  );
}
