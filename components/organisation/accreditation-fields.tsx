import { SelectField, TextField } from "@/components/ui/field";
import { DateField } from "@/components/ui/value-fields";
import { type Accreditation, recognitions, schemeOf } from "@/lib/selection/accreditation-gate";
import { listStandards } from "@/lib/standards/editions";

const schemes = listStandards().map(({ name }) => schemeOf(name));

/** What is asked about an accreditation. */
export function AccreditationFields({ held }: { held?: Accreditation }) {
  return (
    <>
      <SelectField
        name="scheme"
        label="Standard it covers"
        options={schemes.map((scheme) => ({ value: scheme, label: scheme }))}
        defaultValue={held?.scheme ?? ""}
      />
      <TextField
        name="accreditationBody"
        label="Accreditation body"
        hint="For example UKAS, DAkkS or ANAB."
        width="medium"
        defaultValue={held?.accreditationBody}
      />
      <TextField name="number" label="Certificate number" width="medium" defaultValue={held?.number} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField name="validFrom" label="Valid from" optional defaultValue={held?.validFrom ?? ""} />
        <DateField name="validTo" label="Valid to" optional defaultValue={held?.validTo ?? ""} />
      </div>
      <SelectField
        name="recognition"
        label="Recognition arrangement"
        hint="Global ACI replaced IAF and ILAC on 1 Jan 2026; marks of before stay valid for now."
        optional
        options={recognitions.map((name) => ({ value: name, label: name }))}
        defaultValue={held?.recognition ?? ""}
      />
      <DateField
        name="checkedOn"
        label="Checked on"
        hint="The day on which somebody looked it up with the accreditation body."
        optional
        defaultValue={held?.checkedOn ?? ""}
      />
      <TextField
        name="sourceUrl"
        label="Link to the entry"
        type="url"
        optional
        defaultValue={held?.sourceUrl ?? ""}
      />
    </>
  );
}
