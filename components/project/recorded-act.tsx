import { SelectField, TextField } from "@/components/ui/field";
import { UploadField } from "@/components/ui/upload-field";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import { paths } from "@/lib/paths";

/**
 * What the client states when it records an act of a body that is not on CertTrail: when, who, and the document that
 * proves it. Stands inside the form of the act itself; the same rules are asked.
 */
export function RecordedActFields({
  org,
  project,
  bodyName,
  on,
  by,
  proofs = [],
}: {
  org: string;
  project: string;
  bodyName: string;
  /** Day and person that are likely, so that several acts of one audit need not be typed again. */
  on?: Day | null;
  by?: string | null;
  /** Documents that proved earlier acts, the latest first: a report proves each of its findings. */
  proofs?: readonly { id: string; name: string }[];
}) {
  return (
    <fieldset className="space-y-4 rounded-card border border-border bg-sunken p-4">
      <legend className="px-1 font-medium">You record this for {bodyName}</legend>
      <p className="max-w-read text-compact text-muted">
        {bodyName} does not work on CertTrail. Say who acted there and when, and add the document that shows
        it.
      </p>
      <DateField name="recordedOn" label="Day of the act" defaultValue={on ?? undefined} />
      <TextField
        name="recordedBy"
        label={`Person of ${bodyName}`}
        hint="First and last name, always spelled the same."
        defaultValue={by ?? undefined}
      />
      {proofs.length > 0 && (
        <SelectField
          name="knownProof"
          label="Document that proves it"
          placeholder="A new one, added below"
          options={proofs.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={proofs[0]?.id}
        />
      )}
      <UploadField
        name="recordedProof"
        label={proofs.length > 0 ? "Another document" : "Document that proves it"}
        optional={proofs.length > 0}
        url={paths.project(org, project).upload}
      />
    </fieldset>
  );
}
