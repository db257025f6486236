/** What laying a plan out anew would do to the one that is there: shown before it is done, and done as it was shown. */
import type { Day } from "../day";
import type { LaidMilestone, MilestoneKey } from "./milestones";

/** A milestone as it is kept. */
export interface KeptMilestone {
  key: MilestoneKey;
  startsOn: Day | null;
  dueOn: Day;
  isDone: boolean;
  /** Changed by a person since it was laid out. */
  isByHand: boolean;
}

/** "new", "moves" and "stays" need no word; "done" and "by_hand" say why a day that differs is kept. */
export type LayoutEffect = "new" | "moves" | "stays" | "done" | "by_hand";

export interface LayoutLine extends LaidMilestone {
  /** The day that is kept now; null where the milestone is not in the plan yet. */
  now: Day | null;
  effect: LayoutEffect;
}

/** Line by line what `laid` would change. What is done and what was changed by hand keeps its days. */
export function compareLayout(laid: readonly LaidMilestone[], kept: readonly KeptMilestone[]): LayoutLine[] {
  return laid.map((milestone) => {
    const before = kept.find(({ key }) => key === milestone.key);
    return { ...milestone, now: before?.dueOn ?? null, effect: effectOn(milestone, before) };
  });
}

function effectOn({ startsOn, dueOn }: LaidMilestone, before: KeptMilestone | undefined): LayoutEffect {
  if (!before) return "new";
  if (before.startsOn === startsOn && before.dueOn === dueOn) return "stays";
  if (before.isDone) return "done";
  return before.isByHand ? "by_hand" : "moves";
}

/** What was shown as one text: laid out again it says the same, unless somebody changed the plan meanwhile. */
export function writeLayout(lines: readonly LayoutLine[]): string {
  return lines
    .map(({ key, effect, now, startsOn, dueOn }) => [key, effect, now, startsOn, dueOn].join(" "))
    .join("; ");
}
