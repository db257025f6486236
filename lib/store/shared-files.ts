import "server-only";
import type { Actor } from "../actor";
import { db } from "./db";

/**
 * Which of these files the other side has made part of the record it shares with the actor's organisation: submitted
 * evidence, a photo of a finding, a proposal, an engagement letter, the proof of a recorded act, a record of the client's own reviews, a document of the request. The
 * project was looked up through the actor.
 */
export async function listSharedFiles(
  actor: Actor,
  projectId: string,
  fileIds: readonly string[],
): Promise<Set<string>> {
  if (fileIds.length === 0) return new Set();
  const list = actor.side === "client" ? listHandedIn : listGivenToBody;
  const shared = await list(actor, projectId, [...fileIds]);
  return new Set(shared.map(({ fileId }) => fileId));
}

type Shared = Promise<{ fileId: string }[]>;

async function listHandedIn(actor: Actor, projectId: string, fileIds: string[]): Shared {
  return await db(actor).$queryRaw`
    SELECT o.file_id::text AS "fileId" FROM proposal o
      WHERE o.project_id = ${projectId}::uuid AND o.file_id = ANY(${fileIds}::uuid[])
    UNION SELECT l.file_id::text FROM letter l
      WHERE l.project_id = ${projectId}::uuid AND l.file_id = ANY(${fileIds}::uuid[])
    UNION SELECT r.file_id::text FROM recorded_act r
      WHERE r.client_id = ${actor.organisationId}::uuid AND r.project_id = ${projectId}::uuid
        AND r.file_id = ANY(${fileIds}::uuid[])
    UNION SELECT h.file_id::text FROM finding_photo h JOIN finding f ON f.id = h.finding_id
      WHERE h.project_id = ${projectId}::uuid AND f.number IS NOT NULL AND h.file_id = ANY(${fileIds}::uuid[])`;
}

/**
 * A body that is only invited shares nothing yet but its own proposal and what is attached to the request: each of the other rows
 * names the engaged one. Evidence is in
 * preparation until the client submits it; what was submitted once stays visible (CAP-2).
 */
async function listGivenToBody(actor: Actor, projectId: string, fileIds: string[]): Shared {
  const bodyId = actor.organisationId;
  return await db(actor).$queryRaw`
    SELECT r.file_id::text AS "fileId" FROM recorded_act r
      WHERE r.body_id = ${bodyId}::uuid AND r.project_id = ${projectId}::uuid
        AND r.file_id = ANY(${fileIds}::uuid[])
    UNION SELECT a.file_id::text FROM request_attachment a
      WHERE a.project_id = ${projectId}::uuid AND a.file_id = ANY(${fileIds}::uuid[]) AND is_asked_about(a.project_id)
    UNION SELECT l.file_id::text FROM letter l
      WHERE l.body_id = ${bodyId}::uuid AND l.project_id = ${projectId}::uuid
        AND l.file_id = ANY(${fileIds}::uuid[])
    UNION SELECT h.file_id::text FROM certification_case c JOIN system_record h ON h.case_id = c.id
      WHERE c.project_id = ${projectId}::uuid AND h.body_id = ${bodyId}::uuid
        AND h.file_id = ANY(${fileIds}::uuid[])
    UNION SELECT e.file_id::text FROM finding f JOIN evidence e ON e.finding_id = f.id
      JOIN event v ON v.project_id = f.project_id AND v.subject_id = f.id
      WHERE f.project_id = ${projectId}::uuid AND e.body_id = ${bodyId}::uuid
        AND e.file_id = ANY(${fileIds}::uuid[])
        AND v.kind = 'nonconformity.submitEvidence' AND v.at >= e.added_at`;
}
