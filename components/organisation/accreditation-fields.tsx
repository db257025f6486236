import { SelectField, TextField } from "@/components/ui/field";
import { DateField } from "@/components/ui/value-fields";
import {
  type Accreditation,
  recognitionNames,
  recognitions,
  schemeOf,
} from "@/lib/selection/accreditation-gate";
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
        hint="Since 1 Jan 2026 one arrangement takes the place of IAF MLA and ILAC MRA; their marks stay valid for now. Leave it empty when it is not known."
        optional
        options={recognitions.map((name) => ({ value: name, label: recognitionNames[name] }))}
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
        name="checkedBy"
        label="Checked by"
        hint="Who looked it up. Left empty, it is you."
        optional
        width="medium"
        defaultValue={held?.checkedBy ?? ""}
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
