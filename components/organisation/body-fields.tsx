import { TextField } from "@/components/ui/field";

interface BodyValues {
  name: string;
  legalName: string;
  country: string | null;
  languages: string[];
  sectors: string[];
}

/** What is asked about a certification body that is not on CertTrail. */
export function BodyFields({ body }: { body?: BodyValues }) {
  return (
    <>
      <TextField name="name" label="Name" width="medium" defaultValue={body?.name} />
      <TextField
        name="legalName"
        label="Legal name"
        optional
        defaultValue={body?.legalName === body?.name ? "" : body?.legalName}
      />
      <TextField name="country" label="Country" width="medium" optional defaultValue={body?.country ?? ""} />
      <TextField
        name="languages"
        label="Languages"
        hint="In which it audits, separated by commas."
        optional
        width="medium"
        defaultValue={body?.languages.join(", ")}
      />
      <TextField
        name="sectors"
        label="Sectors"
        hint="In which it audits, separated by commas: Health care, Hosting, Banking."
        optional
        width="medium"
        defaultValue={body?.sectors.join(", ")}
      />
    </>
  );
}
