import { TextField } from "@/components/ui/field";
import { NumberField } from "@/components/ui/value-fields";

export interface SiteValues {
  name: string;
  address: string;
  activity: string;
  persons: number;
}

/** What is asked about a site. */
export function SiteFields({ site }: { site?: SiteValues }) {
  return (
    <>
      <TextField name="name" label="Name" width="medium" defaultValue={site?.name} />
      <TextField
        name="address"
        label="Address"
        hint='Write "Virtual" for a site without one.'
        defaultValue={site?.address}
      />
      <TextField
        name="activity"
        label="Activity"
        hint="What is done there, for example software development."
        defaultValue={site?.activity}
      />
      <NumberField
        name="persons"
        label="Persons"
        hint="Everybody who works there under your control: employees, part-timers, contractors, all shifts."
        defaultValue={site && String(site.persons)}
      />
    </>
  );
}
