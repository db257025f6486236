import { SelectField } from "@/components/ui/field";
import { NumberField } from "@/components/ui/value-fields";
import { type SiteProfile, siteKinds, siteRoles } from "@/lib/audit-time/profile";
import { kindNames, roleNames } from "@/lib/audit-time/words";

const kindsOfPersons = [
  { field: "permanent", label: "Full-time" },
  { field: "contractors", label: "Contractors" },
  { field: "temporary", label: "Temporary" },
  { field: "partTime", label: "Part-time" },
] as const;

/** What is asked of one site: persons by kind, shifts, and how it is audited among several. */
export function SitePersons({
  site: { id, name, persons },
  index,
  values,
  hasSeveral,
}: {
  site: { id: string; name: string; persons: number };
  index: number;
  values: SiteProfile | undefined;
  hasSeveral: boolean;
}) {
  const at = (field: string) => `sites.${index}.${field}`;
  const shown = (count: number) => (count > 0 ? String(count) : "");
  return (
    <fieldset className="min-w-0 space-y-4 rounded-card border border-border bg-sunken p-4">
      <legend className="float-start mb-4 w-full font-medium">{name}</legend>
      <input type="hidden" name={at("siteId")} value={id} />
      <div className="clear-both grid grid-cols-2 gap-4 lg:grid-cols-3">
        {kindsOfPersons.map(({ field, label }) => (
          <NumberField
            key={field}
            name={at(field)}
            label={label}
            optional
            defaultValue={shown(values ? values[field] : field === "permanent" ? persons : 0)}
          />
        ))}
        <NumberField
          name={at("partTimeHours")}
          label="Part-time week"
          unit="hours"
          optional
          defaultValue={values?.partTimeHours ? String(values.partTimeHours / 100) : ""}
        />
        <NumberField name={at("shifts")} label="Shifts" defaultValue={String(values?.shifts ?? 1)} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name={at("kind")}
          label="Kind of site"
          options={siteKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
          defaultValue={values?.kind ?? "permanent"}
        />
        {hasSeveral ? (
          <SelectField
            name={at("role")}
            label="How it is audited"
            options={siteRoles.map((role) => ({ value: role, label: roleNames[role] }))}
            defaultValue={values?.role ?? (index === 0 ? "central" : "always")}
          />
        ) : (
          <input type="hidden" name={at("role")} value="always" />
        )}
      </div>
    </fieldset>
  );
}
