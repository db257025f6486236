-- What shows that a control is there: a document of the register, a file of the project or an address, each with a line of the
-- Statement of Applicability. It goes with its line, its document or its file.
CREATE UNIQUE INDEX document_id_project_id_client_id_key ON document (id, project_id, client_id);
CREATE UNIQUE INDEX soa_line_project_id_client_id_ref_key ON soa_line (project_id, client_id, ref);
CREATE TABLE soa_evidence (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  ref TEXT NOT NULL,
  document_id UUID,
  file_id UUID,
  link TEXT,
  words TEXT,
  added_by_id UUID NOT NULL,
  added_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT soa_evidence_pkey PRIMARY KEY (id),
  CONSTRAINT soa_evidence_ref_is_not_blank CHECK (btrim(ref) <> ''),
  CONSTRAINT soa_evidence_link_is_not_blank CHECK (btrim(link) <> ''),
  CONSTRAINT soa_evidence_words_is_not_blank CHECK (btrim(words) <> ''),
  CONSTRAINT soa_evidence_is_something CHECK (num_nonnulls(document_id, file_id, link) > 0),
  CONSTRAINT soa_evidence_link_is_an_address CHECK (link ~ '^https://'),
  CONSTRAINT soa_evidence_link_says_what_it_shows CHECK (link IS NULL OR words IS NOT NULL),
  CONSTRAINT soa_evidence_project_id_client_id_ref_fkey FOREIGN KEY (project_id, client_id, ref)
    REFERENCES soa_line (project_id, client_id, ref) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT soa_evidence_document_id_project_id_client_id_fkey FOREIGN KEY (document_id, project_id, client_id)
    REFERENCES document (id, project_id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT soa_evidence_file_id_project_id_client_id_fkey FOREIGN KEY (file_id, project_id, client_id)
    REFERENCES stored_file (id, project_id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX soa_evidence_client_id_project_id_ref_idx ON soa_evidence (client_id, project_id, ref);
GRANT SELECT, INSERT, DELETE ON soa_evidence TO certtrail_app;

-- Like the draft it belongs to, the client's alone.
ALTER TABLE soa_evidence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON soa_evidence TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON soa_evidence TO CURRENT_USER USING (true) WITH CHECK (true);
