import { type BarTone, StackedBar } from "@/components/ui/stacked-bar";
import { TabsNav } from "@/components/ui/tabs-nav";
import { type FindingList, type FindingView, findingListHref, findingViews } from "@/lib/finding-list";
import {
  endedStates,
  findingStateNames,
  liveStates,
  openStates,
  waitsFor,
} from "@/lib/lifecycle/finding-words";
import type { NonconformityState } from "@/lib/lifecycle/nonconformity-states";
import type { Register } from "@/lib/store/finding-register";

const viewNames: Record<FindingView, string> = {
  open: "Open",
  overdue: "Overdue",
  auditor: "Waiting for auditor",
  client: "Waiting for client",
  closed: "Closed",
  all: "All",
};

const tones: Partial<Record<NonconformityState, BarTone>> = {
  open: "warning",
  response_submitted: "info",
  plan_accepted: "info",
  evidence_submitted: "info",
  verified: "success",
  closed: "success",
};

type Counts = Pick<Register, "states" | "overdue">;

function sum({ states }: Counts, wanted: readonly NonconformityState[]): number {
  return wanted.reduce((total, state) => total + (states[state] ?? 0), 0);
}

/** How many findings a view holds, from the same counts as the bar. */
export function countView(counts: Counts, view: FindingView): number {
  if (view === "overdue") return counts.overdue;
  if (view === "open") return sum(counts, openStates);
  if (view === "closed") return sum(counts, endedStates);
  if (view === "all") return Object.values(counts.states).reduce((total, count) => total + count, 0);
  const side = view === "client" ? "client" : "body";
  return sum(
    counts,
    liveStates.filter((state) => waitsFor(state) === side),
  );
}

/** The views of the register with their counts; filters and order stay. */
export function RegisterViews({ base, list, counts }: { base: string; list: FindingList; counts: Counts }) {
  return (
    <TabsNav
      label="Views of the findings"
      tabs={findingViews.map((view) => ({
        href: findingListHref(base, list, { view }),
        label: viewNames[view],
        current: view === list.view,
        count: countView(counts, view),
      }))}
    />
  );
}

/** The nonconformities of the project by state: the bar, and the counts in words, each a link to its list. */
export function StateBar({ base, counts }: { base: string; counts: Counts }) {
  const shown = [...liveStates, "closed"] as const;
  const total = sum(counts, shown);
  const open = sum(counts, openStates);
  const verb = open === 1 ? "is" : "are";
  const title =
    total === 0
      ? "No nonconformities are open"
      : `${open} of ${total} ${total === 1 ? "nonconformity" : "nonconformities"} ${verb} open`;
  return (
    <StackedBar
      id="findings-by-state"
      title={title}
      parts={shown.map((state) => ({
        key: state,
        label: findingStateNames[state].toLowerCase(),
        value: counts.states[state] ?? 0,
        tone: tones[state] ?? "neutral",
        href: `${base}?state=${state}&view=all`,
      }))}
    />
  );
}
