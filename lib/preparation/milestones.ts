/**
 * The milestones of a preparation, laid out backwards from the day on which the certificate is wanted. The distances
 * follow what projects and bodies usually take (domain.md 5.1): 6 to 12 months in all, three months of operating
 * evidence before Stage 2, four to eight weeks between the stages, two to six weeks to close findings and decide.
 */
import { addDays, addMonths, type Day, daysBetween, weekday } from "../day";

export const milestoneKeys = [
  "scope",
  "risk",
  "soa",
  "documents",
  "training",
  "internal-audit",
  "management-review",
  "evidence",
  "stage1",
  "stage2",
  "decision",
] as const;

export type MilestoneKey = (typeof milestoneKeys)[number];

/** How many months a preparation can be laid out over (5.1: 6 to 12 are typical). */
export const LEAST_MONTHS = 6;
export const MOST_MONTHS = 12;
export const USUAL_MONTHS = 9;

/** When a milestone falls: days before the target, or a share of the time in which the system is built. */
type Place = { daysBefore: number } | { percentOfBuilding: number };

export interface Milestone {
  readonly key: MilestoneKey;
  readonly title: string;
  readonly place: Place;
  /** The milestone whose day begins the work on this one; null begins with the plan, undefined is a day on its own. */
  readonly startsAfter?: MilestoneKey | null;
  /** What has to be there before, and the fewest days in between. */
  readonly needs: readonly { readonly key: MilestoneKey; readonly leastDays: number }[];
}

const DOCUMENTS_DAYS_BEFORE = 140;

const template: readonly Milestone[] = [
  { key: "scope", title: "Scope decided", place: { percentOfBuilding: 20 }, startsAfter: null, needs: [] },
  {
    key: "risk",
    title: "Risks assessed",
    place: { percentOfBuilding: 60 },
    startsAfter: "scope",
    needs: [{ key: "scope", leastDays: 14 }],
  },
  {
    key: "soa",
    title: "Statement of Applicability approved",
    place: { percentOfBuilding: 75 },
    startsAfter: "risk",
    needs: [{ key: "risk", leastDays: 3 }],
  },
  {
    key: "documents",
    title: "Documents approved",
    place: { percentOfBuilding: 100 },
    startsAfter: "risk",
    needs: [
      { key: "risk", leastDays: 10 },
      { key: "soa", leastDays: 7 },
    ],
  },
  {
    key: "training",
    title: "Awareness training held",
    place: { daysBefore: 112 },
    startsAfter: "documents",
    needs: [{ key: "documents", leastDays: 14 }],
  },
  {
    key: "internal-audit",
    title: "Internal audit held",
    place: { daysBefore: 105 },
    needs: [{ key: "documents", leastDays: 21 }],
  },
  {
    key: "management-review",
    title: "Management review held",
    place: { daysBefore: 91 },
    needs: [{ key: "internal-audit", leastDays: 7 }],
  },
  {
    key: "evidence",
    title: "Three months of evidence collected",
    place: { daysBefore: 49 },
    startsAfter: "documents",
    needs: [{ key: "documents", leastDays: 84 }],
  },
  {
    key: "stage1",
    title: "Stage 1 audit",
    place: { daysBefore: 84 },
    needs: [{ key: "management-review", leastDays: 5 }],
  },
  {
    key: "stage2",
    title: "Stage 2 audit",
    place: { daysBefore: 42 },
    needs: [
      { key: "stage1", leastDays: 14 },
      { key: "evidence", leastDays: 3 },
    ],
  },
  {
    key: "decision",
    title: "Certification decided",
    place: { daysBefore: 0 },
    needs: [{ key: "stage2", leastDays: 14 }],
  },
];

/** The milestones of a standard, each after what it needs; only some standards ask for a Statement of Applicability. */
export function listMilestones(needsSoa: boolean): readonly Milestone[] {
  return template.filter(({ key }) => needsSoa || key !== "soa");
}

export function isMilestoneKey(text: string): text is MilestoneKey {
  return milestoneKeys.some((key) => key === text);
}

export interface LaidMilestone {
  key: MilestoneKey;
  title: string;
  /** Null where it is a day and no span. */
  startsOn: Day | null;
  dueOn: Day;
}

/**
 * The milestones with their days, counted back from `target` over `months`. Each falls on a working day, at most two
 * days early; only the target stays as it was chosen. Throws a RangeError for months outside 6 to 12.
 */
export function layOut(target: Day, months: number, needsSoa: boolean): LaidMilestone[] {
  if (!Number.isInteger(months) || months < LEAST_MONTHS || months > MOST_MONTHS) {
    throw new RangeError(`A plan is laid out over ${LEAST_MONTHS} to ${MOST_MONTHS} months, not ${months}.`);
  }
  const begin = workdayUntil(addMonths(target, -months));
  const building = daysBetween(begin, addDays(target, -DOCUMENTS_DAYS_BEFORE));
  const dueOf = (place: Place): Day => {
    if ("percentOfBuilding" in place) {
      return workdayUntil(addDays(begin, Math.floor((building * place.percentOfBuilding) / 100)));
    }
    return place.daysBefore === 0 ? target : workdayUntil(addDays(target, -place.daysBefore));
  };
  const days = new Map(template.map(({ key, place }) => [key, dueOf(place)]));
  return listMilestones(needsSoa).map(({ key, title, place, startsAfter }) => ({
    key,
    title,
    startsOn: startsAfter ? (days.get(startsAfter) ?? null) : startsAfter === null ? begin : null,
    dueOn: dueOf(place),
  }));
}

/** The day itself, or the Friday before a weekend. */
function workdayUntil(day: Day): Day {
  return addDays(day, -Math.max(0, weekday(day) - 5));
}
