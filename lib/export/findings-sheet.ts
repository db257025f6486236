import { csvHead, csvRow } from "../documents/csv";
import { findingStateNames, gradeInWords } from "../lifecycle/finding-words";
import { auditNames } from "../lifecycle/naming";
import type { ExportedFinding } from "./findings";

const COLUMNS = [
  ...["No.", "Grade", "State", "Requirement", "Statement", "Evidence", "Site", "Process", "Audit"],
  ...["Issued on", "Issued by", "Plan due on", "Closure due on", "Verified on", "Verified by", "Closed on"],
];

/** The findings as a sheet: one a row, days in ISO form. */
export function writeFindingsSheet(findings: readonly ExportedFinding[]): string {
  const rows = findings.map((one) =>
    csvRow([
      ...[one.number, gradeInWords(one.grade), findingStateNames[one.state]],
      ...[[one.requirementRef, one.subRef].filter(Boolean).join(" "), one.statement, one.evidence],
      ...[one.siteName, one.process, auditNames[one.auditKind], one.issuedOn, one.issuedBy, one.planDueOn],
      ...[one.closureDueOn, one.verifiedOn, one.verifiedBy, one.closedOn],
    ]),
  );
  return [csvHead(COLUMNS), ...rows].join("");
}
