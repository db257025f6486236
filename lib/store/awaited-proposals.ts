import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import type { Day } from "../day";
import { db, Prisma } from "./db";
import { knownId, reachableProjectSql } from "./reach";

/** Lines that a page shows; the rest stands on the page of each selection. */
export const MAX_AWAITED = 12;

/** A body that was asked and has not answered, while answers are taken. */
export interface AwaitedProposal {
  projectId: string;
  projectName: string;
  bodyId: string;
  bodyName: string;
  /** Whether the body can answer on CertTrail itself. */
  connected: boolean;
  dueOn: Day | null;
}

/**
 * The bodies whose answer is awaited, over all projects of a client or in one, the nearest day first; MAX_AWAITED at most.
 * Empty for who may not enter a proposal.
 */
export async function listAwaitedProposals(actor: Actor, projectId?: string): Promise<AwaitedProposal[]> {
  if (actor.side !== "client" || !may(actor, "sourcing.receiveProposal")) return [];
  const one = projectId ? Prisma.sql`AND p.id = ${knownId(projectId)}::uuid` : Prisma.empty;
  return await db(actor).$queryRaw<AwaitedProposal[]>`
    SELECT p.id::text AS "projectId", p.name AS "projectName", b.id::text AS "bodyId", b.name AS "bodyName", b.connected,
      p.answer_due_on::text AS "dueOn"
    FROM project p JOIN body_request r ON r.project_id = p.id JOIN organisation b ON b.id = r.body_id
    WHERE ${reachableProjectSql(actor)} AND p.state IN ('rfp_open', 'evaluating') ${one}
      AND NOT EXISTS (SELECT FROM proposal o WHERE o.project_id = p.id AND o.body_id = b.id)
    ORDER BY p.answer_due_on, p.id, b.name, b.id LIMIT ${MAX_AWAITED}`;
}
