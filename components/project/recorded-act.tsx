import { TextField } from "@/components/ui/field";
import { UploadField } from "@/components/ui/upload-field";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import { FILE_ACCEPT, FILE_KINDS_IN_WORDS, MAX_FILE_BYTES } from "@/lib/files/limits";
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
}: {
  org: string;
  project: string;
  bodyName: string;
  /** Day and person that are likely, so that several acts of one audit need not be typed again. */
  on?: Day | null;
  by?: string | null;
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
      <UploadField
        name="recordedProof"
        label="Document that proves it"
        url={paths.project(org, project).upload}
        maxBytes={MAX_FILE_BYTES}
        accept={FILE_ACCEPT}
        kinds={FILE_KINDS_IN_WORDS}
      />
    </fieldset>
  );
}
