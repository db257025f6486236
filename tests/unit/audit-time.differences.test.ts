import { expect, test } from "vitest";
import { differencesOf } from "@/lib/audit-time/differences";
import type { ScopeFacts, SiteProfile } from "@/lib/audit-time/profile";

const berlin: SiteProfile = {
  ...{ siteId: "1", name: "Berlin", kind: "permanent", role: "central", shifts: 1 },
  ...{ permanent: 80, partTime: 0, partTimeHours: 0, contractors: 4, temporary: 0 },
};
const facts: ScopeFacts = {
  fullWeek: 4000,
  sites: [berlin],
  groups: [],
  sampling: false,
  complexity: { sector: 2, processes: 2, maturity: 2, infrastructure: 2, outsourcing: 2, development: 2 },
  column: null,
  others: [],
  remotePercent: 20,
  ...{
    outsourced: "Hosting by a cloud provider",
    certificates: null,
    restricted: null,
    advisers: null,
    integrated: null,
  },
};
const lisbon: SiteProfile = { ...berlin, siteId: "2", name: "Lisbon", role: "always", permanent: 12 };

test("the same facts have no difference", () => {
  expect(differencesOf(facts, structuredClone(facts))).toEqual([]);
});

test.each<[string, Partial<ScopeFacts>, [string, string, string][]]>([
  ["hours of a week", { fullWeek: 3750 }, [["Full week", "40 hours", "37.5 hours"]]],
  ["remote work", { remotePercent: 60 }, [["Work done remotely", "20 %", "60 %"]]],
  [
    "one of the six answers",
    { complexity: { ...facts.complexity, sector: 3 } as ScopeFacts["complexity"] },
    [
      [
        "Sector and regulation",
        "2: Customers in critical sectors",
        "3: Critical sector, or strict regulation",
      ],
    ],
  ],
  ["the column of a table", { column: "high" }, [["Complexity", "Not stated", "High"]]],
  [
    "another standard",
    { others: [{ standardId: "iso-9001-2015", column: null }] },
    [["In the same audit", "No other standard", "ISO 9001:2015"]],
  ],
  [
    "what is outsourced",
    { outsourced: null },
    [["Outsourced processes", "Hosting by a cloud provider", "Not stated"]],
  ],
  [
    "what the systems share",
    { integrated: "Documents and reviews" },
    [["Shared by the systems", "Not stated", "Documents and reviews"]],
  ],
  [
    "certificates",
    { certificates: "ISO 9001 until 2028" },
    [["Certificates held", "Not stated", "ISO 9001 until 2028"]],
  ],
  [
    "restricted records",
    { restricted: "Payroll" },
    [["Records that cannot be shown", "Not stated", "Payroll"]],
  ],
  [
    "who advised",
    { advisers: "Ada Consulting until May" },
    [["Consultants, internal auditors", "Not stated", "Ada Consulting until May"]],
  ],
  [
    "identical work",
    { groups: [{ siteId: "1", task: "Calls by a script", persons: 20, countAs: 5, reason: "Simple" }] },
    [["Identical work", "None", "Berlin, Calls by a script: 20 count as 5"]],
  ],
])("%s is told with what it was and what it is", (_what, change, expected) => {
  const found = differencesOf(facts, { ...facts, ...change });
  expect(found.map(({ what, before, after }) => [what, before, after])).toEqual(expected);
});

test("each kind of person of a site is told by itself, with the hours of those part-time", () => {
  const site = {
    ...berlin,
    permanent: 70,
    partTime: 10,
    partTimeHours: 2000,
    contractors: 0,
    temporary: 3,
    shifts: 2,
  };
  const found = differencesOf(facts, { ...facts, sites: [site] });
  expect(found.map(({ what, before, after }) => [what, before, after])).toEqual([
    ["Berlin: full-time", "80", "70"],
    ["Berlin: part-time", "0", "10 of 20 hours"],
    ["Berlin: contractors", "4", "0"],
    ["Berlin: temporary", "0", "3"],
    ["Berlin: shifts", "1", "2"],
  ]);
});

test("a site that came and one that went are told whole; sampling only where there are several", () => {
  const came = differencesOf(facts, { ...facts, sites: [berlin, lisbon], sampling: true });
  expect(came.map(({ what, before }) => [what, before])).toEqual([
    ["Lisbon", "No site of the scope"],
    ["Sampling of sites", "Not asked for"],
  ]);
  expect(came[0]?.after).toContain("audited as Always visited, full-time 12");
  const went = differencesOf({ ...facts, sites: [berlin, lisbon] }, facts);
  expect(went.map(({ what, after }) => [what, after])).toEqual([["Lisbon", "No site of the scope"]]);
});
