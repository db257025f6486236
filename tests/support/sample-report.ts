import { day } from "@/lib/day";
import { emptyNarrative, type ReportContent, type ReportFinding } from "@/lib/documents/audit-report";
import { grades } from "@/lib/lifecycle/finding-words";

const REQUIREMENTS = ["A.5.15", "A.8.9", "9.2", "6.1.3", "A.8.13", "7.5.3"];

/** So many findings with texts of the length people write, each with words of its own. */
export function manyFindings(count: number): ReportFinding[] {
  return Array.from({ length: count }, (_, at) => ({
    number: `NC-${String(at + 1).padStart(3, "0")}`,
    grade: grades[at % grades.length] ?? "minor",
    requirementRef: REQUIREMENTS[at % REQUIREMENTS.length] ?? "9.2",
    subRef: at % 5 === 0 ? "c)" : null,
    statement: `Access rights of leavers are not taken back within the period that the policy sets (statement ${at + 1}).`,
    evidence: `${(at % 7) + 2} of 12 sampled accounts of people who left in January 2027 were still active on 10 March 2027; ticket SEC-${1000 + at}; list of accounts, export of 9 March 2027; interview with the head of IT operations (evidence ${at + 1}).`,
    site: at % 3 === 0 ? "Head office" : null,
    process: at % 2 === 0 ? "IT operations" : null,
    isWithdrawn: at % 97 === 96,
    planDueOn: at % 4 < 2 ? day("2027-03-26") : null,
    closureDueOn: at % 4 < 2 ? day("2027-06-10") : null,
  }));
}

/** The content of a Stage 2 report with every part filled in. */
export function sampleReport(findings: ReportFinding[] = manyFindings(6)): ReportContent {
  return {
    kind: "stage2",
    no: 1,
    standardId: "iso-27001-2022",
    scope: "Development, operation and support of the Northwind logistics platform",
    personsInScope: 142,
    client: { name: "Northwind", legalName: "Northwind Logistics GmbH", representative: "Maria Weiss" },
    body: { name: "Adler Cert", legalName: "Adler Certification AG" },
    objectives: "Decide whether the system meets the standard and reaches its intended results.",
    startsOn: day("2027-03-08"),
    endsOn: day("2027-03-12"),
    requiredCentidays: 850,
    plannedCentidays: 900,
    timeJustification: "Two sites in different time zones",
    remoteNote: null,
    sites: [
      {
        name: "Head office",
        address: "Hafenstraße 12, 20457 Hamburg, Germany",
        activity: "Development and operation",
      },
      {
        name: "Support centre",
        address: "ul. Długa 5, 80-831 Gdańsk, Poland",
        activity: "Support around the clock",
      },
    ],
    team: [
      { name: "Paul Adler", role: "lead" },
      { name: "Ana Ruiz", role: "auditor" },
      { name: "Jan Novák", role: "observer" },
    ],
    opening: { on: day("2027-03-08"), attendance: "Paul Adler\nAna Ruiz\nMaria Weiss" },
    closing: { on: day("2027-03-12"), attendance: "Paul Adler\nAna Ruiz\nMaria Weiss\nTom Berg" },
    disagreements: null,
    sessions: [
      {
        on: day("2027-03-08"),
        startsAt: "09:00",
        endsAt: "10:00",
        topic: "Opening meeting",
        site: "Head office",
        auditor: "Paul Adler",
        interviewee: "Maria Weiss",
      },
      {
        on: day("2027-03-09"),
        startsAt: "10:15",
        endsAt: "12:30",
        topic: "Risk assessment and treatment, 6.1.2, 6.1.3, 8.2, 8.3",
        site: "Head office",
        auditor: "Ana Ruiz",
        interviewee: null,
      },
    ],
    interviews: [
      { on: day("2027-03-09"), who: "Head of IT operations", topic: "Access control", note: null },
    ],
    readiness: [],
    concerns: [],
    findings,
    soa: { version: "3.1", approvedOn: day("2027-01-20") },
    internalAudits: [{ on: day("2026-11-16"), coversScope: true }],
    managementReviews: [{ on: day("2026-12-14"), coversScope: false }],
    stage1: { startsOn: day("2027-01-25"), endsOn: day("2027-01-26"), conclusion: "ready_after_corrections" },
    narrative: {
      ...emptyNarrative,
      recommendation: "certify_after_plan",
      statement:
        "The system conforms but for the findings of this report, and it reaches its intended results.",
      scopeAppropriate: true,
      scopeNote: "The support centre was added since Stage 1",
      objectivesMet: true,
      ownReviews: "Both were held over the whole scope and led to actions that were followed up.",
      riskAnalysis: "Twelve risks were followed from the assessment to the controls that treat them.",
      auditTrails: "From the leaver of 14 January to the accounts in three systems.",
      deviations: "One session was moved by a day because of illness.",
    },
    issued: { on: day("2027-03-15"), by: "Paul Adler", version: 1 },
  };
}

/** The content of a Stage 1 report with areas of concern. */
export function sampleStage1(): ReportContent {
  return {
    ...sampleReport([]),
    kind: "stage1",
    readiness: [
      { key: "scope", verdict: "seen", note: null },
      { key: "policy", verdict: "seen", note: "Version 4" },
      { key: "risk-method", verdict: "partly", note: "Criteria for accepting risks are not approved" },
      { key: "management-review", verdict: "missing", note: null },
    ],
    concerns: [
      {
        number: "S1-01",
        requirementRef: "9.3",
        statement: "The management review is planned and was not held.",
        blocking: true,
        state: "answered",
        answer: "It is held on 5 February 2027.",
      },
    ],
    stage1: null,
    narrative: {
      ...emptyNarrative,
      conclusion: "ready_after_corrections",
      statement: "Documents are there; the management review has to be held before Stage 2.",
      focus: "Acceptance of risks",
    },
  };
}
