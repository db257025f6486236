-- The documents of a client's management system: what each answers, who wrote and who approved it. Nobody approves what they wrote.
CREATE TABLE document (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  title TEXT NOT NULL,
  clause TEXT,
  answers TEXT[] NOT NULL DEFAULT '{}',
  version_label TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft',
  owner_id UUID,
  author_id UUID NOT NULL,
  approver_id UUID,
  approved_on DATE,
  review_due_on DATE,
  file_id UUID,
  link TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT document_pkey PRIMARY KEY (id),
  CONSTRAINT document_title_is_not_blank CHECK (btrim(title) <> ''),
  CONSTRAINT document_clause_is_not_blank CHECK (btrim(clause) <> ''),
  CONSTRAINT document_version_label_is_not_blank CHECK (btrim(version_label) <> ''),
  CONSTRAINT document_state_is_not_blank CHECK (btrim(state) <> ''),
  CONSTRAINT document_link_is_not_blank CHECK (btrim(link) <> ''),
  CONSTRAINT document_link_is_an_address CHECK (link ~ '^https?://'),
  CONSTRAINT document_state_is_known CHECK (state IN ('draft', 'approved', 'frozen')),
  CONSTRAINT document_is_approved_iff_by_somebody CHECK ((state <> 'draft') = (approver_id IS NOT NULL)),
  CONSTRAINT document_is_approved_iff_on_a_day CHECK ((state <> 'draft') = (approved_on IS NOT NULL)),
  CONSTRAINT document_approver_is_not_the_author CHECK (approver_id <> author_id),
  CONSTRAINT document_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT document_file_id_project_id_client_id_fkey FOREIGN KEY (file_id, project_id, client_id)
    REFERENCES stored_file (id, project_id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX document_client_id_project_id_idx ON document (client_id, project_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON document TO certtrail_app;

-- The register as it was handed to an auditor, word for word. Its hash is of exactly this text, which nobody changes.
CREATE TABLE register_picture (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  frozen_by_id UUID NOT NULL,
  frozen_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT register_picture_pkey PRIMARY KEY (id),
  CONSTRAINT register_picture_kind_is_not_blank CHECK (btrim(kind) <> ''),
  CONSTRAINT register_picture_content_is_not_blank CHECK (btrim(content) <> ''),
  CONSTRAINT register_picture_sha256_is_not_blank CHECK (btrim(sha256) <> ''),
  CONSTRAINT register_picture_kind_is_known CHECK (kind IN ('stage1', 'stage2', 'surveillance', 'recertification')),
  CONSTRAINT register_picture_hash_is_of_its_content CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  CONSTRAINT register_picture_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX register_picture_client_id_project_id_idx ON register_picture (client_id, project_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON register_picture FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
GRANT SELECT, INSERT ON register_picture TO certtrail_app;

-- Drafts, and what was handed over when, are the client's own.
ALTER TABLE document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON document TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON document TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE register_picture ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON register_picture TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON register_picture TO CURRENT_USER USING (true) WITH CHECK (true);

-- A demonstration in which somebody froze a register or approved a Statement of Applicability can be removed too.
CREATE OR REPLACE FUNCTION remove_demo() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
  -- What is append-only goes while its project is still there to say that it is one of the demonstration.
  FOREACH child IN ARRAY ARRAY['register_picture', 'soa_version', 'document', 'certification_case', 'letter', 'application', 'proposal',
    'body_request', 'project_site', 'stored_file'] LOOP
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
