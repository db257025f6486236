import { Prisma } from "./generated/client";
import { SCAN_VIEW, scanOf } from "./scan-sql";

/**
 * Everything the plan and verification pages show of each of these findings, in one statement, by the order of their numbers. Days come as ISO text, instants
 * as ISO text with their offset; names are the persons' names. The caller has looked the project up through the actor.
 */
export function correctiveQuery(projectId: string, findingIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
SELECT f.id, f.requirement_ref AS "requirementRef", f.sub_ref AS "subRef", f.statement, f.evidence AS "objectiveEvidence", f.process,
  f.return_comment AS "returnComment", f.verification_method AS "verificationMethod", f.effectiveness,
  f.verified_on::text AS "verifiedOn", f.closed_on::text AS "closedOn", f.carried_to AS "carriedTo", f.ended_reason AS "endedReason",
  (SELECT s.name FROM site s WHERE s.id = f.site_id) AS site,
  (SELECT p.name FROM person p WHERE p.id = f.issued_by_id) AS "issuedBy",
  (SELECT p.name FROM person p WHERE p.id = f.verified_by_id) AS "verifiedBy",
  (SELECT o.name FROM organisation o WHERE o.id = f.client_id) AS "clientName",
  (SELECT o.name FROM organisation o WHERE o.id = f.body_id) AS "bodyName",
  (SELECT jsonb_build_object('correction', x.correction, 'extent', x.extent, 'cause', x.cause,
      'causeMethod', coalesce(x.cause_method, 'free_text'), 'effectivenessCheck', x.effectiveness_check)
    FROM action_plan x WHERE x.finding_id = f.id) AS plan,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'no', a.no, 'what', a.what, 'ownerId', a.owner_id, 'owner', o.name,
      'dueOn', a.due_on, 'proof', a.proof, 'doneOn', a.done_on, 'doneNote', a.done_note, 'doneBy', d.name) ORDER BY a.no), '[]')
    FROM plan_action a LEFT JOIN person o ON o.id = a.owner_id LEFT JOIN person d ON d.id = a.done_by_id
    WHERE a.finding_id = f.id) AS actions,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('no', s.no, 'content', s.content, 'by', p.name, 'at', s.submitted_at) ORDER BY s.no DESC), '[]')
    FROM plan_submission s JOIN person p ON p.id = s.submitted_by_id WHERE s.finding_id = f.id) AS submissions,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('fileId', e.file_id, 'actionId', e.action_id, 'note', e.note, 'datedOn', e.dated_on, 'by', p.name, 'at', e.added_at,
      'name', s.name, 'mediaType', s.media_type, 'size', s.size, 'sha256', s.sha256, 'scan', ${SCAN_VIEW}) ORDER BY e.added_at, e.file_id), '[]')
    FROM evidence e JOIN stored_file s ON s.id = e.file_id LEFT JOIN file_scan c ON c.file_id = s.id JOIN person p ON p.id = e.added_by_id
    WHERE e.finding_id = f.id) AS evidence,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('no', v.no, 'kind', v.kind, 'at', v.at, 'by', v.person_name, 'organisation', v.organisation_name,
      'side', v.side, 'data', v.data, 'reason', v.reason, 'recorded', CASE WHEN r.event_id IS NULL THEN NULL ELSE
        jsonb_build_object('on', r.acted_on, 'by', p.name, 'fileId', r.file_id, 'standing', r.standing, 'scan', ${scanOf(Prisma.sql`r.file_id`)}) END) ORDER BY v.no DESC), '[]')
    FROM event v LEFT JOIN recorded_act r ON r.event_id = v.id LEFT JOIN person p ON p.id = r.acted_by_id
    WHERE v.project_id = f.project_id AND v.subject_id = f.id AND v.audience = 'both' AND v.kind = ANY(${roundKinds})) AS rounds
FROM finding f WHERE f.project_id = ${projectId}::uuid AND f.id = ANY(${findingIds}::uuid[])
ORDER BY split_part(f.number, '-', 1), lpad(split_part(f.number, '-', 2), 9, '0')`;
}

/** The acts between client and body about one plan, and none of the drafts in between. */
const roundKinds = [
  "submitResponse",
  "returnResponse",
  "acceptPlan",
  "extendDeadline",
  "submitEvidence",
  "returnEvidence",
  "verify",
  "close",
  "carryToNextAudit",
  "regrade",
  "withdrawFinding",
].map((command) => `nonconformity.${command}`);
