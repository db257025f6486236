import { Prisma } from "./generated/client";

/**
 * What a report says beside the audit's own details, in one statement: the parties, the sites with their addresses, and the
 * issued findings of the audit word for word, and the report as it was issued: that version, or without one the newest.
 * Reach is the caller's.
 */
export function reportQuery(projectId: string, auditId: string, version: number | null): Prisma.Sql {
  const wanted = version === null ? Prisma.empty : Prisma.sql`AND r.version = ${version}`;
  return Prisma.sql`
SELECT c.legal_name AS "clientLegalName", b.legal_name AS "bodyLegalName", a.opening_held_on::text AS "openingHeldOn",
  a.closing_held_on::text AS "closingHeldOn", a.report_draft AS draft,
  (SELECT x.signatory FROM application x WHERE x.project_id = p.id) AS representative,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'address', s.address, 'activity', s.activity) ORDER BY s.name), '[]')
    FROM project_site x JOIN site s ON s.id = x.site_id WHERE x.project_id = p.id) AS sites,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', f.number, 'grade', f.grade, 'requirementRef', f.requirement_ref,
      'subRef', f.sub_ref, 'statement', f.statement, 'evidence', f.evidence, 'site', s.name, 'process', f.process,
      'isWithdrawn', f.state = 'void', 'planDueOn', f.plan_due_on, 'closureDueOn', f.closure_due_on)
      ORDER BY array_position(ARRAY['major', 'minor', 'opportunity', 'conformity'], f.grade), f.number), '[]')
    FROM finding f LEFT JOIN site s ON s.id = f.site_id WHERE f.audit_id = a.id AND f.number IS NOT NULL) AS findings,
  (SELECT jsonb_build_object('content', r.content, 'sha256', r.sha256, 'version', r.version, 'issuedOn', r.issued_on,
      'issuedAt', r.issued_at, 'issuedBy', i.name)
    FROM report r JOIN person i ON i.id = r.issued_by_id WHERE r.audit_id = a.id ${wanted} ORDER BY r.version DESC LIMIT 1) AS issued
FROM audit a
JOIN project p ON p.id = a.project_id
JOIN organisation c ON c.id = a.client_id
JOIN organisation b ON b.id = a.body_id
WHERE a.id = ${auditId}::uuid AND a.project_id = ${projectId}::uuid`;
}
