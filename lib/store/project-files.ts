import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import type { ScanState } from "../files/scan-state";
import { NotThere } from "../outcome";
import { db } from "./db";
import { readProjectHead } from "./project-head";
import { SCAN_VIEW } from "./scan-sql";
import { listSharedFiles } from "./shared-files";

/** A file of a project with where it stands in the record. */
export interface ProjectFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** The organisation under which its bytes are kept. */
  keeper: string;
  addedBy: string;
  addedAt: Date;
  scan: ScanState;
  /** "Evidence of NC-003", "Proposal of Certwell"; empty while it stands nowhere yet. */
  belongsTo: string[];
}

/**
 * Every file of a project that the actor may open, in the order of their coming: the own side's, and what the other side
 * has shared (as findFile says of one). Throws NotThere for somebody else's project.
 */
export async function listProjectFiles(actor: Actor, projectId: string): Promise<ProjectFile[]> {
  if (!may(actor, "project.read")) throw new NotThere();
  const { id } = await readProjectHead(actor, projectId);
  const files = await db(actor).$queryRaw<(Omit<ProjectFile, "scan"> & { scan: { state: ScanState } })[]>`
    SELECT s.id::text, s.name, s.media_type AS "mediaType", s.size, s.sha256, s.organisation_id::text AS keeper,
      p.name AS "addedBy", s.uploaded_at AS "addedAt", ${SCAN_VIEW} AS scan, array(
        SELECT 'Evidence of ' || f.number FROM evidence e JOIN finding f ON f.id = e.finding_id WHERE e.file_id = s.id
        UNION SELECT 'Proposal of ' || b.name FROM proposal o JOIN organisation b ON b.id = o.body_id WHERE o.file_id = s.id
        UNION SELECT 'Proof of trail entry ' || v.no FROM recorded_act r JOIN event v ON v.id = r.event_id WHERE r.file_id = s.id
        UNION SELECT CASE h.kind WHEN 'internal_audit' THEN 'Internal audit' ELSE 'Management review' END || ' of ' || h.held_on
          FROM system_record h WHERE h.file_id = s.id
        ORDER BY 1) AS "belongsTo"
    FROM stored_file s JOIN person p ON p.id = s.uploaded_by_id LEFT JOIN file_scan c ON c.file_id = s.id
    WHERE s.project_id = ${id}::uuid ORDER BY s.uploaded_at, s.id`;
  const foreign = files.filter(({ keeper }) => keeper !== actor.organisationId);
  const ids = foreign.map((file) => file.id);
  const shared = await listSharedFiles(actor, id, ids);
  return files
    .filter((file) => file.keeper === actor.organisationId || shared.has(file.id))
    .map(({ scan, ...file }) => ({ ...file, scan: scan.state }));
}

/** How much a download of the whole project would hold. */
export interface ProjectSize {
  /** Files that go into it, and their bytes. */
  files: number;
  bytes: number;
  /** Files that do not, because no scanner has let them pass. */
  closed: number;
  findings: number;
  entries: number;
}

/** Counts what there is to take away. Throws NotThere for somebody else's project. */
export async function readProjectSize(actor: Actor, projectId: string): Promise<ProjectSize> {
  const files = await listProjectFiles(actor, projectId);
  const { id } = await readProjectHead(actor, projectId);
  const open = files.filter(isOpen);
  const head = await db(actor).trailHead.findUnique({ where: { projectId: id } });
  return {
    files: open.length,
    bytes: open.reduce((sum, { size }) => sum + size, 0),
    closed: files.length - open.length,
    findings: await db(actor).finding.count({ where: { projectId: id } }),
    entries: head?.no ?? 0,
  };
}

/** Whether a file may leave the installation: what waits for the scanner or was found infected stays, for its own side too. */
export function isOpen({ scan }: Pick<ProjectFile, "scan">): boolean {
  return scan === "clean" || scan === "not_scanned";
}
