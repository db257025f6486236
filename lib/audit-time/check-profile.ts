import { checkFactors, type Problem } from "./factors";
import { countPersons, FULL_WEEK_RANGE, fewestOf, wholePersons } from "./persons";
import type { ScopeFacts, SiteProfile, TimeJudgement } from "./profile";
import { asksComplexity, MAX_PERSONS, tableDays } from "./tables";

/** Everything that has to be corrected before audit time can be estimated; empty when nothing has to. */
export function checkProfile(standardId: string, facts: ScopeFacts, judgement: TimeJudgement): Problem[] {
  const problems = [
    ...facts.sites.flatMap((site, index) => checkSite(site, index, facts.fullWeek)),
    ...checkGroups(facts),
    ...checkCentral(facts.sites),
    ...checkAnswers(standardId, facts),
    ...checkFactors(facts, judgement),
  ];
  const { min, max } = FULL_WEEK_RANGE;
  if (facts.fullWeek < min || facts.fullWeek > max) {
    problems.push({ field: "fullWeek", sentence: `Enter ${min / 100} to ${max / 100} hours.` });
  }
  // With wrong figures the number of persons, and whether a table knows it, would only confuse.
  if (problems.length > 0) return problems;
  const { effective } = countPersons(facts.sites, facts.groups, facts.fullWeek);
  if (effective < 1 || effective > MAX_PERSONS) {
    const sentence = `Enter the persons at the sites: together 1 to ${MAX_PERSONS}.`;
    return [{ field: "sites.0.permanent", sentence }];
  }
  return checkDays(standardId, facts, judgement, effective);
}

function checkSite(site: SiteProfile, index: number, fullWeek: number): Problem[] {
  const field = `sites.${index}.partTimeHours`;
  const { partTime, partTimeHours } = site;
  if (partTime > 0 && (partTimeHours <= 0 || partTimeHours > fullWeek)) {
    return [{ field, sentence: `Enter their hours a week: more than 0, at most ${fullWeek / 100} (IT-2).` }];
  }
  if (partTime === 0 && partTimeHours > 0) {
    return [{ field, sentence: "Leave this empty, or enter how many part-timers there are." }];
  }
  return [];
}

function checkGroups({ groups, sites }: ScopeFacts): Problem[] {
  return groups.flatMap((group, index): Problem[] => {
    const { siteId, persons, countAs, reason } = group;
    const site = sites.find((one) => one.siteId === siteId);
    if (!site) return [{ field: `groups.${index}.siteId`, sentence: "Choose a site of this project." }];
    const sameSite = groups.slice(0, index + 1).filter((one) => one.siteId === siteId);
    const grouped = sameSite.reduce((sum, one) => sum + one.persons, 0);
    if (grouped > wholePersons(site)) {
      const sentence = `${site.name} has ${wholePersons(site)} persons with a full week: its groups cannot have ${grouped} together.`;
      return [{ field: `groups.${index}.persons`, sentence }];
    }
    const fewest = fewestOf(persons);
    if (countAs !== null && (countAs < fewest || countAs > persons)) {
      const sentence = `Enter ${fewest} to ${persons}: the root of ${persons} is the lowest number allowed (IT-3).`;
      return [{ field: `groups.${index}.countAs`, sentence }];
    }
    if (countAs !== null && countAs < persons && !reason) {
      const sentence = "Say why fewer persons may be looked at: the work and its risk (IT-3, IT-4).";
      return [{ field: `groups.${index}.reason`, sentence }];
    }
    return [];
  });
}

/** Several sites have one central function, which is audited in addition to the sample (MS-1, MS-2). */
function checkCentral(sites: readonly SiteProfile[]): Problem[] {
  const central = sites.flatMap(({ role }, index) => (role === "central" ? [index] : []));
  if (sites.length < 2 || central.length === 1) return [];
  const sentence =
    central.length === 0
      ? "Say which site is the central function: it is audited every time (MS-2)."
      : "Only one site is the central function (MS-1).";
  return [{ field: `sites.${central[1] ?? 0}.role`, sentence }];
}

/** The six answers belong to an ISMS, and to nothing else. */
function checkAnswers(standardId: string, { complexity }: ScopeFacts): Problem[] {
  if (asksComplexity(standardId) === (complexity !== null)) return [];
  const sentence = complexity
    ? "Leave the six answers out: this standard does not ask for them."
    : "Answer the six questions: they say in which range the factor lies (IT-5).";
  return [{ field: "answers.sector", sentence }];
}

/** Where a table gives days nobody states others; where none does, somebody states them with a reason (TIM-1). */
function checkDays(
  standardId: string,
  facts: ScopeFacts,
  { stated }: TimeJudgement,
  effective: number,
): Problem[] {
  const standards = [{ standardId, column: facts.column }, ...facts.others];
  return standards.flatMap((standard, index): Problem[] => {
    const at = index === 0 ? "stated" : `others.${index - 1}`;
    const table = tableDays(standard.standardId, effective, standard.column ?? undefined);
    const typed = stated.some((one) => one.standardId === standard.standardId);
    if (table.kind === "row") {
      if (!typed) return [];
      const sentence = `Leave the days empty: the table gives ${table.centidays / 100}.`;
      return [{ field: `${at}.days`, sentence }];
    }
    if (table.reason.code === "complexity-needed") {
      const field = index === 0 ? "column" : `${at}.column`;
      return [{ field, sentence: "Choose the complexity: the table has a column for each (M5-6)." }];
    }
    if (typed) return [];
    const why =
      table.reason.code === "above-table"
        ? `The table ends at ${table.reason.lastPersons} persons and you count ${effective}.`
        : "No table is published for this standard.";
    return [{ field: `${at}.days`, sentence: `${why} State the days yourself, with the reason.` }];
  });
}
