import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import type { SignedHead } from "../trail/anchor";
import type { BundleBegin, BundleLine } from "../trail/bundle";
import { BEGINNING } from "../trail/chain";
import { db, Prisma } from "./db";
import { readProjectHead } from "./project-head";
import { reachSql } from "./reach";
import { CHECKED_AT_ONCE, readEntries, readLinks } from "./trail-check";

/** Anchored heads that a bundle carries, the newest: one a day for over twenty years. */
const MAX_ANCHORS = 8_000;

export interface TrailBundle {
  name: string;
  lines: AsyncGenerator<string>;
}

/**
 * A project's trail as lines of JSON that anybody can check without this installation. What the actor may not read is
 * in it as its link alone. Throws NotThere for somebody else's project, before the first line.
 */
export async function exportTrail(actor: Actor, projectId: string, now: Date): Promise<TrailBundle> {
  if (!may(actor, "trail.read")) throw new NotThere();
  const { id, name } = await readProjectHead(actor, projectId);
  const head = (await db(actor).trailHead.findUnique({ where: { projectId: id } })) ?? BEGINNING;
  const begin: BundleBegin = {
    certtrail: "trail bundle",
    version: 1,
    project: id,
    name,
    madeFor: actor.organisationName,
    madeAt: now.toISOString(),
    head: { no: head.no, hash: head.hash },
    anchors: await listAnchoredHeads(actor, id, head.no),
  };
  return { name, lines: writeLines(actor, begin) };
}

async function* writeLines(actor: Actor, begin: BundleBegin): AsyncGenerator<string> {
  yield `${JSON.stringify(begin)}\n`;
  const { project, head } = begin;
  for (let behind = 0; behind < head.no; behind += CHECKED_AT_ONCE) {
    const atOnce = Math.min(CHECKED_AT_ONCE, head.no - behind);
    const { links } = await readLinks(actor, project, behind, atOnce);
    const readable = await readEntries(actor, project, behind, atOnce);
    for (const { no, prevHash, hash } of links) {
      if (no <= behind || no > behind + atOnce) continue;
      const entry = readable.get(no);
      const line: BundleLine = entry ? { entry } : { link: { no, prevHash, hash } };
      yield `${JSON.stringify(line)}\n`;
    }
  }
}

/** What was anchored of the trail up to its head: an anchor that was taken meanwhile is not of this bundle. */
async function listAnchoredHeads(actor: Actor, projectId: string, upTo: number): Promise<SignedHead[]> {
  const heads = await db(actor).trailAnchorHead.findMany({
    where: { projectId, no: { lte: upTo } },
    orderBy: { at: "desc" },
    take: MAX_ANCHORS,
  });
  return heads.map(signedHead).reverse();
}

/** The last anchored head of every project in reach, for the organisation to keep outside this installation. */
export async function listOwnAnchors(actor: Actor): Promise<SignedHead[]> {
  if (!may(actor, "trail.read")) throw new NotThere();
  const last = await db(actor).$queryRaw<AnchorRow[]>(Prisma.sql`
    SELECT DISTINCT ON (h.project_id) h.project_id::text AS "projectId", h.anchor_id::text AS "anchorId", h.at, h.no, h.hash,
      h.demo, h.public_key AS "publicKey", h.signature
    FROM trail_anchor_head h JOIN project p ON p.id = h.project_id
    WHERE ${reachSql(actor)} ORDER BY h.project_id, h.at DESC`);
  return last.map(signedHead);
}

interface AnchorRow {
  projectId: string;
  anchorId: string;
  at: Date;
  no: number;
  hash: string;
  demo: boolean;
  publicKey: string;
  signature: string;
}

function signedHead({
  projectId,
  anchorId,
  at,
  no,
  hash,
  demo,
  publicKey,
  signature,
}: AnchorRow): SignedHead {
  return { anchor: anchorId, at: at.toISOString(), project: projectId, no, hash, demo, publicKey, signature };
}
