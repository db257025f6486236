import type { Day } from "@/lib/day";
import type {
  AuditRecord,
  CaseRecord,
  CertificateRecord,
  FindingRecord,
  ProjectRecord,
  SourcingRecord,
} from "@/lib/lifecycle/record";
import type { Moment } from "@/lib/lifecycle/who";

/** What an effect is told: the record before the act, the next state, and the act. */
export interface Act {
  record: ProjectRecord;
  subjectId: string;
  to: string;
  moment: Moment;
  input: Record<string, unknown>;
}

export type Effect = (act: Act) => ProjectRecord;

export function patchSourcing(record: ProjectRecord, patch: Partial<SourcingRecord>): ProjectRecord {
  return { ...record, sourcing: { ...record.sourcing, ...patch } };
}

export function patchCase(record: ProjectRecord, patch: Partial<CaseRecord>): ProjectRecord {
  const { certificationCase } = record;
  return { ...record, certificationCase: certificationCase && { ...certificationCase, ...patch } };
}

function patchById<T extends { id: string }>(items: readonly T[], id: string, patch: Partial<T>): T[] {
  return items.map((item) => (item.id === id ? { ...item, ...patch } : item));
}

export function patchAudit(record: ProjectRecord, id: string, patch: Partial<AuditRecord>): ProjectRecord {
  return { ...record, audits: patchById(record.audits, id, patch) };
}

export function patchFinding(
  record: ProjectRecord,
  id: string,
  patch: Partial<FindingRecord>,
): ProjectRecord {
  return { ...record, findings: patchById(record.findings, id, patch) };
}

export function patchCertificate(
  record: ProjectRecord,
  id: string,
  patch: Partial<CertificateRecord>,
): ProjectRecord {
  return { ...record, certificates: patchById(record.certificates, id, patch) };
}

export function auditOf({ record, subjectId }: Act): AuditRecord {
  const found = record.audits.find(({ id }) => id === subjectId);
  if (found === undefined) throw new RangeError(`no audit ${subjectId}`);
  return found;
}

export function findingOf({ record, subjectId }: Act): FindingRecord {
  const found = record.findings.find(({ id }) => id === subjectId);
  if (found === undefined) throw new RangeError(`no finding ${subjectId}`);
  return found;
}

/** A value of the input that the generator has made as a text or a day. */
export function textIn({ input }: Act, key: string): string {
  return String(input[key] ?? "");
}

export function dayIn({ input }: Act, key: string): Day {
  return String(input[key]) as Day;
}
