-- Row level security: the last guard for reach (design: another organisation's project does not exist). Every transaction
-- of the application says who asks with set_config('app.org' / 'app.person' / 'app.door', …, true); without that it sees
-- no row of any organisation. The store asks its own, narrower questions besides: these policies only bound what a
-- forgotten condition could show. Accounts and sessions of people belong to the installation and have no policy.
CREATE FUNCTION asking_org() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.org', true), '')::uuid $$;
CREATE FUNCTION asking_person() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
-- Founding an organisation and accepting an invitation happen before anybody is signed in.
CREATE FUNCTION is_at_front_door() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.door', true) = 'front', false) $$;

-- FORCE makes the policies hold for the owner too, so the owner, who migrates and removes the demonstration, gets one.
DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['organisation', 'membership', 'invitation', 'site', 'accreditation', 'body_policy', 'tie',
    'project', 'project_site', 'body_request', 'proposal', 'application', 'letter', 'certification_case', 'pre_audit',
    'system_record', 'audit', 'team_member', 'objection', 'plan_session', 'readiness_item', 'interview', 'concern', 'finding',
    'grade_change', 'action_plan', 'plan_action', 'plan_submission', 'stored_file', 'evidence', 'report', 'decision',
    'certificate', 'event', 'recorded_act', 'trail_head', 'counter', 'body_counter', 'organisation_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY owner_reaches_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', guarded);
  END LOOP;
  -- What two parties share, and before the choice each body's own request and proposal.
  FOREACH guarded IN ARRAY ARRAY['tie', 'body_request', 'proposal', 'application', 'letter', 'certification_case', 'pre_audit',
    'system_record', 'audit', 'team_member', 'objection', 'plan_session', 'readiness_item', 'interview',
    'grade_change', 'action_plan', 'plan_action', 'plan_submission', 'evidence', 'report', 'decision', 'certificate',
    'recorded_act'] LOOP
    EXECUTE format('CREATE POLICY parties_reach ON %I TO certtrail_app
      USING (client_id = asking_org() OR body_id = asking_org())', guarded);
  END LOOP;
  -- Rows of one organisation alone.
  FOREACH guarded IN ARRAY ARRAY['membership', 'invitation', 'site', 'accreditation', 'body_policy', 'organisation_event'] LOOP
    EXECUTE format('CREATE POLICY organisation_reaches_own ON %I TO certtrail_app USING (organisation_id = asking_org())', guarded);
  END LOOP;
  FOREACH guarded IN ARRAY ARRAY['membership', 'invitation', 'organisation_event'] LOOP
    EXECUTE format('CREATE POLICY front_door_reaches ON %I TO certtrail_app USING (is_at_front_door())', guarded);
  END LOOP;
END $$;

-- A draft stays with the side that wrote it until it is issued.
CREATE POLICY parties_reach ON finding TO certtrail_app
  USING ((client_id = asking_org() OR body_id = asking_org()) AND (state <> 'draft' OR drafted_by_organisation_id = asking_org()));
CREATE POLICY parties_reach ON concern TO certtrail_app
  USING ((client_id = asking_org() OR body_id = asking_org()) AND (state <> 'draft' OR drafted_by_organisation_id = asking_org()));

-- A body that was asked to propose sees the project it was asked about.
CREATE POLICY parties_reach ON project TO certtrail_app
  USING (client_id = asking_org() OR body_id = asking_org()
    OR EXISTS (SELECT FROM body_request r WHERE r.project_id = project.id AND r.body_id = asking_org()));
CREATE POLICY client_reaches ON project_site TO certtrail_app
  USING (EXISTS (SELECT FROM project p WHERE p.id = project_site.project_id));
CREATE POLICY parties_reach ON counter TO certtrail_app
  USING (EXISTS (SELECT FROM project p WHERE p.id = counter.project_id));
CREATE POLICY parties_reach ON trail_head TO certtrail_app
  USING (EXISTS (SELECT FROM project p WHERE p.id = trail_head.project_id));

-- A body reads what the client did and what it did itself; working notes stay with the side that wrote them.
CREATE POLICY parties_reach ON event TO certtrail_app
  USING (organisation_id = asking_org()
    OR (client_id = asking_org() AND audience <> 'body')
    OR (side = 'client' AND audience <> 'client'
      AND EXISTS (SELECT FROM project p WHERE p.id = event.project_id AND p.body_id = asking_org())));

-- Each side reaches its own files; the client what a body handed in; the project's body what the client did.
CREATE POLICY parties_reach ON stored_file TO certtrail_app
  USING (organisation_id = asking_org() OR client_id = asking_org()
    OR (organisation_id = client_id
      AND EXISTS (SELECT FROM project p WHERE p.id = stored_file.project_id AND p.body_id = asking_org())));

-- Organisations: the own one, those it keeps, the bodies on CertTrail, and the clients of projects in reach.
CREATE POLICY organisation_reaches_own ON organisation TO certtrail_app
  USING (id = asking_org() OR managed_by_id = asking_org() OR is_at_front_door());
CREATE POLICY others_are_known ON organisation FOR SELECT TO certtrail_app
  USING ((kind = 'body' AND connected AND asking_org() IS NOT NULL)
    OR EXISTS (SELECT FROM project p WHERE p.client_id = organisation.id)
    OR EXISTS (SELECT FROM project p WHERE p.body_id = organisation.id));

-- What belongs to an organisation in reach: who acts there, where it works, what it is accredited for, how it counts days.
CREATE POLICY partners_are_known ON membership FOR SELECT TO certtrail_app
  USING (person_id = asking_person()
    OR EXISTS (SELECT FROM project p WHERE membership.organisation_id IN (p.client_id, p.body_id)));
CREATE POLICY partners_read ON site FOR SELECT TO certtrail_app
  USING (EXISTS (SELECT FROM project p WHERE p.client_id = site.organisation_id));
CREATE POLICY everybody_reads ON accreditation FOR SELECT TO certtrail_app
  USING (EXISTS (SELECT FROM organisation o WHERE o.id = accreditation.organisation_id));
CREATE POLICY partners_read ON body_policy FOR SELECT TO certtrail_app
  USING (EXISTS (SELECT FROM project p WHERE p.body_id = body_policy.organisation_id));

-- A client keeps a body that is not on CertTrail: its entry, its people, its numbers.
CREATE POLICY keeper_reaches ON membership TO certtrail_app
  USING (EXISTS (SELECT FROM organisation o WHERE o.id = membership.organisation_id AND o.managed_by_id = asking_org()));
CREATE POLICY keeper_reaches ON invitation TO certtrail_app
  USING (EXISTS (SELECT FROM organisation o WHERE o.id = invitation.organisation_id AND o.managed_by_id = asking_org()));
CREATE POLICY keeper_reaches ON accreditation TO certtrail_app
  USING (EXISTS (SELECT FROM organisation o WHERE o.id = accreditation.organisation_id AND o.managed_by_id = asking_org()));
CREATE POLICY keeper_reaches ON body_counter TO certtrail_app
  USING (body_id = asking_org()
    OR EXISTS (SELECT FROM organisation o WHERE o.id = body_counter.body_id AND o.managed_by_id = asking_org()));

-- Three questions are asked by nobody in particular. Each answers what it is asked and no more, with the owner's rights.
-- Nobody acts for both sides of one project (17021-1 5.2): asked before somebody becomes a member.
CREATE FUNCTION acts_for_the_other_side(person uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM project p JOIN membership m ON m.active AND m.person_id = person
    AND ((p.client_id = organisation AND m.organisation_id = p.body_id) OR (p.body_id = organisation AND m.organisation_id = p.client_id)))
$$;
REVOKE ALL ON FUNCTION acts_for_the_other_side(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acts_for_the_other_side(uuid, uuid) TO certtrail_app;

CREATE FUNCTION open_session(wanted_hash text, at timestamptz)
RETURNS TABLE (session_id uuid, seen_at timestamptz, person_id uuid, person_name text, email text, memberships jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id, s.seen_at, p.id, p.name, p.email,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisationName', o.name, 'organisationSlug', o.slug,
        'timeZone', o.time_zone, 'isDemo', o.demo, 'kind', o.kind, 'roles', m.roles) ORDER BY o.name, o.id), '[]')
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.person_id = p.id AND m.active AND o.connected)
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token_hash = wanted_hash AND s.revoked_at IS NULL AND s.ends_at > at
$$;
REVOKE ALL ON FUNCTION open_session(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_session(text, timestamptz) TO certtrail_app;

CREATE VIEW public_certificate AS
  SELECT x.id, x.number, x.state, x.organisation_name, x.body_name, x.body_address, x.scope, x.sites, x.standard_id, x.soa_version,
    x.accreditation, x.time_zone, x.public_token, x.effective_from, x.expires_on, x.suspended_on, x.ended_on, x.issued_at, p.demo,
    CASE WHEN x.state = 'superseded' THEN (SELECT s.number FROM certificate s
      WHERE s.project_id = x.project_id AND s.state <> 'superseded' ORDER BY s.issued_at DESC, s.id DESC LIMIT 1) END AS replaced_by,
    (SELECT e.organisation_name FROM event e JOIN recorded_act r ON r.event_id = e.id
      WHERE e.project_id = x.project_id AND e.subject_id = x.id AND e.kind = 'certificate.issue'
        AND r.standing <> 'confirmed' LIMIT 1) AS recorded_by
  FROM certificate x JOIN project p ON p.id = x.project_id;
GRANT SELECT ON public_certificate TO certtrail_app;
