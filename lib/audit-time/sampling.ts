/** How many of several similar sites are audited (IAF MD 1; MS-1 to MS-5). */
import { type SiteRole, siteRoles } from "./profile";
import { wholeRoot } from "./whole-root";

/** The audit the sample is drawn for. */
export type SampleKind = "initial" | "surveillance" | "recertification";

/** The most sites a sample is drawn from. */
export const MAX_SITES = 100_000;

/** The square of the factor on √N, in hundredths: 1, 0.6 and 0.8. */
const SQUARED_FACTOR: Readonly<Record<SampleKind, number>> = {
  initial: 100,
  surveillance: 36,
  recertification: 64,
};

/**
 * The smallest sample of `sites` similar sites, the central function not counted (it is audited in addition): √N for
 * an initial audit, 0.6·√N for surveillance, 0.8·√N for recertification, each rounded up. Throws a RangeError when
 * `sites` is not a whole number from 0 to MAX_SITES.
 */
export function siteSample(sites: number, kind: SampleKind): number {
  if (!Number.isInteger(sites) || sites < 0 || sites > MAX_SITES) {
    throw new RangeError(`${sites} is not a number of sites: give a whole number from 0 to ${MAX_SITES}.`);
  }
  return wholeRoot(SQUARED_FACTOR[kind] * sites);
}

/** At least this share of a sample is drawn at random (MS-4). */
const RANDOM_PERCENT = 25;
/** The share of sites that are no sample, visited each year between two full audits (MS-5). */
const YEARLY_PERCENT = 30;

/** Sites that are audited together by one rule: how many there are, and how many each audit visits. */
export interface SiteVisits {
  readonly role: SiteRole;
  readonly sites: number;
  readonly visits: Readonly<Record<SampleKind, number>>;
  /** How many of the initial sample are drawn at random; the rest is chosen by risk. */
  readonly random: number;
  readonly rule: string;
}

/**
 * How many sites of each role the audits visit: the central function every time (MS-2), of similar sites a sample (MS-3),
 * of all others every one, and 30 % of them a year in between (MS-5). Where sites do not qualify for sampling, none is left
 * out (MS-1).
 */
export function planVisits(roles: readonly SiteRole[], qualifies: boolean): SiteVisits[] {
  return siteRoles.flatMap((role): SiteVisits[] => {
    const sites = roles.filter((one) => one === role).length;
    if (sites === 0) return [];
    if (role === "central") return [{ role, sites, visits: everyTime(sites), random: 0, rule: "MS-2" }];
    if (role === "always" || !qualifies) {
      const yearly = Math.ceil((sites * YEARLY_PERCENT) / 100);
      const visits = { ...everyTime(sites), surveillance: yearly };
      return [{ role, sites, visits, random: 0, rule: role === "always" ? "MS-5" : "MS-1" }];
    }
    const visits = {
      initial: siteSample(sites, "initial"),
      surveillance: siteSample(sites, "surveillance"),
      recertification: siteSample(sites, "recertification"),
    };
    const random = Math.ceil((visits.initial * RANDOM_PERCENT) / 100);
    return [{ role, sites, visits, random, rule: "MS-3" }];
  });
}

function everyTime(sites: number) {
  return { initial: sites, surveillance: sites, recertification: sites };
}
