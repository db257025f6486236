import "server-only";
import type { FindingRecord } from "../lifecycle/record";
import type { AuditView } from "./audit-view";
import { db } from "./db";

/** A finding of one audit with the words its list shows. */
export interface AuditFinding {
  finding: FindingRecord;
  requirementRef: string | null;
  statement: string | null;
}

/** The issued findings of an audit that the reader has open, in the order of their numbers, and how many own drafts there are. */
export async function listAuditFindings({
  record,
  audit: { id: auditId },
  facts,
}: AuditView): Promise<{ findings: AuditFinding[]; ownDrafts: number }> {
  const { organisationId } = facts.moment.who;
  const [words, ownDrafts] = await Promise.all([
    db(facts.moment.who).finding.findMany({
      where: { auditId, number: { not: null } },
      select: { id: true, requirementRef: true, statement: true },
    }),
    db(facts.moment.who).finding.count({
      where: { auditId, state: "draft", draftedByOrganisationId: organisationId },
    }),
  ]);
  const wordsOf = new Map(words.map((row) => [row.id, row]));
  const findings = record.findings.flatMap((finding) => {
    const found = wordsOf.get(finding.id);
    return found ? [{ finding, requirementRef: found.requirementRef, statement: found.statement }] : [];
  });
  findings.sort((a, b) => ((a.finding.number ?? "") < (b.finding.number ?? "") ? -1 : 1));
  return { findings, ownDrafts };
}
