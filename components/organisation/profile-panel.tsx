import { ZoneField } from "@/components/organisation/zone-field";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { SummaryList } from "@/components/ui/summary-list";
import type { FormAction } from "@/lib/form-state";

interface Organisation {
  legalName: string;
  country: string | null;
  timeZone: string;
  languages: string[];
  sectors: string[];
  version: number;
}

/** Legal name, country, zone and languages: a form for who may change them, facts for everybody else. */
export function ProfilePanel({
  org,
  organisation,
  isBody,
  action,
}: {
  org: string;
  organisation: Organisation;
  /** A body says in which sectors it audits. */
  isBody: boolean;
  /** Missing: the reader may not change it. */
  action?: FormAction;
}) {
  const { legalName, country, timeZone, languages, sectors, version } = organisation;
  if (!action) {
    return (
      <Card title="Details">
        <SummaryList
          items={[
            { term: "Legal name", value: legalName },
            { term: "Country", value: country },
            { term: "Time zone", value: timeZone },
            { term: "Languages", value: languages.join(", ") },
            ...(isBody ? [{ term: "Sectors", value: sectors.join(", ") }] : []),
          ]}
        />
      </Card>
    );
  }
  return (
    <Card title="Details">
      <ServerForm action={action} hidden={{ org }} version={version} submitLabel="Save details" keepsFields>
        <TextField
          name="legalName"
          label="Legal name"
          hint="As it stands in the register; certificates and letters carry it."
          defaultValue={legalName}
        />
        <TextField name="country" label="Country" width="medium" optional defaultValue={country ?? ""} />
        <ZoneField
          name="timeZone"
          label="Time zone"
          hint="Deadlines end at the end of the day there. Projects that exist keep theirs."
          defaultValue={timeZone}
        />
        <TextField
          name="languages"
          label="Languages"
          hint="In which audits can be held, separated by commas."
          optional
          width="medium"
          defaultValue={languages.join(", ")}
        />
        {isBody && (
          <TextField
            name="sectors"
            label="Sectors"
            hint="In which you audit, separated by commas. Clients see them in their register."
            optional
            width="medium"
            defaultValue={sectors.join(", ")}
          />
        )}
      </ServerForm>
    </Card>
  );
}
