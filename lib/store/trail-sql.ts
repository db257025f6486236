import "server-only";
import type { Actor } from "../actor";
import { Prisma } from "./db";

/**
 * What may be shown to this side: drafts and working notes stay with the side that acted, and a body reads nothing that
 * another body did, such as its proposal.
 */
export function visibleTo(actor: Actor): Prisma.EventWhereInput {
  const shared = { audience: { in: ["both", actor.side] } };
  if (actor.side === "client") return shared;
  return { ...shared, NOT: { side: "body", organisationId: { not: actor.organisationId } } };
}

/** The same condition on `event e`, for statements written by hand. */
export function visibleSql({ side, organisationId }: Actor): Prisma.Sql {
  const shared = Prisma.sql`e.audience IN ('both', ${side})`;
  if (side === "client") return shared;
  return Prisma.sql`${shared} AND NOT (e.side = 'body' AND e.organisation_id <> ${organisationId}::uuid)`;
}

/** The columns of `event e` as a ChainEntry: JSON as the very text that was hashed. */
export const chainColumns = Prisma.sql`
  e.no, e.id::text, e.client_id::text AS "clientId",
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  e.person_id::text AS "personId", e.person_name AS "personName", e.organisation_id::text AS "organisationId",
  e.organisation_name AS "organisationName", e.side, e.kind, e.subject_type AS "subjectType",
  e.subject_id::text AS "subjectId", e.machine, e.from_state AS "fromState", e.to_state AS "toState", e.data::text,
  e.reason, e.audience, e.recorded::text, e.prev_hash AS "prevHash", e.hash`;
