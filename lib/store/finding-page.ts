import "server-only";
import { cache } from "react";
import type { Actor } from "../actor";
import type { Day } from "../day";
import type { AuditKind, FindingRecord, Grade } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { db } from "./db";
import { findingOf } from "./finding-act";
import type { FindingPhoto } from "./finding-photos";
import { reachProject } from "./reach";
import type { LoadedProject } from "./record";
import { readTrail } from "./trail";

/** The words of one finding, as its page and its draft form show them. */
export interface FindingText {
  id: string;
  requirementRef: string | null;
  subRef: string | null;
  statement: string | null;
  evidence: string | null;
  siteId: string | null;
  siteName: string | null;
  process: string | null;
  auditId: string;
  auditKind: AuditKind;
  auditEndsOn: Day | null;
  draftedBy: string;
  issuedBy: string | null;
  issuedOn: Day | null;
  returnComment: string | null;
  verificationMethod: string | null;
  effectiveness: string | null;
  verifiedOn: Day | null;
  verifiedBy: string | null;
  closedOn: Day | null;
  endedReason: string | null;
  grades: { from: Grade; to: Grade; reason: string; by: string; at: string }[];
  photos: FindingPhoto[];
}

/**
 * The words of one finding and its history of grades, as far as the reader's side may see them: a draft exists for the
 * organisation that wrote it alone. The project was looked up through the actor. Throws NotThere otherwise.
 */
export async function readFindingText(
  actor: Actor,
  project: LoadedProject,
  findingId: string,
): Promise<{ finding: FindingRecord; text: FindingText }> {
  const finding = findingOf(project.record, findingId);
  const [text] = await db(actor).$queryRaw<FindingText[]>`
    SELECT f.id, f.requirement_ref AS "requirementRef", f.sub_ref AS "subRef", f.statement, f.evidence, f.site_id AS "siteId",
      s.name AS "siteName", f.process, f.audit_id AS "auditId", a.kind AS "auditKind", a.ends_on::text AS "auditEndsOn",
      d.name AS "draftedBy", i.name AS "issuedBy", f.issued_on::text AS "issuedOn", f.return_comment AS "returnComment",
      f.verification_method AS "verificationMethod", f.effectiveness, f.verified_on::text AS "verifiedOn", v.name AS "verifiedBy",
      f.closed_on::text AS "closedOn", f.ended_reason AS "endedReason",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('from', g.from_grade, 'to', g.to_grade, 'reason', g.reason, 'by', p.name,
          'at', g.changed_at) ORDER BY g.changed_at, g.id), '[]')
        FROM grade_change g JOIN person p ON p.id = g.changed_by_id WHERE g.finding_id = f.id) AS grades,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('fileId', h.file_id, 'name', k.name, 'by', p.name, 'at', h.added_at)
          ORDER BY h.added_at, h.id), '[]')
        FROM finding_photo h JOIN stored_file k ON k.id = h.file_id JOIN person p ON p.id = h.added_by_id
        WHERE h.finding_id = f.id) AS photos
    FROM finding f JOIN audit a ON a.id = f.audit_id JOIN person d ON d.id = f.drafted_by_id
      LEFT JOIN person i ON i.id = f.issued_by_id LEFT JOIN person v ON v.id = f.verified_by_id LEFT JOIN site s ON s.id = f.site_id
    WHERE f.id = ${finding.id}::uuid AND f.project_id = ${project.record.id}::uuid
      AND (f.number IS NOT NULL OR f.drafted_by_organisation_id = ${actor.organisationId}::uuid)`;
  if (!text) throw new NotThere();
  return { finding, text };
}

/** One finding with its words and what happened to it. Throws NotThere as readFindingText does. Read once a request. */
export const readFinding = cache(async (actor: Actor, projectId: string, findingId: string) => {
  const project = await reachProject(actor, projectId);
  const { finding, text } = await readFindingText(actor, project, findingId);
  const { entries } = await readTrail(actor, projectId, { subjectId: finding.id });
  return { ...project, finding, text, activity: entries };
});
