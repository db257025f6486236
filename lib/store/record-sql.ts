import { Prisma } from "./generated/client";

/**
 * The records of several projects in one statement: every fact a rule may ask about, and nothing else. Days come as
 * ISO text. One round trip whatever the number of audits and findings; the lists are ordered, so the answer is stable.
 */
export function recordQuery(projectIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
SELECT p.id, p.client_id AS "clientId", p.body_id AS "bodyId", coalesce(b.connected, true) AS "bodyConnected",
  p.name, p.standard_id AS "standardId", p.scope, p.target_on::text AS "targetOn", p.time_zone AS "timeZone",
  p.persons_in_scope AS "personsInScope", p.state, p.version, p.answer_due_on::text AS "answerDueOn",
  p.recommended_proposal_id AS "recommendedProposalId", p.chosen_proposal_id AS "chosenProposalId", bp.settings AS policy,
  (SELECT coalesce(jsonb_agg(s.site_id ORDER BY s.site_id), '[]') FROM project_site s WHERE s.project_id = p.id) AS "siteIds",
  (SELECT coalesce(jsonb_agg(m.person_id), '[]') FROM membership m WHERE m.organisation_id = p.client_id AND m.active) AS "clientPersonIds",
  (SELECT coalesce(jsonb_agg(r.body_id ORDER BY r.sent_at, r.body_id), '[]') FROM body_request r WHERE r.project_id = p.id) AS "invitedBodyIds",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'bodyId', o.body_id, 'declined', o.declined,
      'enteredByBody', o.entered_by_organisation_id = o.body_id, 'validUntil', o.valid_until,
      'initialCentidays', o.stage1_centidays + o.stage2_centidays) ORDER BY o.received_on, o.id), '[]')
    FROM proposal o WHERE o.project_id = p.id) AS proposals,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('bodyId', a.organisation_id, 'scheme', a.scheme, 'validTo', a.valid_to,
      'validFrom', a.valid_from) ORDER BY a.id), '[]')
    FROM accreditation a WHERE a.organisation_id IN (SELECT o.body_id FROM proposal o WHERE o.project_id = p.id)) AS accreditations,
  (SELECT jsonb_build_object('sentOn', a.sent_on, 'signatory', a.signatory, 'consultancyBodyRelated', a.consultancy_body_related,
      'consultancyEndedOn', a.consultancy_ended_on) FROM application a WHERE a.project_id = p.id AND a.outcome <> 'declined') AS application,
  (SELECT jsonb_build_object('siteIds', l.site_ids, 'clientSignedOn', l.client_signed_on, 'bodySignedOn', l.body_signed_on)
    FROM letter l WHERE l.project_id = p.id AND (l.no = 1 OR (l.client_signed_on IS NOT NULL AND l.body_signed_on IS NOT NULL))
    ORDER BY l.no DESC LIMIT 1) AS letter,
  (SELECT jsonb_build_object('siteIds', l.site_ids, 'clientSignedOn', l.client_signed_on, 'bodySignedOn', l.body_signed_on)
    FROM letter l WHERE l.project_id = p.id AND l.no > 1 AND l.withdrawn_on IS NULL
      AND (l.client_signed_on IS NULL OR l.body_signed_on IS NULL)) AS amendment,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', t.person_id, 'bodyId', t.body_id, 'kind', t.kind, 'endedOn', t.ended_on,
      'cleared', t.decision IS NOT DISTINCT FROM 'cleared')), '[]')
    FROM tie t WHERE t.client_id = p.client_id) AS ties,
  (SELECT jsonb_build_object('id', c.id, 'state', c.state, 'version', c.version, 'forwardedOn', c.forwarded_on,
      'forwardAnsweredOn', c.forward_answered_on,
      'soa', CASE WHEN c.soa_version IS NULL THEN NULL ELSE jsonb_build_object('version', c.soa_version, 'approvedOn', c.soa_approved_on) END,
      'preAudit', (SELECT jsonb_build_object('byBody', x.by_body, 'startsOn', x.starts_on, 'endsOn', x.ends_on) FROM pre_audit x WHERE x.case_id = c.id),
      'records', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'on', x.held_on, 'coversScope', x.covers_scope) ORDER BY x.held_on, x.id), '[]')
        FROM system_record x WHERE x.case_id = c.id))
    FROM certification_case c WHERE c.project_id = p.id) AS "certificationCase",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'no', a.no, 'state', a.state, 'version', a.version,
      'startsOn', a.starts_on, 'endsOn', a.ends_on, 'requiredCentidays', a.required_centidays, 'plannedCentidays', a.planned_centidays,
      'teamProposedOn', a.team_proposed_on, 'objectionWaivedOn', a.objection_waived_on, 'planSentOn', a.plan_sent_on,
      'planConfirmedOn', a.plan_confirmed_on, 'openingHeldOn', a.opening_held_on, 'closingHeldOn', a.closing_held_on,
      'conclusion', a.conclusion, 'recommendation', a.recommendation, 'reportIssuedOn', a.report_issued_on,
      'team', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', x.person_id, 'role', x.role) ORDER BY x.role, x.person_id), '[]')
        FROM team_member x WHERE x.audit_id = a.id),
      'objections', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'answered', x.answer IS NOT NULL, 'upheld', coalesce(x.upheld, false))
        ORDER BY x.raised_on, x.id), '[]') FROM objection x WHERE x.audit_id = a.id),
      'sessions', (SELECT count(*) FROM plan_session x WHERE x.audit_id = a.id),
      'readiness', (SELECT jsonb_build_object('looked', count(*), 'missing', count(*) FILTER (WHERE x.verdict = 'missing'))
        FROM readiness_item x WHERE x.audit_id = a.id),
      'concerns', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'blocking', x.blocking, 'state', x.state) ORDER BY x.number, x.id), '[]')
        FROM concern x WHERE x.audit_id = a.id)) ORDER BY a.created_at, a.id), '[]')
    FROM audit a WHERE a.project_id = p.id) AS audits,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'auditId', f.audit_id, 'authorId', f.drafted_by_id, 'number', f.number,
      'grade', f.grade, 'state', f.state, 'version', f.version, 'hasRequirement', f.requirement_ref IS NOT NULL,
      'hasStatement', f.statement IS NOT NULL, 'hasEvidence', f.evidence IS NOT NULL, 'issuedOn', f.issued_on,
      'planDueOn', f.plan_due_on, 'closureDueOn', f.closure_due_on, 'verifiedOn', f.verified_on, 'closedOn', f.closed_on,
      'carriedTo', f.carried_to,
      'gradeChanges', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', g.from_grade, 'to', g.to_grade) ORDER BY g.changed_at, g.id), '[]')
        FROM grade_change g WHERE g.finding_id = f.id),
      'evidenceFiles', (SELECT count(*) FROM evidence e WHERE e.finding_id = f.id),
      'plan', (SELECT jsonb_build_object('hasCorrection', x.correction IS NOT NULL, 'hasExtent', x.extent IS NOT NULL, 'hasCause', x.cause IS NOT NULL,
          'submittedOn', x.submitted_on,
          'actions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'ownerId', y.owner_id, 'dueOn', y.due_on, 'done', y.done_on IS NOT NULL)
            ORDER BY y.no), '[]') FROM plan_action y WHERE y.finding_id = f.id))
        FROM action_plan x WHERE x.finding_id = f.id)) ORDER BY f.created_at, f.id), '[]')
    FROM finding f WHERE f.project_id = p.id) AS findings,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'decidedOn', d.decided_on, 'deciderId', d.decided_by_id)
      ORDER BY d.decided_at, d.id), '[]')
    FROM decision d JOIN certification_case c ON c.id = d.case_id WHERE c.project_id = p.id) AS decisions,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'state', x.state, 'version', x.version, 'decisionId', x.decision_id,
      'decidedOn', x.decided_on, 'effectiveFrom', x.effective_from, 'expiresOn', x.expires_on, 'suspendedOn', x.suspended_on,
      'suspendedUntil', x.suspended_until) ORDER BY x.issued_at, x.id), '[]')
    FROM certificate x WHERE x.project_id = p.id) AS certificates
FROM project p
LEFT JOIN organisation b ON b.id = p.body_id
LEFT JOIN body_policy bp ON bp.organisation_id = p.body_id
WHERE p.id = ANY(${projectIds}::uuid[])`;
}
