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
  const files = await db(actor).$queryRaw<FileRow[]>`
    SELECT s.id::text, s.name, s.media_type AS "mediaType", s.size, s.sha256, s.organisation_id::text AS keeper,
      p.name AS "addedBy", s.uploaded_at AS "addedAt", ${SCAN_VIEW} AS scan
    FROM stored_file s JOIN person p ON p.id = s.uploaded_by_id LEFT JOIN file_scan c ON c.file_id = s.id
    WHERE s.project_id = ${id}::uuid ORDER BY s.uploaded_at, s.id`;
  const foreign = files.filter(({ keeper }) => keeper !== actor.organisationId);
  const shared = await listSharedFiles(
    actor,
    id,
    foreign.map((file) => file.id),
  );
  const places = await listPlaces(actor, id);
  return files
    .filter((file) => file.keeper === actor.organisationId || shared.has(file.id))
    .map(({ scan, ...file }) => ({ ...file, scan: scan.state, belongsTo: places.get(file.id) ?? [] }));
}

type FileRow = Omit<ProjectFile, "scan" | "belongsTo"> & { scan: { state: ScanState } };

/** Where each file of a project stands in its record. Joined here: in one statement the database reads them anew for each file. */
async function listPlaces(actor: Actor, projectId: string): Promise<Map<string, string[]>> {
  const places = await db(actor).$queryRaw<{ fileId: string; at: string[] }[]>`
    SELECT place.file_id::text AS "fileId", array_agg(place.at ORDER BY place.at) AS at FROM (
      SELECT e.file_id, 'Evidence of ' || f.number AS at FROM finding f JOIN evidence e ON e.finding_id = f.id
        WHERE f.project_id = ${projectId}::uuid
      UNION SELECT o.file_id, 'Proposal of ' || b.name FROM proposal o JOIN organisation b ON b.id = o.body_id
        WHERE o.project_id = ${projectId}::uuid AND o.file_id IS NOT NULL
      UNION SELECT a.file_id, 'Request for proposals' FROM request_attachment a WHERE a.project_id = ${projectId}::uuid
      UNION SELECT l.file_id, 'Engagement letter, version ' || l.no FROM letter l
        WHERE l.project_id = ${projectId}::uuid AND l.file_id IS NOT NULL
      UNION SELECT r.file_id, 'Proof of trail entry ' || v.no FROM recorded_act r JOIN event v ON v.id = r.event_id
        WHERE r.project_id = ${projectId}::uuid
      UNION SELECT h.file_id, CASE h.kind WHEN 'internal_audit' THEN 'Internal audit' ELSE 'Management review' END || ' of ' || h.held_on
        FROM certification_case c JOIN system_record h ON h.case_id = c.id
        WHERE c.project_id = ${projectId}::uuid AND h.file_id IS NOT NULL
    ) AS place GROUP BY place.file_id`;
  return new Map(places.map(({ fileId, at }) => [fileId, at]));
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
