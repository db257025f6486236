-- What an auditor photographs is part of the objective evidence of a finding (NC-3): it is added while the finding is a draft,
-- goes with it to the other side when it is issued, and never changes then. The id is the one its device gave it.
CREATE TABLE finding_photo (
  id UUID NOT NULL,
  finding_id UUID NOT NULL,
  file_id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  added_by_id UUID NOT NULL,
  added_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT finding_photo_pkey PRIMARY KEY (id),
  CONSTRAINT finding_photo_finding_id_project_id_client_id_body_id_fkey FOREIGN KEY (finding_id, project_id, client_id, body_id)
    REFERENCES finding (id, project_id, client_id, body_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT finding_photo_file_id_project_id_client_id_fkey FOREIGN KEY (file_id, project_id, client_id)
    REFERENCES stored_file (id, project_id, client_id) ON DELETE RESTRICT ON UPDATE NO ACTION
);
CREATE INDEX finding_photo_finding_id_added_at_idx ON finding_photo (finding_id, added_at);
CREATE INDEX finding_photo_file_id_idx ON finding_photo (file_id);

GRANT SELECT, INSERT ON finding_photo TO certtrail_app;

-- Whoever sees the finding sees its photos; they are added by the side that writes the draft.
ALTER TABLE finding_photo ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reaches_all ON finding_photo TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY parties_reach ON finding_photo TO certtrail_app
  USING (EXISTS (SELECT FROM finding f WHERE f.id = finding_photo.finding_id))
  WITH CHECK (EXISTS (SELECT FROM finding f WHERE f.id = finding_photo.finding_id AND f.state = 'draft'
    AND f.drafted_by_organisation_id = asking_org()));

