import "server-only";
import { cache } from "react";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import { db } from "./db";
import { knownId, reachSql } from "./reach";

export interface ProjectHead {
  id: string;
  name: string;
  standardId: string;
  clientName: string;
  bodyName: string | null;
  bodyConnected: boolean;
  demo: boolean;
  /** Whether the client has recorded acts of the body. */
  hasRecordedActs: boolean;
}

/** What stands above every page of a project; one statement, once a request. Throws NotThere for somebody else's project. */
export const readProjectHead = cache(async (actor: Actor, projectId: string): Promise<ProjectHead> => {
  const [head] = await db(actor).$queryRaw<ProjectHead[]>`
    SELECT p.id, p.name, p.standard_id AS "standardId", p.demo, c.name AS "clientName", b.name AS "bodyName",
      coalesce(b.connected, true) AS "bodyConnected",
      EXISTS (SELECT FROM recorded_act r WHERE r.client_id = p.client_id AND r.project_id = p.id) AS "hasRecordedActs"
    FROM project p JOIN organisation c ON c.id = p.client_id LEFT JOIN organisation b ON b.id = p.body_id
    WHERE p.id = ${knownId(projectId)}::uuid AND ${reachSql(actor)}`;
  if (!head) throw new NotThere();
  return head;
});
