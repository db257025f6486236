import Link from "next/link";
import { ZoneField } from "@/components/organisation/zone-field";
import { CheckboxGroup } from "@/components/ui/choice-fields";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { DateField, NumberField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import { listStandards } from "@/lib/standards/editions";

interface Site {
  id: string;
  name: string;
  persons: number;
}

export interface ProjectValues {
  name: string;
  standardId: string;
  scope: string;
  targetOn: Day | null;
  timeZone: string;
  siteIds: readonly string[];
  personsInScope: number;
}

/** What is asked about a certification project. */
export function ProjectFields({
  sites,
  timeZone,
  project,
  profileHref,
}: {
  sites: readonly Site[];
  timeZone: string;
  project?: ProjectValues;
  /** Where the scope profile is, once there is one: it says how many persons count. */
  profileHref?: string;
}) {
  return (
    <>
      <TextField
        name="name"
        label="Name of the project"
        hint="For example ISMS 2027."
        width="medium"
        defaultValue={project?.name}
      />
      <SelectField
        name="standardId"
        label="Standard"
        hint="One project carries one standard. Start another one for a second certificate."
        options={listStandards().map(({ id, name, systemName }) => ({
          value: id,
          label: `${name} (${systemName})`,
        }))}
        defaultValue={project?.standardId ?? "iso-27001-2022"}
      />
      <TextArea
        name="scope"
        label="Scope"
        hint="What the certificate will say: the services, processes and places it covers."
        defaultValue={project?.scope}
      />
      {sites.length > 0 ? (
        <CheckboxGroup
          name="siteIds"
          label="Sites in scope"
          options={sites.map(({ id, name, persons }) => ({
            value: id,
            label: name,
            hint: `${persons} ${persons === 1 ? "person" : "persons"}`,
          }))}
          defaultValues={project ? [...project.siteIds] : sites.map(({ id }) => id)}
        />
      ) : (
        <p className="max-w-read text-muted">
          Your organisation's profile has no sites yet. You can start, and add them before the request goes
          out.
        </p>
      )}
      {profileHref ? (
        <p className="max-w-read text-muted">
          {project?.personsInScope} persons count by the <Link href={profileHref}>scope profile</Link>. Change
          them there.
        </p>
      ) : (
        <NumberField
          name="persons"
          label="Persons in scope"
          hint="Leave it empty to take the persons of the sites you chose. Contractors count too."
          optional
          defaultValue={project && String(project.personsInScope)}
        />
      )}
      <DateField
        name="targetOn"
        label="Target day for the certificate"
        hint="6 to 12 months ahead is usual."
        optional
        defaultValue={project?.targetOn ?? ""}
      />
      <ZoneField
        name="timeZone"
        label="Time zone of the project"
        hint="Its deadlines end at the end of the day there."
        defaultValue={project?.timeZone ?? timeZone}
      />
    </>
  );
}
