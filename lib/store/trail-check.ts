import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import {
  BEGINNING,
  type ChainEntry,
  type Fault,
  type Head,
  type Link,
  startChainCheck,
} from "../trail/chain";
import { db } from "./db";
import { readProjectHead } from "./project-head";
import { chainColumns, visibleSql } from "./trail-sql";

/** Entries one request checks; a longer trail is checked part by part. */
export const CHECKED_AT_ONCE = 10_000;

export interface TrailCheck {
  /** First and last entry that this part has checked. */
  from: number;
  to: number;
  /** Entries of the whole trail, as its head counts them. */
  total: number;
  /** Entries of this part that are the other side's alone: their hashes are checked, their words are not shown. */
  sealed: number;
  fault: Fault | null;
}

/**
 * Checks the trail from the entry after `behind`: what the actor may read is hashed here, of the rest the database says
 * whether its content still gives its hash. Throws NotThere for somebody else's project.
 */
export async function checkTrail(
  actor: Actor,
  projectId: string,
  { behind = 0, atOnce = CHECKED_AT_ONCE } = {},
): Promise<TrailCheck> {
  if (!may(actor, "trail.read")) throw new NotThere();
  const { id } = await readProjectHead(actor, projectId);
  const { head, links } = await readLinks(actor, id, behind, atOnce);
  const from = behind === 0 ? BEGINNING : links.shift();
  if (!from || (behind > 0 && from.no !== behind)) throw new NotThere();
  const isLastPart = links.length <= atOnce;
  const check = startChainCheck(id, { after: { no: from.no, hash: from.hash } });
  const readable = await readEntries(actor, id, behind, atOnce);
  let sealed = 0;
  let fault: Fault | null = null;
  for (const link of links.slice(0, atOnce)) {
    const entry = readable.get(link.no);
    if (!entry) sealed += 1;
    fault = check.take(entry ?? link);
    if (fault) break;
  }
  if (isLastPart) fault ??= check.end(head);
  return { from: behind + 1, to: check.last.no, total: head?.no ?? 0, sealed, fault };
}

type SealedLink = Link & { isWhole: boolean };

/**
 * The head and the links of a part, with the one before it and one behind it, in one statement: an act that is
 * carried out meanwhile would otherwise stand behind the head.
 */
export async function readLinks(actor: Actor, projectId: string, behind: number, atOnce: number) {
  type Row = SealedLink & { headNo: number | null; headHash: string | null };
  const rows = await db(actor).$queryRaw<(Row | (Row & { no: null }))[]>`
    SELECT l.no, l.prev_hash AS "prevHash", l.hash, l.is_whole AS "isWhole", h.no AS "headNo", h.hash AS "headHash"
    FROM project p LEFT JOIN trail_head h ON h.project_id = p.id
      LEFT JOIN LATERAL trail_links(p.id, ${behind - 1}::int, ${behind + atOnce + 1}::int) l ON true
    WHERE p.id = ${projectId}::uuid ORDER BY l.no`;
  const [first] = rows;
  const head: Head | null =
    first?.headNo && first.headHash ? { no: first.headNo, hash: first.headHash } : null;
  return { head, links: rows.filter((row) => row.no !== null) as SealedLink[] };
}

/** The entries of a part that the actor may read, by number. */
export async function readEntries(actor: Actor, projectId: string, behind: number, atOnce: number) {
  const entries = await db(actor).$queryRaw<ChainEntry[]>`
    SELECT ${chainColumns} FROM event e
    WHERE e.project_id = ${projectId}::uuid AND e.no > ${behind}::int AND e.no <= ${behind + atOnce}::int
      AND ${visibleSql(actor)} ORDER BY e.no`;
  return new Map(entries.map((entry) => [entry.no, entry]));
}
