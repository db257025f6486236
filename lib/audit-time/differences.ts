import { findStandard } from "../standards/editions";
import { complexityQuestions } from "./complexity";
import type { IdenticalWork } from "./persons";
import type { ScopeFacts, SiteProfile } from "./profile";
import { columnNames, kindNames, questionWords, roleNames } from "./words";

/** One fact of a scope that is another now, in words. */
export interface Difference {
  what: string;
  before: string;
  after: string;
}

const NONE = "Not stated";

/** The facts that a later version states in another way, field by field in the order of the profile; empty where nothing changed. */
export function differencesOf(before: ScopeFacts, after: ScopeFacts): Difference[] {
  return [
    ...compare("Full week", `${before.fullWeek / 100} hours`, `${after.fullWeek / 100} hours`),
    ...siteDifferences(before.sites, after.sites),
    ...compare("Identical work", groupsInWords(before), groupsInWords(after)),
    ...compare("Sampling of sites", samplingInWords(before), samplingInWords(after)),
    ...complexityQuestions.flatMap((question) =>
      compare(questionWords[question].label, answerTo(before, question), answerTo(after, question)),
    ),
    ...compare("Complexity", columnInWords(before), columnInWords(after)),
    ...compare("In the same audit", othersInWords(before), othersInWords(after)),
    ...compare("Shared by the systems", before.integrated ?? NONE, after.integrated ?? NONE),
    ...compare("Work done remotely", `${before.remotePercent} %`, `${after.remotePercent} %`),
    ...compare("Outsourced processes", before.outsourced ?? NONE, after.outsourced ?? NONE),
    ...compare("Certificates held", before.certificates ?? NONE, after.certificates ?? NONE),
    ...compare("Records that cannot be shown", before.restricted ?? NONE, after.restricted ?? NONE),
    ...compare("Consultants, internal auditors", before.advisers ?? NONE, after.advisers ?? NONE),
  ];
}

function compare(what: string, before: string, after: string): Difference[] {
  return before === after ? [] : [{ what, before, after }];
}

function siteDifferences(before: readonly SiteProfile[], after: readonly SiteProfile[]): Difference[] {
  const gone = before.filter(({ siteId }) => !after.some((site) => site.siteId === siteId));
  return [
    ...gone.map((site) => ({ what: site.name, before: siteInWords(site), after: "No site of the scope" })),
    ...after.flatMap((site) => {
      const earlier = before.find(({ siteId }) => siteId === site.siteId);
      if (!earlier) return [{ what: site.name, before: "No site of the scope", after: siteInWords(site) }];
      return fieldsOf(earlier).flatMap(([field, was], index) =>
        compare(`${site.name}: ${field}`, was, fieldsOf(site)[index]?.[1] ?? NONE),
      );
    }),
  ];
}

/** What is stated of a site, each with its name, in the order of the form. */
function fieldsOf(site: SiteProfile): [string, string][] {
  const hours = site.partTime === 0 ? "0" : `${site.partTime} of ${site.partTimeHours / 100} hours`;
  return [
    ["name", site.name],
    ["kind", kindNames[site.kind]],
    ["audited as", roleNames[site.role]],
    ["full-time", String(site.permanent)],
    ["part-time", hours],
    ["contractors", String(site.contractors)],
    ["temporary", String(site.temporary)],
    ["shifts", String(site.shifts)],
  ];
}

function siteInWords(site: SiteProfile): string {
  const [, ...fields] = fieldsOf(site);
  return fields.map(([field, value]) => `${field} ${value}`).join(", ");
}

function groupsInWords({ groups, sites }: ScopeFacts): string {
  const nameOf = (id: string) => sites.find(({ siteId }) => siteId === id)?.name ?? "";
  const inWords = ({ siteId, task, persons, countAs }: IdenticalWork) =>
    `${nameOf(siteId)}, ${task}: ${persons}${countAs === null || countAs === persons ? ", all count" : ` count as ${countAs}`}`;
  return groups.map(inWords).join("; ") || "None";
}

/** With one site there is nothing to sample. */
function samplingInWords({ sampling, sites }: ScopeFacts): string {
  return sites.length > 1 && sampling ? "Conditions are met" : "Not asked for";
}

function answerTo({ complexity }: ScopeFacts, question: (typeof complexityQuestions)[number]): string {
  if (!complexity) return NONE;
  const answer = complexity[question];
  return `${answer}: ${questionWords[question].answers[answer - 1]}`;
}

function columnInWords({ column }: ScopeFacts): string {
  return column ? columnNames[column] : NONE;
}

function othersInWords({ others }: ScopeFacts): string {
  const inWords = others.map(({ standardId, column }) => {
    const name = findStandard(standardId)?.name ?? standardId;
    return column ? `${name} (${columnNames[column]})` : name;
  });
  return inWords.join(", ") || "No other standard";
}
