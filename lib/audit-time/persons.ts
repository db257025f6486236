/**
 * The number of persons that the tables are read with (IT-1 to IT-4, M5-1): everybody under the organisation's control
 * on all shifts, part-timers by their hours, groups of identical work at the number somebody justified. Everything is
 * summed exactly and rounded up once, at the end.
 */
import { wholeRoot } from "./whole-root";

/** Persons of one site by kind, all shifts together. */
export interface SitePersons {
  /** Employees with a full week. */
  readonly permanent: number;
  /** Part-timers, and persons who are in the scope with part of their time. */
  readonly partTime: number;
  /** Hours a week of one part-timer on average, in hundredths of an hour; 0 without part-timers. */
  readonly partTimeHours: number;
  /** Contractors and freelancers who work under the organisation's control (IT-1). */
  readonly contractors: number;
  /** Temporary and seasonal persons who are there during the audit (M5-1). */
  readonly temporary: number;
}

/** Persons of one site who do the same work, and as how many they count (IT-3). */
export interface IdenticalWork {
  readonly siteId: string;
  readonly task: string;
  readonly persons: number;
  /** From the root of `persons` to `persons`; null counts all of them. */
  readonly countAs: number | null;
  readonly reason: string | null;
}

/** The hours of a full week, in hundredths of an hour, that a form may state. */
export const FULL_WEEK_RANGE = { min: 1_000, max: 6_000, usual: 4_000 } as const;

/** The fewest persons a group of identical work may count as: its square root, rounded up (IT-3). */
export function fewestOf(persons: number): number {
  return wholeRoot(100 * persons);
}

/** Persons whose full week counts as one. */
export function wholePersons({ permanent, contractors, temporary }: SitePersons): number {
  return permanent + contractors + temporary;
}

/** Everybody, each as one. */
export function headcount(sites: readonly SitePersons[]): number {
  return sites.reduce((sum, site) => sum + wholePersons(site) + site.partTime, 0);
}

export interface EffectivePersons {
  readonly headcount: number;
  /** Part-timers as full weeks, in hundredths of a person, rounded up for showing alone (IT-2). */
  readonly partTimeHundredths: number;
  /** What groups of identical work take off (IT-3). */
  readonly takenOff: number;
  /** The number the tables are read with. */
  readonly effective: number;
}

/** Counts sites together; the figures were checked before. `fullWeek` is in hundredths of an hour. */
export function countPersons(
  sites: readonly SitePersons[],
  groups: readonly IdenticalWork[],
  fullWeek: number,
): EffectivePersons {
  const whole = sites.reduce((sum, site) => sum + wholePersons(site), 0);
  const hours = sites.reduce((sum, site) => sum + site.partTime * site.partTimeHours, 0);
  const takenOff = groups.reduce((sum, { persons, countAs }) => sum + persons - (countAs ?? persons), 0);
  return {
    headcount: headcount(sites),
    partTimeHundredths: Math.ceil((100 * hours) / fullWeek),
    takenOff,
    effective: Math.ceil(((whole - takenOff) * fullWeek + hours) / fullWeek),
  };
}
