import "server-only";
import type { FindingFacts } from "../lifecycle/nonconformity-rules";
import type { AuditRecord, FindingRecord, ProjectRecord } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { type Act, factsOf } from "./act";
import type { Subject } from "./move";
import { knownId } from "./reach";

/** What a page sends with an act on a finding: the project, the finding, and the version of the finding it showed. */
export interface FindingAct {
  projectId: string;
  findingId: string;
  version?: number;
}

/** A finding of the record. Throws NotThere for one of another project. */
export function findingOf(record: ProjectRecord, findingId: string): FindingRecord {
  const found = record.findings.find(({ id }) => id === knownId(findingId));
  if (!found) throw new NotThere();
  return found;
}

/** An audit of the record. Throws NotThere for one of another project. */
export function auditOf(record: ProjectRecord, auditId: string): AuditRecord {
  const found = record.audits.find(({ id }) => id === knownId(auditId));
  if (!found) throw new NotThere();
  return found;
}

/** The facts of a finding's commands: the finding, and the audit that raised it. */
export function findingFacts(act: Act, finding: FindingRecord): FindingFacts {
  return { ...factsOf(act), finding, audit: auditOf(act.project.record, finding.auditId) };
}

/** The finding as the subject of a move, at the version the page showed. */
export function findingSubject(finding: FindingRecord, seen?: number): Subject<"finding"> {
  return { type: "finding", id: finding.id, version: seen ?? finding.version };
}

/** Drafts belong to the organisation that wrote them: for everybody else they do not exist. */
export async function ownDraft(act: Act, findingId: string): Promise<FindingRecord> {
  const finding = findingOf(act.project.record, findingId);
  if (finding.number === null && finding.state === "draft") {
    const own = await act.tx.finding.count({
      where: { id: finding.id, draftedByOrganisationId: act.actor.organisationId },
    });
    if (own === 0) throw new NotThere();
  }
  return finding;
}

/** How the trail names a finding: its number, or that it is a draft. */
export function numberOf({ number }: Pick<FindingRecord, "number">): string {
  return number ?? "a draft finding";
}
