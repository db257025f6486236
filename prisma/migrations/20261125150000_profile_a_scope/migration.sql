-- What a client states about its scope, and how it judges the audit time of it: one row a version, the newest counts. Facts are
-- what bodies are told when they are asked to propose; the judgement is the client's own.
CREATE TABLE scope_profile (
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  no INTEGER NOT NULL,
  told BOOLEAN NOT NULL,
  facts JSONB NOT NULL,
  judgement JSONB NOT NULL,
  saved_by_id UUID NOT NULL,
  saved_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT scope_profile_pkey PRIMARY KEY (project_id, no),
  CONSTRAINT scope_profile_is_counted_from_one CHECK (no >= 1),
  CONSTRAINT scope_profile_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
GRANT SELECT, INSERT ON scope_profile TO certtrail_app;

-- A body that is asked to propose is told what was stated while the request was planned; later versions are the client's.
ALTER TABLE scope_profile ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON scope_profile TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY asked_bodies_read ON scope_profile FOR SELECT TO certtrail_app
  USING (told AND EXISTS (SELECT FROM body_request r WHERE r.project_id = scope_profile.project_id AND r.body_id = asking_org()));
CREATE POLICY owner_reaches_all ON scope_profile TO CURRENT_USER USING (true) WITH CHECK (true);
