-- The demonstration can be removed as a whole, and only it: the application's role has no right to delete what is
-- issued, so this runs with the owner's. The guards of issued rows let demo rows go (is_demo_project). Returns how many
-- projects went.
CREATE FUNCTION remove_demo() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  removed integer := (SELECT count(*) FROM project WHERE demo);
  child text;
BEGIN
  IF EXISTS (SELECT FROM project p JOIN organisation o ON o.id IN (p.client_id, p.body_id) WHERE NOT p.demo AND o.demo) THEN
    PERFORM refuse('demo_is_part_of_no_other_project', 'a project of yours works with an organisation of the demonstration');
  END IF;
  DELETE FROM recorded_act WHERE project_id IN (SELECT id FROM project WHERE demo);
  FOREACH child IN ARRAY ARRAY['event', 'trail_head', 'counter', 'evidence', 'plan_submission', 'plan_action', 'action_plan',
    'grade_change', 'certificate', 'decision', 'finding', 'concern', 'interview', 'readiness_item', 'plan_session', 'objection',
    'team_member', 'report', 'audit'] LOOP
    EXECUTE format('DELETE FROM %I WHERE project_id IN (SELECT id FROM project WHERE demo)', child);
  END LOOP;
  DELETE FROM pre_audit WHERE case_id IN (SELECT c.id FROM certification_case c JOIN project p ON p.id = c.project_id WHERE p.demo);
  DELETE FROM system_record WHERE case_id IN (SELECT c.id FROM certification_case c JOIN project p ON p.id = c.project_id WHERE p.demo);
  FOREACH child IN ARRAY ARRAY['certification_case', 'letter', 'application', 'proposal', 'body_request', 'project_site', 'stored_file'] LOOP
    EXECUTE format('DELETE FROM %I WHERE project_id IN (SELECT id FROM project WHERE demo)', child);
  END LOOP;
  DELETE FROM project WHERE demo;
  DELETE FROM tie WHERE body_id IN (SELECT id FROM organisation WHERE demo) OR client_id IN (SELECT id FROM organisation WHERE demo);
  DELETE FROM body_counter WHERE body_id IN (SELECT id FROM organisation WHERE demo);
  FOREACH child IN ARRAY ARRAY['organisation_event', 'accreditation', 'body_policy', 'invitation', 'site', 'membership'] LOOP
    EXECUTE format('DELETE FROM %I WHERE organisation_id IN (SELECT id FROM organisation WHERE demo)', child);
  END LOOP;
  DELETE FROM session WHERE person_id IN (SELECT id FROM person WHERE demo);
  DELETE FROM person p WHERE demo AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id);
  DELETE FROM organisation WHERE demo AND managed_by_id IS NOT NULL;
  DELETE FROM organisation WHERE demo;
  RETURN removed;
END $$;
REVOKE ALL ON FUNCTION remove_demo() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_demo() TO certtrail_app;
