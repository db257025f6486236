import { Prisma } from "./generated/client";

/**
 * One audit with everything its pages show, in one statement. Days come as ISO text, names instead of ids where a page
 * shows a person. Reach is the caller's: `projectId` must come from a lookup through the actor.
 */
export function auditQuery(projectId: string, auditId: string): Prisma.Sql {
  return Prisma.sql`
SELECT a.no, a.objectives, a.time_justification AS "timeJustification", a.remote_note AS "remoteNote",
  a.team_competence AS "teamCompetence", a.opening_attendance AS "openingAttendance",
  a.closing_attendance AS "closingAttendance", a.disagreements, a.summary, a.ended_reason AS "endedReason",
  c.name AS client, b.name AS body,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', x.person_id, 'name', p.name, 'role', x.role)
      ORDER BY array_position(ARRAY['lead', 'auditor', 'trainee', 'expert', 'observer'], x.role), p.name), '[]')
    FROM team_member x JOIN person p ON p.id = x.person_id WHERE x.audit_id = a.id) AS team,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'about', p.name, 'ground', x.ground, 'raisedBy', r.name,
      'raisedOn', x.raised_on, 'answer', x.answer, 'upheld', x.upheld, 'answeredBy', w.name, 'answeredOn', x.answered_on)
      ORDER BY x.raised_on DESC, x.id DESC), '[]')
    FROM objection x JOIN person r ON r.id = x.raised_by_id LEFT JOIN person p ON p.id = x.person_id
    LEFT JOIN person w ON w.id = x.answered_by_id WHERE x.audit_id = a.id) AS objections,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'on', x.held_on, 'startsAt', x.starts_at, 'endsAt', x.ends_at,
      'topic', x.topic, 'siteId', x.site_id, 'site', s.name, 'auditorId', x.auditor_id, 'auditor', p.name,
      'interviewee', x.interviewee) ORDER BY x.held_on, x.starts_at, x.ends_at, x.id), '[]')
    FROM plan_session x LEFT JOIN site s ON s.id = x.site_id LEFT JOIN person p ON p.id = x.auditor_id
    WHERE x.audit_id = a.id) AS sessions,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('key', x.key, 'verdict', x.verdict, 'note', x.note)), '[]')
    FROM readiness_item x WHERE x.audit_id = a.id) AS readiness,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'on', x.held_on, 'who', x.who, 'topic', x.topic, 'note', x.note)
      ORDER BY x.held_on, x.id), '[]')
    FROM interview x WHERE x.audit_id = a.id) AS interviews,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'requirementRef', x.requirement_ref,
      'statement', x.statement, 'blocking', x.blocking, 'state', x.state, 'answer', x.answer, 'answeredBy', w.name,
      'answeredOn', x.answered_on, 'comment', x.comment, 'acceptedBy', p.name, 'acceptedOn', x.accepted_on,
      'draftedByOrganisationId', x.drafted_by_organisation_id) ORDER BY x.number NULLS LAST, x.id), '[]')
    FROM concern x LEFT JOIN person w ON w.id = x.answered_by_id LEFT JOIN person p ON p.id = x.accepted_by_id
    WHERE x.audit_id = a.id) AS concerns,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.name), '[]')
    FROM project_site x JOIN site s ON s.id = x.site_id WHERE x.project_id = a.project_id) AS sites,
  (SELECT coalesce(jsonb_object_agg(m.what, jsonb_build_object('by', m.by, 'standing', m.standing)), '{}')
    FROM (SELECT DISTINCT ON (e.kind, e.data->>'concern') e.kind || coalesce(' ' || (e.data->>'concern'), '') AS what,
        e.organisation_name AS by, r.standing
      FROM event e LEFT JOIN recorded_act r ON r.event_id = e.id
      WHERE e.project_id = a.project_id AND e.subject_id = a.id
      ORDER BY e.kind, e.data->>'concern', e.no DESC) m
    WHERE m.standing IS NOT NULL) AS recorded
FROM audit a
JOIN organisation c ON c.id = a.client_id
JOIN organisation b ON b.id = a.body_id
WHERE a.id = ${auditId}::uuid AND a.project_id = ${projectId}::uuid`;
}
