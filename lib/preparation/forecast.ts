/** Where a plan is heading: each open milestone at its planned day, or as late as what it needs pushes it. */
import { addDays, type Day, daysBetween, formatDay, isBefore, maxDay } from "../day";
import { listMilestones, type MilestoneKey } from "./milestones";

export interface PlannedMilestone {
  key: MilestoneKey;
  title: string;
  dueOn: Day;
  doneOn: Day | null;
}

export interface Forecast extends PlannedMilestone {
  /** The day on which it was done, or is expected. */
  on: Day;
  /** Days after the planned day; negative when it was or will be earlier. */
  slip: number;
  /** Open, and its day has passed. */
  isLate: boolean;
  /** The late milestone that pushes this one; null where nothing does. */
  movedBy: MilestoneKey | null;
}

/** A day that the record itself knows, which no plan outweighs: an audit that is booked, a review that was held. */
export type KnownDays = Partial<Record<MilestoneKey, { on: Day; isOver: boolean }>>;

/** Each milestone of a plan with the day on which it is expected, in the order in which they depend on each other. */
export function forecastPlan(
  plan: readonly PlannedMilestone[],
  today: Day,
  known: KnownDays = {},
): Forecast[] {
  const expected = new Map<MilestoneKey, Forecast>();
  for (const { key, needs } of listMilestones(true)) {
    const milestone = plan.find((planned) => planned.key === key);
    if (!milestone) continue;
    const pushes = needs.flatMap((need) => {
      const before = expected.get(need.key);
      return before ? [{ before, on: addDays(before.on, need.leastDays) }] : [];
    });
    expected.set(key, forecastOne(milestone, pushes, today, known[key]));
  }
  return [...expected.values()];
}

type Push = { before: Forecast; on: Day };

function forecastOne(
  milestone: PlannedMilestone,
  pushes: readonly Push[],
  today: Day,
  known: KnownDays[MilestoneKey],
): Forecast {
  const doneOn = known?.isOver ? known.on : milestone.doneOn;
  const { dueOn } = milestone;
  if (doneOn !== null) {
    const slip = daysBetween(dueOn, doneOn);
    return { ...milestone, doneOn, on: doneOn, slip, isLate: false, movedBy: null };
  }
  // A booked day takes the place of the planned one, whichever is later.
  const own = maxDay(known?.on ?? dueOn, today);
  const on = maxDay(own, ...pushes.map((push) => push.on));
  const isMoved = on !== own && isBefore(dueOn, on);
  const pusher = isMoved ? pushes.find((push) => push.on === on)?.before : undefined;
  return {
    ...milestone,
    doneOn,
    on,
    slip: daysBetween(dueOn, on),
    isLate: isBefore(dueOn, today),
    movedBy: pusher ? (pusher.movedBy ?? pusher.key) : null,
  };
}

/** "On track." or what is late first and when the certification is decided now, in one or two sentences. */
export function tellForecast(forecasts: readonly Forecast[]): string {
  const last = forecasts.at(-1);
  if (!last) return "Choose the day on which you want the certificate; the plan is laid out back from it.";
  if (last.doneOn !== null) return `${last.title} on ${formatDay(last.doneOn)}.`;
  const [late] = forecasts.filter(({ isLate }) => isLate);
  const cause = late ? `${late.title}: ${countDays(late.slip)} late. ` : "";
  if (last.slip > 0) {
    return `${cause}The decision is expected on ${formatDay(last.on)}, ${countDays(last.slip)} after plan.`;
  }
  return late
    ? `${cause}It moves nothing at the end: the decision is still expected on ${formatDay(last.on)}.`
    : `On track: the decision is expected on ${formatDay(last.on)}.`;
}

/** Which milestones a late one moves, each with its days: "Risks assessed by 3 days". Empty where it has room. */
export function tellMoved(forecasts: readonly Forecast[], key: MilestoneKey): string {
  return forecasts
    .filter(({ movedBy, slip }) => movedBy === key && slip > 0)
    .map(({ title, slip }) => `${title} by ${countDays(slip)}`)
    .join(", ");
}

function countDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
