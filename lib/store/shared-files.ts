import "server-only";
import type { Actor } from "../actor";
import { db } from "./db";

/**
 * Which of these files the other side has made part of the record it shares with the actor's organisation: submitted
 * evidence, a proposal, the proof of a recorded act, a record of the client's own reviews. The project was looked up
 * through the actor.
 */
export async function listSharedFiles(
  actor: Actor,
  projectId: string,
  fileIds: readonly string[],
): Promise<Set<string>> {
  if (fileIds.length === 0) return new Set();
  const where = { projectId, fileId: { in: [...fileIds] } };
  const select = { fileId: true };
  if (actor.side === "client") {
    const proposals = await db(actor).proposal.findMany({ where, select });
    const proofs = await db(actor).recordedAct.findMany({ where, select });
    return idsOf([...proposals, ...proofs]);
  }
  // A body that is only invited shares nothing yet but its own proposal: each of these rows names the engaged one.
  const bodyId = actor.organisationId;
  const proofs = await db(actor).recordedAct.findMany({ where: { ...where, bodyId }, select });
  const held = await db(actor).systemRecord.findMany({
    where: { fileId: where.fileId, bodyId, certificationCase: { projectId } },
    select,
  });
  return idsOf([...proofs, ...held, ...(await listSubmittedEvidence(actor, fileIds))]);
}

const idsOf = (found: readonly { fileId: string | null }[]) =>
  new Set(found.flatMap(({ fileId }) => fileId ?? []));

/** Evidence is in preparation until the client submits it; what was submitted once stays visible (CAP-2). */
async function listSubmittedEvidence(actor: Actor, fileIds: readonly string[]) {
  return await db(actor).$queryRaw<{ fileId: string }[]>`
    SELECT DISTINCT e.file_id::text AS "fileId"
    FROM evidence e JOIN event v ON v.project_id = e.project_id AND v.subject_id = e.finding_id
    WHERE e.file_id = ANY(${[...fileIds]}::uuid[]) AND e.body_id = ${actor.organisationId}::uuid
      AND v.kind = 'nonconformity.submitEvidence' AND v.at >= e.added_at`;
}
