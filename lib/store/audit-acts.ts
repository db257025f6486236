import "server-only";
import type { Actor } from "../actor";
import type { AuditFacts } from "../lifecycle/audit-rules";
import { auditNames } from "../lifecycle/naming";
import type { AuditRecord } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import type { Subject } from "./move";
import type { Answer } from "./tx";

/** What a page sends with an act on an audit: where it is, and the version it showed; an act that only adds sends none. */
export interface AuditAct {
  projectId: string;
  auditId: string;
  version?: number;
}

/** An act on one audit of a project: `facts` are what the audit's table is asked about. */
export interface AuditActing {
  act: Act;
  audit: AuditRecord;
  facts: AuditFacts;
  subject: Subject<"audit">;
  /** "Stage 1", as the sentences of the trail name the audit. */
  name: string;
}

/** Runs one act on one audit. Throws NotThere for an audit that is not of this project, as for a foreign project. */
export async function actOnAudit<T extends Answer>(
  actor: Actor,
  { projectId, auditId, version }: AuditAct,
  submission: Submission,
  run: (acting: AuditActing) => Promise<T>,
): Promise<T> {
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const audit = findAuditById(act, auditId);
    return await run({
      act,
      audit,
      facts: { ...factsOf(act), audit },
      subject: { type: "audit", id: audit.id, version: version ?? audit.version },
      name: auditNames[audit.kind],
    });
  });
}

function findAuditById({ project }: Act, auditId: string): AuditRecord {
  const audit = project.record.audits.find(({ id }) => id === auditId.toLowerCase());
  if (!audit) throw new NotThere();
  return audit;
}

/** The columns by which the database keeps a child of an audit inside its project. */
export function auditKeys({ act, audit }: AuditActing) {
  const { id: projectId, clientId, bodyId, certificationCase } = act.project.record;
  if (!bodyId || !certificationCase) throw new NotThere();
  return { auditId: audit.id, caseId: certificationCase.id, projectId, clientId, bodyId };
}
