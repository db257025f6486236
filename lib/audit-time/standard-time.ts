import { findStandard } from "../standards/editions";
import { IAF_MD_5 } from "../standards/rule-books";
import { auditDaysInWords as inDays } from "./days";
import type { EstimateStep } from "./estimate-steps";
import { countPersons } from "./persons";
import type { Chosen, Factor, ScopeFacts, SiteProfile, StatedDays } from "./profile";
import type { SiteVisits } from "./sampling";
import { type Complexity, tableDays } from "./tables";

export interface StandardTimeInput {
  readonly standardId: string;
  readonly column: Complexity | null;
  readonly facts: ScopeFacts;
  readonly persons: number;
  /** The sum of `factors`. */
  readonly percent: number;
  readonly factors: readonly Factor[];
  readonly stated: StatedDays | null;
  readonly visits: readonly SiteVisits[];
  readonly reduction: Chosen | null;
}

/** The days of one standard before anything is rounded. */
export interface StandardTime {
  readonly standardId: string;
  /** Days of the table, or those stated in its place, in centidays. */
  readonly before: number;
  /** After factors and sites, in hundredths of a centiday. */
  readonly exact: number;
  /** The document whose table gave the days; null when somebody stated them. */
  readonly source: string | null;
  readonly steps: readonly EstimateStep[];
}

/** Table or stated days, factors, and several sites, for one standard. The figures were checked before. */
export function timeOfStandard(input: StandardTimeInput): StandardTime {
  const { standardId, column, persons, percent, factors, stated } = input;
  const name = findStandard(standardId)?.name ?? standardId;
  const table = tableDays(standardId, persons, column ?? undefined);
  const before = table.kind === "row" ? table.centidays : (stated?.centidays ?? 0);
  const source = table.kind === "row" ? table.source : null;
  const single = before * (100 + percent);
  const rule = source === IAF_MD_5 ? "M5-3" : "IT-5";
  const sites = input.visits.length > 0 ? timeBySites(input) : null;
  return {
    ...{ standardId, before, source },
    exact: Math.max(single, sites?.exact ?? 0),
    steps: [
      table.kind === "row"
        ? {
            text: `${name}: the table gives ${inDays(before)} for ${table.row.minPersons} to ${table.row.maxPersons} persons.`,
            rule: source === IAF_MD_5 ? "M5-1" : "IT-1",
          }
        : { text: `${name}: ${inDays(before)}, stated by hand. ${stated?.reason}`, rule: "TIM-1" },
      ...factors.map(({ name: factor, percent: by, reason }) => ({
        text: `${factor}: ${by > 0 ? "+" : ""}${by} %. ${reason}`,
        rule,
      })),
      {
        text:
          factors.length === 0
            ? `${name}: no factor is applied.`
            : `${name} with all factors (${percent > 0 ? "+" : ""}${percent} %): ${inDays(Math.round(single / 100))}.`,
        rule,
      },
      ...(sites ? tellSites(input, name, sites, single) : []),
    ],
  };
}

interface SitesTime {
  readonly visited: readonly { readonly name: string; readonly exact: number }[];
  readonly exact: number;
}

/**
 * Each site that the initial audit visits by its own persons. Which sites of a sample are visited is not known yet: the
 * largest are taken, so that the figure is not too low. Null where a site alone is above the table.
 */
function timeBySites({
  facts,
  standardId,
  column,
  percent,
  visits,
  reduction,
}: StandardTimeInput): SitesTime | null {
  const counted = facts.sites.map((site) => ({ site, persons: personsAt(site, facts) }));
  const visited = visits.flatMap(({ role, visits: { initial } }) =>
    counted
      .filter(({ site }) => site.role === role)
      .sort((one, other) => other.persons - one.persons)
      .slice(0, initial),
  );
  const timed = visited.map(({ site, persons }) => {
    if (persons === 0) return { name: site.name, exact: 0 };
    const table = tableDays(standardId, persons, column ?? undefined);
    const less = site.role === "central" ? 0 : (reduction?.percent ?? 0);
    return table.kind === "row" ? { name: site.name, exact: table.centidays * (100 + percent - less) } : null;
  });
  if (timed.includes(null)) return null;
  const known = timed.filter((one) => one !== null);
  return { visited: known, exact: known.reduce((sum, { exact }) => sum + exact, 0) };
}

function personsAt(site: SiteProfile, { groups, fullWeek }: ScopeFacts): number {
  const own = groups.filter(({ siteId }) => siteId === site.siteId);
  return countPersons([site], own, fullWeek).effective;
}

function tellSites(
  { reduction }: StandardTimeInput,
  standard: string,
  sites: SitesTime,
  single: number,
): EstimateStep[] {
  const each = sites.visited
    .map(({ name, exact }) => `${name} ${inDays(Math.round(exact / 100))}`)
    .join(", ");
  const less =
    reduction && reduction.percent > 0
      ? ` Each but the central function is reduced by ${reduction.percent} %. ${reduction.reason}`
      : "";
  const isMore = sites.exact > single;
  return [
    {
      text: `${standard}, the sites that are visited, each by its own persons: ${each}; together ${inDays(Math.round(sites.exact / 100))}.${less}`,
      rule: "MS-10",
    },
    {
      text: isMore
        ? `${standard}: that is more than as one single site, so it holds.`
        : `${standard}: it may not be less than as one single site, so ${inDays(Math.round(single / 100))} hold.`,
      rule: "IT-11",
    },
  ];
}
