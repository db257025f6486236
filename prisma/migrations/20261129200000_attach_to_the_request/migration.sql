-- What a client gives the bodies it asks beside the words of its request. The key makes each a file that the client itself keeps.
CREATE UNIQUE INDEX stored_file_id_project_id_organisation_id_key ON stored_file (id, project_id, organisation_id);
CREATE TABLE request_attachment (
  file_id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  note TEXT,
  added_by_id UUID NOT NULL,
  added_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT request_attachment_pkey PRIMARY KEY (file_id),
  CONSTRAINT request_attachment_note_is_not_blank CHECK (btrim(note) <> ''),
  CONSTRAINT request_attachment_is_a_file_of_the_client FOREIGN KEY (file_id, project_id, client_id)
    REFERENCES stored_file (id, project_id, organisation_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX request_attachment_file_id_project_id_client_id_key ON request_attachment (file_id, project_id, client_id);
CREATE INDEX request_attachment_project_id_added_at_idx ON request_attachment (project_id, added_at);

-- Added, and taken back while nobody was asked yet; never changed.
GRANT SELECT, INSERT, DELETE ON request_attachment TO certtrail_app;

-- Whether the asker was asked about a project and the question still stands: answers are taken, or it was chosen.
CREATE FUNCTION is_asked_about(wanted_project uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM body_request r JOIN project p ON p.id = r.project_id
    WHERE r.project_id = wanted_project AND r.body_id = asking_org()
      AND (p.state IN ('rfp_open', 'evaluating') OR p.body_id = asking_org()))
$$;

ALTER TABLE request_attachment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON request_attachment TO certtrail_app USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY taken_back_before_it_is_sent ON request_attachment AS RESTRICTIVE FOR DELETE TO certtrail_app
  USING (EXISTS (SELECT FROM project p WHERE p.id = request_attachment.project_id AND p.state = 'planning'));
CREATE POLICY asked_bodies_read ON request_attachment FOR SELECT TO certtrail_app USING (is_asked_about(project_id));
CREATE POLICY owner_reaches_all ON request_attachment TO CURRENT_USER USING (true) WITH CHECK (true);

-- Its file too, for those that read the row.
CREATE POLICY asked_bodies_read ON stored_file FOR SELECT TO certtrail_app
  USING (EXISTS (SELECT FROM request_attachment a WHERE a.file_id = stored_file.id));

-- A body that took a document through its link is seen to have done so.
ALTER TABLE answer_link_use DROP CONSTRAINT answer_link_use_what_is_known,
  ADD CONSTRAINT answer_link_use_what_is_known CHECK (what IN ('opened', 'answered', 'declined', 'asked', 'downloaded'));
