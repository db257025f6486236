import type { EffectivePersons } from "./persons";
import type { ScopeFacts } from "./profile";

/** One line of an estimate: what was done, in words, and the rule it rests on. */
export interface EstimateStep {
  readonly text: string;
  readonly rule: string;
}

const personsInWords = (count: number) => `${count} ${count === 1 ? "person" : "persons"}`;

/** How the number of persons came about (IT-1 to IT-3). */
export function tellPersons(facts: ScopeFacts, counted: EffectivePersons): EstimateStep[] {
  const { sites, groups, fullWeek } = facts;
  const partTime = sites.reduce((sum, site) => sum + site.partTime, 0);
  return [
    {
      text: `${personsInWords(counted.headcount)} work under the organisation's control, contractors and all shifts included.`,
      rule: "IT-1",
    },
    ...(partTime > 0
      ? [
          {
            text: `${partTime} of them work part of the time: by a week of ${fullWeek / 100} hours they count as ${counted.partTimeHundredths / 100}.`,
            rule: "IT-2",
          },
        ]
      : []),
    ...groups.map(({ task, persons, countAs, reason }) =>
      countAs === null || countAs === persons
        ? { text: `${personsInWords(persons)} do the same work (${task}) and all count.`, rule: "IT-3" }
        : {
            text: `${personsInWords(persons)} do the same work (${task}) and count as ${countAs}. ${reason}`,
            rule: "IT-3",
          },
    ),
    { text: `Rounded up once: ${personsInWords(counted.effective)} count.`, rule: "IT-1" },
  ];
}
