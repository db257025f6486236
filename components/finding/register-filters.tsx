"use client";

import { buttonLook, LinkButton } from "@/components/ui/button";
import {
  clearedHref,
  countFilters,
  type DueFilter,
  dueFilters,
  type FindingList,
  findingListHref,
} from "@/lib/finding-list";
import { findingStateNames, grades } from "@/lib/lifecycle/finding-words";
import { gradeNames } from "@/lib/lifecycle/naming";
import { type NonconformityState, nonconformityStates } from "@/lib/lifecycle/nonconformity-states";

const dueNames: Record<DueFilter, string> = {
  overdue: "Overdue",
  "7d": "Due in 7 days",
  "30d": "Due in 30 days",
};

const shownStates = nonconformityStates.filter((state) => state !== "draft");

/** The filters of the register as a plain form: they work without script, and every choice is an address. */
export function RegisterFilters({ base, list }: { base: string; list: FindingList }) {
  const count = countFilters(list);
  return (
    <details data-noprint className="group">
      <summary className={`${buttonLook("secondary", "small")} w-fit list-none`}>
        {count === 0 ? "Filter" : `Filter (${count})`}
      </summary>
      <form action={base} className="mt-3 grid gap-4 rounded-card border border-border bg-surface p-4">
        {list.view !== "open" && <input type="hidden" name="view" value={list.view} />}
        {(list.sort !== "due" || list.isDescending) && (
          <input type="hidden" name="sort" value={`${list.isDescending ? "-" : ""}${list.sort}`} />
        )}
        <Boxes
          legend="Grade"
          name="grade"
          chosen={list.grades}
          options={grades.map((grade) => [grade, gradeNames[grade]])}
        />
        <Boxes
          legend="State"
          name="state"
          chosen={list.states}
          options={shownStates.map((state) => [state, findingStateNames[state]])}
        />
        <fieldset>
          <legend className="font-medium">Due</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {[["", "Any time"], ...dueFilters.map((due) => [due, dueNames[due]])].map(([value, label]) => (
              <label key={value} className="flex min-h-8 items-center gap-2">
                <input
                  type="radio"
                  name="due"
                  value={value}
                  defaultChecked={(list.due ?? "") === value}
                  className="size-4"
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <button type="submit" className={buttonLook("primary")}>
            Apply filters
          </button>
          {count > 0 && <LinkButton href={clearedHref(base, list)}>Clear filters</LinkButton>}
        </div>
      </form>
    </details>
  );
}

function Boxes({
  legend,
  name,
  options,
  chosen,
}: {
  legend: string;
  name: string;
  options: [string, string][];
  chosen: readonly string[];
}) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map(([value, label]) => (
          <label key={value} className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-4"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The filters in force, each a link that takes it away. */
export function FilterChips({ base, list }: { base: string; list: FindingList }) {
  const chips = [
    ...list.grades.map((grade) => ({
      label: gradeNames[grade],
      href: findingListHref(base, list, { grades: list.grades.filter((one) => one !== grade) }),
    })),
    ...list.states.map((state: NonconformityState) => ({
      label: findingStateNames[state],
      href: findingListHref(base, list, { states: list.states.filter((one) => one !== state) }),
    })),
    ...(list.due ? [{ label: dueNames[list.due], href: findingListHref(base, list, { due: null }) }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {chips.map(({ label, href }) => (
        <li key={label}>
          <LinkButton href={href} size="small" aria-label={`Remove filter ${label}`}>
            {label} <span aria-hidden="true">×</span>
          </LinkButton>
        </li>
      ))}
      <li>
        <LinkButton href={clearedHref(base, list)} size="small" variant="quiet">
          Clear all
        </LinkButton>
      </li>
    </ul>
  );
}
