/** A value that its field takes, for each name that any form has: with these, every form reaches its act. */
const values: Record<string, string> = {
  accreditationBody: "National Accreditation Board",
  activity: "Development",
  active: "true",
  address: "1 Quay Street, Bremen",
  answer: "We looked at it again.",
  answerDueOn: "2027-12-01",
  answeredOn: "2027-02-01",
  approvedOn: "2027-02-01",
  attendance: "Ana Ruiz",
  blocking: "true",
  byBody: "true",
  causeMethod: "free_text",
  cause: "Nobody owned the step.",
  comment: "Two reasons are missing.",
  clientId: "certtrail",
  clientSecret: "a client secret",
  competence: "Knows the field.",
  conclusion: "ready",
  confidentiality: "Both sides keep silent.",
  consultancyBodyRelated: "false",
  controlRef: "OC-1",
  controlTitle: "Watch over the cells",
  correction: "The day was another one.",
  currency: "EUR",
  datesText: "As agreed",
  daysText: "7",
  deadline: "plan",
  domain: "example.com",
  dueOn: "2027-04-01",
  email: "new.person@example.com",
  endsAt: "10:00",
  endsOn: "2027-03-10",
  evidence: "Seen in the log of March.",
  expiryConvention: "three-years",
  extent: "All teams",
  feesText: "As offered",
  field: "owner",
  grade: "minor",
  ground: "Worked for us until last year.",
  grounds: "cause",
  heldOn: "2027-02-01",
  intent: "submit",
  into: "EUR",
  issuer: "https://login.example.com",
  kind: "stage2",
  languages: "English",
  legalName: "Someone Ltd",
  method: "documents",
  name: "Someone",
  note: "A note.",
  number: "NAB-021",
  on: "2027-03-08",
  persons: "10",
  plannedDays: "5",
  position: "Managing director",
  reason: "A reason that is long enough for every rule that asks for one.",
  required: "true",
  requiredDays: "5",
  requirementRef: "A.8.13",
  retired: "true",
  roles: "admin",
  scheme: "ISO/IEC 27001",
  scope: "Hosting of web shops",
  soaVersion: "2.0",
  standardId: "iso-27001-2022",
  standardText: "ISO/IEC 27001:2022",
  startsAt: "09:00",
  startsOn: "2027-03-08",
  statement: "Backups are not tested.",
  text: "Security lead",
  timeZone: "Europe/Berlin",
  to: "2027-04-01",
  topic: "Leadership",
  upheld: "true",
  version: "0",
  who: "Ana Ruiz",
  "actions.0.what": "Test a restore",
  "items.0.key": "scope",
  "items.0.verdict": "seen",
  "lines.0.ref": "A.5.1",
  "lines.0.seen": "",
  "members.0.name": "",
  "members.0.role": "lead",
  "rates.GBP": "1.17",
};
const kinds = ["stage1", "stage2", "surveillance1", "surveillance2", "recertification"];
const fees = ["dayRateMinor", "applicationFeeMinor", "certificateFeeMinor", "yearlyFeeMinor", "travelMinor"];

/** Each id a form can carry, under every name it has in one. */
const idNames: Record<string, readonly string[]> = {
  project: ["project"],
  audit: ["audit"],
  finding: ["finding"],
  action: ["actionId", "actions.0.id"],
  body: ["body", "bodyId", "bodyIds"],
  site: ["site", "siteId", "siteIds"],
  person: ["person", "personId", "auditorId", "members.0.personId", "actions.0.ownerId"],
  file: ["fileId", "fileIds", "files"],
  session: ["session", "passkey"],
  concern: ["concern"],
  objection: ["objection"],
  accreditation: ["accreditation"],
  domain: ["domainId"],
  proposal: ["proposalId"],
  event: ["event"],
  message: ["message"],
};

/** The kinds of record whose ids a form can carry. */
export const idKinds = Object.keys(idNames);

/** A form that answers every field of every action: the organisation it is sent from, and the ids it names. */
export function anyForm(org: string, ids: Readonly<Record<string, string>>, requestId: string): FormData {
  const form = new FormData();
  form.set("org", org);
  form.set("requestId", requestId);
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  for (const kind of kinds) form.set(`days.${kind}`, "3");
  for (const fee of fees) form.set(`amounts.${fee}`, "100");
  for (const [kind, names] of Object.entries(idNames))
    for (const name of names) form.set(name, ids[kind] ?? "");
  return form;
}
