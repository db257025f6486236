import { Button, LinkButton } from "@/components/ui/button";
import { countSoaFilters, type DecidedFilter, decidedFilters, type SoaList } from "@/lib/soa/soa-list";
import { implementationNames, implementations, type SoaLine } from "@/lib/soa/statement";

const decidedNames: Record<DecidedFilter, string> = {
  yes: "Applicable",
  no: "Left out",
  undecided: "Undecided",
  gaps: "Something is missing",
};

type Option = readonly [value: string, label: string];

/** The filters of the statement as a plain form: they work without script, and every choice is an address. */
export function SoaFilters({
  base,
  list,
  lines,
}: {
  base: string;
  list: SoaList;
  lines: readonly SoaLine[];
}) {
  const themes = new Map(lines.map(({ theme, group }) => [theme === null ? "own" : String(theme), group]));
  const owners = [...new Set(lines.flatMap(({ owner }) => owner ?? []))].sort();
  return (
    <form action={base} data-noprint className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <Choice name="theme" label="Theme" value={list.theme} options={[...themes]} />
      <Choice
        name="decided"
        label="Applicability"
        value={list.decided}
        options={decidedFilters.map((one) => [one, decidedNames[one]])}
      />
      <Choice
        name="state"
        label="State"
        value={list.state}
        options={implementations.map((one) => [one, implementationNames[one]])}
      />
      {owners.length > 0 && (
        <Choice name="owner" label="Owner" value={list.owner} options={owners.map((one) => [one, one])} />
      )}
      <label className="grid min-w-0 gap-1 sm:min-w-32 sm:flex-1">
        <span className="font-medium">Text</span>
        <input name="q" type="search" data-filter defaultValue={list.text ?? ""} className="control" />
      </label>
      <Button type="submit">Apply filters</Button>
      {countSoaFilters(list) > 0 && (
        <LinkButton href={base} variant="quiet">
          Clear filters
        </LinkButton>
      )}
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | null;
  options: readonly Option[];
}) {
  return (
    <label className="grid min-w-0 gap-1">
      <span className="font-medium">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="control sm:max-w-44">
        <option value="">All</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
