import "server-only";
import type { FindingFacts } from "../lifecycle/nonconformity-rules";
import type { AuditRecord, FindingRecord, ProjectRecord } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { type Act, factsOf } from "./act";

/** A finding that is issued, so that it has its number, and the audit in which it was raised. */
export interface IssuedFinding {
  finding: FindingRecord;
  audit: AuditRecord;
  /** "NC-003" */
  number: string;
}

/** The issued finding of a record. Throws NotThere for a draft: it is nobody's plan yet. */
export function issuedFinding(record: ProjectRecord, findingId: string): IssuedFinding {
  const finding = record.findings.find(({ id }) => id === findingId.toLowerCase());
  const audit = record.audits.find(({ id }) => id === finding?.auditId);
  if (!finding?.number || !audit) throw new NotThere();
  return { finding, audit, number: finding.number };
}

/** What the finding's table asks about, inside an act. */
export function factsOfFinding(act: Act, findingId: string): FindingFacts & IssuedFinding {
  return { ...factsOf(act), ...issuedFinding(act.project.record, findingId) };
}

/** The columns by which every row below a finding is reached (composite foreign key). */
export function findingKeys(act: Act, { finding }: IssuedFinding) {
  const { id: projectId, clientId, bodyId } = act.project.record;
  if (!bodyId) throw new NotThere();
  return { findingId: finding.id, projectId, clientId, bodyId };
}
