import { TextField } from "@/components/ui/field";

/** An IANA time zone: typed with suggestions, because the list is too long to scroll. */
export function ZoneField({
  name,
  label,
  hint,
  defaultValue,
}: {
  name: string;
  label: string;
  hint?: string;
  defaultValue?: string;
}) {
  return (
    <>
      <TextField
        name={name}
        label={label}
        hint={hint}
        width="medium"
        list="time-zones"
        defaultValue={defaultValue}
        spellCheck={false}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
