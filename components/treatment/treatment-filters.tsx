import { Button, LinkButton } from "@/components/ui/button";
import type { NamedControl } from "@/lib/store/treatment";
import { treatmentStateNames, treatmentStates } from "@/lib/treatment/treatment";
import { countTreatmentFilters, type TreatmentList } from "@/lib/treatment/treatment-list";

/** The filters of the risk treatment as a plain form: they work without script, and every choice is an address. */
export function TreatmentFilters({
  base,
  list,
  controls,
}: {
  base: string;
  list: TreatmentList;
  controls: readonly NamedControl[];
}) {
  return (
    <form action={base} data-noprint className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <label className="grid min-w-0 gap-1">
        <span className="font-medium">State</span>
        <select name="state" data-filter defaultValue={list.state ?? ""} className="control sm:max-w-44">
          <option value="">All</option>
          {treatmentStates.map((state) => (
            <option key={state} value={state}>
              {treatmentStateNames[state]}
            </option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 gap-1">
        <span className="font-medium">Due</span>
        <select name="due" defaultValue={list.isOverdue ? "overdue" : ""} className="control sm:max-w-44">
          <option value="">All</option>
          <option value="overdue">Overdue</option>
        </select>
      </label>
      <label className="col-span-2 grid min-w-0 gap-1 sm:col-span-1">
        <span className="font-medium">Control</span>
        <select name="control" defaultValue={list.control ?? ""} className="control sm:max-w-80">
          <option value="">All</option>
          {controls.map(({ ref, title }) => (
            <option key={ref} value={ref}>
              {ref} {title}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">Apply filters</Button>
      {countTreatmentFilters(list) > 0 && (
        <LinkButton href={base} variant="quiet">
          Clear filters
        </LinkButton>
      )}
    </form>
  );
}
