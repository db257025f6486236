import { Prisma } from "./generated/client";

/** What is known of a file: `s` names its row of stored_file, `c` the scanner's answer in file_scan, joined outwards. A ScanView. */
export const SCAN_VIEW = Prisma.sql`jsonb_build_object('at', c.scanned_at, 'state', CASE
  WHEN c.found IS NOT NULL THEN 'infected' WHEN c.file_id IS NOT NULL THEN 'clean'
  WHEN s.awaits_scan THEN 'quarantined' ELSE 'not_scanned' END)`;

/** The same for a file that a row names by its id. */
export const scanOf = (fileId: Prisma.Sql) => Prisma.sql`(SELECT ${SCAN_VIEW} FROM stored_file s
  LEFT JOIN file_scan c ON c.file_id = s.id WHERE s.id = ${fileId})`;
