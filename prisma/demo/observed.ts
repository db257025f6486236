import type { FindingDraft } from "../../lib/store/findings";

type Observed = Pick<
  FindingDraft,
  "grade" | "requirementRef" | "subRef" | "statement" | "evidence" | "process"
>;

/** What auditors see in the demo: two majors, three minors, an opportunity and three conformities. */
export const observed: readonly Observed[] = [
  {
    grade: "major",
    requirementRef: "9.2.2",
    subRef: "b)",
    statement: "The internal audit programme does not cover the development of the platform.",
    evidence:
      "Programme 2026 v1.3 lists five areas; development, with 41 of 85 persons, is in none. No audit report since 2024.",
    process: "Internal audit",
  },
  {
    grade: "major",
    requirementRef: "A.8.13",
    subRef: null,
    statement: "Backups of the customer database are not tested as the backup procedure asks.",
    evidence:
      "Procedure OP-14 asks for a restore test each quarter. The last test on file is 14 months old; two owners confirmed.",
    process: "Operations",
  },
  {
    grade: "minor",
    requirementRef: "7.2",
    subRef: "d)",
    statement: "Evidence of competence is not kept for two of nine sampled persons.",
    evidence: "Sample of nine training files; files 4 and 7 hold no record for the role of incident manager.",
    process: "Human resources",
  },
  {
    grade: "minor",
    requirementRef: "A.5.18",
    subRef: null,
    statement: "Access rights of leavers are not removed within the time the own policy sets.",
    evidence: "Policy AC-2: one working day. Three of twelve leavers kept access for 6, 9 and 15 days.",
    process: "Access management",
  },
  {
    grade: "minor",
    requirementRef: "9.3.2",
    subRef: "e)",
    statement: "The management review does not consider results of risk assessment.",
    evidence: "Minutes of the review hold eight of nine inputs; the agenda template lacks the item.",
    process: "Management",
  },
  {
    grade: "opportunity",
    requirementRef: "A.6.3",
    subRef: null,
    statement: "Awareness training is the same for all roles.",
    evidence: "One e-learning course for developers, support and management.",
    process: "Awareness",
  },
  {
    grade: "conformity",
    requirementRef: "6.1.2",
    subRef: null,
    statement: "Risks are assessed by the documented method with consistent results.",
    evidence: "Register of 64 risks; five re-assessed during the audit with the same outcome.",
    process: "Risk management",
  },
  {
    grade: "conformity",
    requirementRef: "A.5.24",
    subRef: null,
    statement: "Incidents are planned for and handled as documented.",
    evidence: "Four tickets of the year followed from report to lesson learned.",
    process: "Incident management",
  },
];
