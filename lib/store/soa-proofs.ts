import "server-only";
import type { ControlProof } from "../soa/statement";
import type { Tx } from "./db";
import type { LoadedProject } from "./record";

/** What shows each control of a project whose reach was checked, in the order of its coming. */
export async function readProofs(
  from: Tx,
  { record }: LoadedProject,
): Promise<ReadonlyMap<string, readonly ControlProof[]>> {
  const rows = await from.$queryRaw<(ControlProof & { ref: string })[]>`
    SELECT e.id::text, e.ref,
      CASE WHEN d.id IS NOT NULL THEN 'document' WHEN f.id IS NOT NULL THEN 'file' ELSE 'link' END AS kind,
      CASE WHEN d.id IS NOT NULL THEN d.title || ', version ' || d.version_label ELSE coalesce(f.name, e.words) END
        || CASE WHEN e.link IS NULL AND e.words IS NOT NULL THEN ': ' || e.words ELSE '' END AS label,
      coalesce(e.link, 'SHA-256 ' || coalesce(f.sha256, g.sha256), d.link, 'no file') AS source
    FROM soa_evidence e LEFT JOIN document d ON d.id = e.document_id LEFT JOIN stored_file f ON f.id = e.file_id
      LEFT JOIN stored_file g ON g.id = d.file_id
    WHERE e.project_id = ${record.id}::uuid AND e.client_id = ${record.clientId}::uuid
    ORDER BY e.ref, e.added_at, e.id`;
  const proofs = new Map<string, ControlProof[]>();
  for (const { ref, ...proof } of rows) proofs.set(ref, [...(proofs.get(ref) ?? []), proof]);
  return proofs;
}
